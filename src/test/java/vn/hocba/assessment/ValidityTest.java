package vn.hocba.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hocba.assessment.tt27.Tt27Primary;
import vn.hocba.shared.PolicyTable;
import vn.hocba.shared.SchoolLevel;

/** Policy data by school year and Sở: a Sở's own line wins, and what comes later changes nothing that was before. */
class ValidityTest {

    private static final String OWN = "01";
    private static final String OTHER = "79";

    private static Curriculum curriculum(String... more) {
        return new Curriculum(
                Stream.concat(
                                PolicyTable.read(Curriculum.SUBJECTS).stream(),
                                PolicyTable.parse(
                                        Curriculum.SUBJECTS,
                                        "level;code;name;taught;tested;optional;first-year;last-year;province;form\n"
                                                + Stream.of(more)
                                                        .map(line -> line + ";")
                                                        .collect(Collectors.joining("\n")))
                                        .stream())
                        .toList(),
                PolicyTable.read(Curriculum.SUBJECT_NAMES),
                PolicyTable.read(Curriculum.TRAITS),
                PolicyTable.read(Curriculum.COMMENTS));
    }

    private static RegulationTable regulations(Curriculum curriculum, DecisionTables tables, String... lines) {
        Regulation regulation =
                new Tt27Primary(tables, curriculum, 2026, "", new DecisionTable("overallResultTt27", "1"));
        return new RegulationTable(
                List.of(regulation),
                PolicyTable.parse(
                                RegulationTable.FILE,
                                "level;first-year;last-year;province;regulation;table;version\n"
                                        + String.join("\n", lines))
                        .stream()
                        .map(RegulationTable.Line::of)
                        .toList());
    }

    private static Cell[] marks(Regulation regulation, int grade, String subject) {
        return regulation.demandPart(grade, subject).cells().stream()
                .filter(cell -> cell.code().equals("mark"))
                .toArray(Cell[]::new);
    }

    @ParameterizedTest(name = "{0} to {1} at «{2}» holds in {3} at «{4}»: {5}")
    @CsvSource({
        "0, 0, '', 2026, 79, true",
        "2026, 0, '', 2025, 79, false",
        "2026, 0, '', 2026, 79, true",
        "0, 2026, '', 2026, 79, true",
        "0, 2026, '', 2027, 79, false",
        "0, 0, 79, 2026, 79, true",
        "0, 0, 79, 2026, 01, false",
        "0, 0, 79, 2026, '', false"
    })
    void aLineHoldsFromItsFirstToItsLastYearAtItsSo(
            int first, int last, String province, int year, String at, boolean holds) {
        assertThat(new Validity(first, last, province).holds(year, at)).isEqualTo(holds);
    }

    @Test
    void aSoThatTestsALanguageOfAMinorityAsksForAMarkInItAndNoOtherDoes() {
        Curriculum curriculum = curriculum("PRIMARY;TDT;Tiếng dân tộc;1-5;1-5;1-5;;;01");
        RegulationTable table =
                regulations(curriculum, Tables.ofProject(), "PRIMARY;2020;;;TT27-2020;overallResultTt27;1");
        Regulation own = table.find(SchoolLevel.PRIMARY, 2026, OWN).orElseThrow();
        Regulation other = table.find(SchoolLevel.PRIMARY, 2026, OTHER).orElseThrow();

        assertThat(marks(other, 3, "TDT")).isEmpty();
        assertThat(marks(own, 3, "TDT")).hasSize(1);
        assertThat(PrimaryPupil.of(other, 3).taught("TDT").outcome().result()).isEqualTo("EXCELLENT");
        assertThat(PrimaryPupil.of(own, 3)
                        .taught("TDT")
                        .with("TDT", "mark", "")
                        .outcome()
                        .missing())
                .containsExactly("thiếu điểm KTĐK môn Tiếng dân tộc");
        assertThat(curriculum
                        .in(SchoolLevel.PRIMARY, 2026, OWN)
                        .subject("TDT")
                        .orElseThrow()
                        .ordinal())
                .as("its place on the form")
                .isEqualTo(curriculum
                        .in(SchoolLevel.PRIMARY, 2026, OTHER)
                        .subject("TDT")
                        .orElseThrow()
                        .ordinal());
        assertThat(curriculum.subject("TDT").isTestedIn(3))
                .as("what holds in the whole country")
                .isFalse();
    }

    @Test
    void aSubjectOfNextYearIsNotTaughtThisYear() {
        Curriculum curriculum = curriculum("PRIMARY;STEM;Giáo dục STEM;1-5;;;2027;;");

        assertThat(curriculum.in(SchoolLevel.PRIMARY, 2026, OTHER).subjects(1))
                .extracting(Curriculum.Subject::code)
                .doesNotContain("STEM");
        assertThat(curriculum.in(SchoolLevel.PRIMARY, 2027, OTHER).subjects(1))
                .extracting(Curriculum.Subject::code)
                .endsWith("STEM");
    }

    @Test
    void whateverNobodyHasALineForIsKeptOnce() {
        Curriculum curriculum = curriculum("PRIMARY;STEM;Giáo dục STEM;1-5;;;2027;2028;01");
        YearCurriculum everywhere = curriculum.in(SchoolLevel.PRIMARY, 2026, OTHER);

        assertThat(curriculum.in(SchoolLevel.PRIMARY, 1999, "whatever a packet says"))
                .isSameAs(everywhere);
        assertThat(curriculum.in(SchoolLevel.PRIMARY, 2026, OWN).subjects(1)).isEqualTo(everywhere.subjects(1));
        assertThat(curriculum.in(SchoolLevel.PRIMARY, 2027, OWN).subjects(1)).hasSize(11);
        assertThat(curriculum.in(SchoolLevel.PRIMARY, 2028, OWN))
                .isSameAs(curriculum.in(SchoolLevel.PRIMARY, 2027, OWN));
        assertThat(curriculum.in(SchoolLevel.PRIMARY, 2029, OWN).subjects(1)).hasSize(10);
        RegulationTable table =
                regulations(curriculum, Tables.ofProject(), "PRIMARY;2020;;;TT27-2020;overallResultTt27;1");
        assertThat(table.find(SchoolLevel.PRIMARY, 2025, "whatever a packet says")
                        .orElseThrow())
                .isSameAs(table.find(SchoolLevel.PRIMARY, 2026, OTHER).orElseThrow());
    }

    @ParameterizedTest(name = "{0}, {1}: contradict each other: {2}")
    @CsvSource({
        "';;', ';;', true",
        "';2026;', '2027;;', false",
        "';2027;', '2027;;', true",
        "'2026;2026;', ';2025;', false",
        "'2026;2026;', ';;', true",
        "';;01', ';;', false",
        "';;01', ';;79', false",
        "';;01', '2026;;01', true"
    })
    void twoLinesThatSayDifferentThingsOfOneTimeAndPlaceAreNotTaken(String one, String other, boolean contradict) {
        ThrowingCallable subjects =
                () -> curriculum("PRIMARY;STEM;Giáo dục STEM;1-5;;;" + one, "PRIMARY;STEM;Khoa học số;1-5;;;" + other);
        ThrowingCallable lines = () -> regulations(
                curriculum(),
                Tables.ofProject(),
                "PRIMARY;" + one + ";TT27-2020;overallResultTt27;1",
                "PRIMARY;" + other + ";TT27-2020;overallResultTt27;2");

        for (ThrowingCallable reading : List.of(subjects, lines)) {
            assertThat(catchThrowable(reading))
                    .matches(thrown -> contradict ? thrown instanceof IllegalStateException : thrown == null);
        }
    }

    @Test
    void aTableOfNextYearDoesNotChangeLastYearsRecord() throws IOException {
        Tables tables = Tables.ofProject().add(stricter("2"));
        RegulationTable table = regulations(
                curriculum(),
                tables,
                "PRIMARY;2020;2026;;TT27-2020;overallResultTt27;1",
                "PRIMARY;2027;;;TT27-2020;overallResultTt27;2");

        Outcome last = judged(table.find(SchoolLevel.PRIMARY, 2026, OTHER).orElseThrow());
        Outcome next = judged(table.find(SchoolLevel.PRIMARY, 2027, OTHER).orElseThrow());

        assertThat(last.result()).isEqualTo("EXCELLENT");
        assertThat(last.decidedBy()).isEqualTo("overallResultTt27:1");
        assertThat(next.result()).isEqualTo("GOOD");
        assertThat(next.decidedBy()).isEqualTo("overallResultTt27:2");
    }

    @Test
    void aRecordIsJudgedForEverByTheTableThatJudgedIt() throws IOException {
        Tables tables = Tables.ofProject().add(stricter("2"));
        // The table of a year was replaced while the year ran.
        RegulationTable table = regulations(curriculum(), tables, "PRIMARY;2020;;;TT27-2020;overallResultTt27;2");

        assertThat(judged(table.find(SchoolLevel.PRIMARY, 2026, OTHER).orElseThrow())
                        .result())
                .isEqualTo("GOOD");
        assertThat(judging(table, "overallResultTt27:1").decidedBy()).isEqualTo("overallResultTt27:1");
        assertThat(judging(table, null).decidedBy()).isEqualTo("overallResultTt27:2");
        assertThat(judging(table, "overallResultTt27:1").result()).isEqualTo("EXCELLENT");
        assertThatThrownBy(() -> judging(table, "overallResultTt27:3")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRecordStaysWithTheRegulationByWhichItWasBegunWhereThatNoLongerHolds() {
        RegulationTable table =
                regulations(curriculum(), Tables.ofProject(), "PRIMARY;2027;;;TT27-2020;overallResultTt27;1");

        assertThat(table.find(SchoolLevel.PRIMARY, 2026, OTHER)).isEmpty();
        assertThat(judging(table, null).result()).isEqualTo("EXCELLENT");
        assertThatThrownBy(() -> table.judging(SchoolLevel.PRIMARY, 2026, OTHER, "TT22-2021", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSoMayHaveItsOwnTable() throws IOException {
        Tables tables = Tables.ofProject().add(stricter("2"));
        RegulationTable table = regulations(
                curriculum(),
                tables,
                "PRIMARY;2020;;;TT27-2020;overallResultTt27;1",
                "PRIMARY;2026;2026;01;TT27-2020;overallResultTt27;2");

        assertThat(judged(table.find(SchoolLevel.PRIMARY, 2026, OWN).orElseThrow())
                        .result())
                .isEqualTo("GOOD");
        assertThat(judged(table.find(SchoolLevel.PRIMARY, 2026, OTHER).orElseThrow())
                        .result())
                .isEqualTo("EXCELLENT");
        assertThat(judged(table.find(SchoolLevel.PRIMARY, 2027, OWN).orElseThrow())
                        .result())
                .isEqualTo("EXCELLENT");
    }

    @Test
    void whereNoRegulationHoldsThereIsNone() {
        RegulationTable table =
                regulations(curriculum(), Tables.ofProject(), "PRIMARY;2020;;;TT27-2020;overallResultTt27;1");

        assertThat(table.find(SchoolLevel.LOWER_SECONDARY, 2026, OTHER)).isEmpty();
        assertThat(table.find(SchoolLevel.PRIMARY, 2019, OTHER)).isEmpty();
        assertThatThrownBy(() -> table.byCode("TT22-2021")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        regulations(curriculum(), Tables.ofProject(), "PRIMARY;2020;;;TT22-2021;overallResultTt22;1"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatTheApplicationBringsNamesATableThatIsThere() {
        List<RegulationTable.Line> lines = PolicyTable.read(RegulationTable.FILE).stream()
                .map(RegulationTable.Line::of)
                .toList();

        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            Regulation regulation =
                    new Tt27Primary(Tables.ofProject(), ProjectCurriculum.read(), 2026, "", line.table());
            assertThat(judged(regulation).decidedBy()).isEqualTo(line.table().toString());
        });
        assertThatThrownBy(() -> DecisionTable.of("overallResultTt27")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Outcome judging(RegulationTable table, String decidedBy) {
        return judged(table.judging(SchoolLevel.PRIMARY, 2026, OTHER, "TT27-2020", decidedBy));
    }

    /** A pupil whose lowest mark is 9. */
    private static Outcome judged(Regulation regulation) {
        return PrimaryPupil.of(regulation, 1).with("TOAN", "mark", "9").outcome();
    }

    /** The table of the project as it would be if «xuất sắc» took a ten. */
    private static String stricter(String version) throws IOException {
        String table = Files.readString(Path.of("processes/overall-result-tt27.dmn"));
        String changed = table.replace("&gt;= 9", "&gt;= 10")
                .replace("camunda:versionTag=\"1\"", "camunda:versionTag=\"" + version + "\"");
        assertThat(changed).isNotEqualTo(table);
        return changed;
    }
}
