package vn.hocba.record;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.RegulationTable;
import vn.hocba.school.FlexibleClasses;
import vn.hocba.school.FlexibleClasses.LeftOut;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolRules;

/** Which regulation a record is judged by. */
@Component
public class Regulations {

    private final RegulationTable table;
    private final SchoolRules rules;
    private final FlexibleClasses flexible;

    Regulations(RegulationTable table, SchoolRules rules, FlexibleClasses flexible) {
        this.table = table;
        this.rules = rules;
        this.flexible = flexible;
    }

    /** The regulation that judges the record for ever: the one by which it was begun, with the table that has judged it. */
    public Regulation of(YearRecord record) {
        return rules.judging(record.schoolId(), record.schoolYear(), record.regulation(), record.decidedBy());
    }

    /** Codes of the subjects that a class has to assess, whoever teaches them or nobody. */
    Set<String> demandedSubjects(ClassInfo info) {
        Regulation regulation = of(info);
        LeftOut leftOut = flexible.of(info.schoolId(), info.schoolYear());
        return regulation.parts(info.grade()).stream()
                .filter(part -> part.kind() == Part.Kind.SUBJECT
                        && !regulation.isOptional(info.grade(), part)
                        && !leftOut.has(info, part.code()))
                .map(Part::code)
                .collect(Collectors.toSet());
    }

    /** The regulation of a class. */
    public Regulation of(ClassInfo info) {
        return rules.regulation(info.schoolId(), info.schoolYear());
    }

    /**
     * As {@link #of(YearRecord)}, of a record of this class of which only this was read.
     *
     * @param code of the regulation by which it was begun
     * @param decidedBy the table that has judged it; null where none has yet
     */
    public Regulation of(ClassInfo info, String code, String decidedBy) {
        return rules.judging(info.schoolId(), info.schoolYear(), code, decidedBy);
    }

    /**
     * The regulation by which a version was judged, as it holds in its year under its Sở.
     *
     * @throws IllegalArgumentException when this installation does not know it
     */
    public Regulation of(RecordSnapshot version) {
        String province = Objects.toString(version.issuer().provinceCode(), "");
        return table.find(version.level(), version.schoolYear(), province)
                .filter(holding -> holding.code().equals(version.regulation()))
                .orElseGet(() -> byCode(version.regulation()));
    }

    /** Whether this installation knows a regulation of this code. */
    public boolean knows(String code) {
        return table.knows(code);
    }

    /**
     * A regulation as it is now in the whole country.
     *
     * @throws IllegalArgumentException when there is no such regulation
     */
    public Regulation byCode(String code) {
        return table.byCode(code);
    }
}
