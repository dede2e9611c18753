package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.SchoolLevel;

/** Whatever follows from an import, results too, follows from what it stores: a disguise that a person does not see changes nothing of it. */
class HarmlessDisguisesTest extends SchoolTest {

    private static final NamedFile[] SAMPLE = folder("src/main/resources/demo/tieu-hoc-rang-dong");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aDisguisedSampleIsStoredAsTheSampleItself(long seed) {
        Unit school = school("79774402", SchoolLevel.PRIMARY);
        Random random = new Random(seed);
        NamedFile[] disguised =
                Arrays.stream(SAMPLE).map(file -> Disguises.of(file, random)).toArray(NamedFile[]::new);

        assertThat(preview(school, disguised).problems())
                .filteredOn(problem -> problem.severity() == Severity.ERROR)
                .isEmpty();
        apply(school, disguised);
        List<Map<String, Object>> stored = stored(school);

        ImportPreview again = preview(school, SAMPLE);

        assertThat(reasons(again, Severity.ERROR)).isEmpty();
        assertThat(again.changes()).isEmpty();
        assertThat(again.total().created()).isZero();
        assertThat(again.total().leftOut()).isZero();
        assertThat(stored).hasSize(137);
    }

    private List<Map<String, Object>> stored(Unit school) {
        return jdbc.sql(
                        "select p.moet_code, p.full_name, c.name from enrolment e join pupil p on p.id = e.pupil_id"
                                + " join school_class c on c.id = e.class_id where e.school_id = ? and c.name in ('1A', '2A', '3A', '4A', '5A')")
                .param(school.id())
                .query()
                .listOfRows();
    }
}
