package vn.hocba.assessment;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hocba.shared.PolicyTable;
import vn.hocba.shared.SchoolLevel;

/** For what a pupil may be exempt from which subjects: policy data in {@link #FILE}, each line with the school years and the Sở for which it holds. */
public final class Exemptions {

    /** Grounds: level, code, name, codes of subjects or «*»; validity. */
    public static final String FILE = "policy/exemptions.csv";

    private static final String EVERY_SUBJECT = "*";

    private final List<Ground> grounds;

    /**
     * @param rows lines of {@link #FILE}
     * @throws IllegalStateException when two lines say different things of one time and place
     */
    public Exemptions(Collection<PolicyTable.Row> rows) {
        grounds = rows.stream().map(Ground::of).toList();
        grounds.stream()
                .collect(Collectors.groupingBy(ground -> ground.level() + ground.code()))
                .values()
                .forEach(lines -> Validity.demandOneAtATime(lines, Ground::validity));
    }

    /**
     * A ground.
     *
     * @param code stable, up to 20 letters
     * @param name as decisions name it, in small letters
     * @param subjects codes of those that it exempts from; «*» for every one
     */
    public record Ground(SchoolLevel level, String code, String name, Set<String> subjects, Validity validity) {

        public Ground {
            subjects = Set.copyOf(subjects);
        }

        /** Whether a pupil may be exempt from the subject for it. */
        public boolean exemptsFrom(String subjectCode) {
            return subjects.contains(EVERY_SUBJECT) || subjects.contains(subjectCode);
        }

        private static Ground of(PolicyTable.Row row) {
            return new Ground(
                    SchoolLevel.valueOf(row.get("level")),
                    row.get("code"),
                    row.get("name"),
                    Set.copyOf(Arrays.asList(row.get("subjects").split(" "))),
                    Validity.of(row));
        }
    }

    /**
     * The grounds that hold at a level in a school year under a Sở, in the order of the file.
     *
     * @param schoolYear the year in which it starts
     * @param provinceCode empty where no Sở stands above
     */
    public List<Ground> in(SchoolLevel level, int schoolYear, String provinceCode) {
        return grounds.stream()
                .filter(ground -> ground.level() == level)
                .filter(ground -> Validity.mostExact(
                                grounds.stream()
                                        .filter(other -> other.level() == level
                                                && other.code().equals(ground.code()))
                                        .toList(),
                                Ground::validity,
                                schoolYear,
                                provinceCode)
                        .filter(ground::equals)
                        .isPresent())
                .toList();
    }
}
