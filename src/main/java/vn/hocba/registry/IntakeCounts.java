package vn.hocba.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.hocba.shared.CheckedCounts;
import vn.hocba.shared.CountCheck;
import vn.hocba.shared.CountTable;
import vn.hocba.shared.CountTable.Column;
import vn.hocba.shared.KeptCounts;
import vn.hocba.shared.UtcTimes;

/**
 * How many records were answered how, of a class, a school and the province: kept with each answer, at the end of its transaction (see {@link KeptCounts}), since a
 * screen that counted the answers would take longer with every school.
 */
@Component
class IntakeCounts implements CheckedCounts {

    /** In place of a school or a class: all of them. */
    static final String ALL = "";

    private static final CountTable TABLE = new CountTable(
            "intake_count", List.of("province_code", "school_year", "school_code", "class_name"), columns());
    private static final List<CountCheck> CHECKS = List.of(
            new CountCheck(
                    TABLE,
                    CountCheck.Scope.SCHOOL,
                    "province_code = :province and school_year = :year and school_code = :code",
                    answers("class_name", ", class_name") + " union all " + answers("''", "")),
            new CountCheck(
                    TABLE,
                    CountCheck.Scope.PROVINCE,
                    "province_code = :province and school_year = :year and school_code = ''",
                    "select province_code, school_year, '' as school_code, '' as class_name, '' as school_name, sum(accepted), sum(rejected), max(last_at) from intake_count"
                            + " where province_code = :province and school_year = :year and class_name = '' and school_code <> ''"
                            + " group by province_code, school_year"));

    private final KeptCounts counts;

    IntakeCounts(KeptCounts counts) {
        this.counts = counts;
    }

    private static Map<String, Column> columns() {
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("school_name", Column.LAST);
        columns.put("accepted", Column.ADDED);
        columns.put("rejected", Column.ADDED);
        columns.put("last_at", Column.LATEST);
        return columns;
    }

    private static String answers(String className, String byClass) {
        return "select province_code, school_year, school_code, " + className + ", max(school_name),"
                + " sum(case when accepted = true then 1 else 0 end), sum(case when accepted = false then 1 else 0 end), max(at)"
                + " from receipt where province_code = :province and school_year = :year and latest = true and school_code = :code"
                + " group by province_code, school_year, school_code" + byClass;
    }

    /**
     * A record was answered.
     *
     * @param earlier answers to the same record from the same school that this one takes the place of
     */
    void answered(IssuedReceipt receipt, List<IssuedReceipt> earlier) {
        earlier.forEach(replaced -> add(replaced, receipt.schoolName, -1));
        add(receipt, receipt.schoolName, 1);
    }

    @Override
    public List<CountCheck> checks() {
        return CHECKS;
    }

    private void add(IssuedReceipt receipt, String schoolName, int times) {
        add(receipt, ALL, ALL, "", times);
        add(receipt, receipt.schoolCode, ALL, schoolName, times);
        add(receipt, receipt.schoolCode, receipt.className, schoolName, times);
    }

    private void add(IssuedReceipt receipt, String schoolCode, String className, String schoolName, int times) {
        counts.add(
                TABLE,
                List.of(receipt.provinceCode, receipt.schoolYear, schoolCode, className),
                List.of(
                        schoolName,
                        receipt.accepted ? times : 0,
                        receipt.accepted ? 0 : times,
                        UtcTimes.bind(receipt.at)));
    }
}
