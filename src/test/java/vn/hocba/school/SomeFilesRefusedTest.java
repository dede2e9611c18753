package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.school.TestWorkbook.pupil;
import static vn.hocba.school.TestWorkbook.teacher;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hocba.school.ImportPreview.Counts;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.ImportPreview.Thing;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolLevel;

/** One file that cannot be taken does not hold up the others. */
class SomeFilesRefusedTest extends SchoolTest {

    private static final NamedFile PUPILS =
            TestWorkbook.pupils().row(pupil(1, "Nguyễn Văn An")).file();
    private static final NamedFile STAFF =
            TestWorkbook.staff().row(teacher(1, "Lê Thị Bình")).file();
    private static final NamedFile MARKS = TestWorkbook.marks("Toán", "1A")
            .row(1, "1A", "9900000001", "Nguyễn Văn An", "15/03/2020", "T", 9, "Tốt")
            .file();
    private static final NamedFile EMPTY = new NamedFile("rong.xlsx", new byte[0]);
    private static final NamedFile CUT =
            new NamedFile("tai-do.xlsx", Arrays.copyOf(STAFF.content(), STAFF.content().length / 2));

    private Unit school;

    @BeforeEach
    void aSchool() {
        school = school(TestWorkbook.CODE, SchoolLevel.PRIMARY);
    }

    @Test
    void damagedFilesAreNamedAndTheOthersGoOn() {
        ImportPreview preview = preview(school, EMPTY, PUPILS, CUT, new NamedFile("rong-2.xlsx", new byte[0]), MARKS);

        assertThat(preview.refusedFiles()).containsExactly("rong.xlsx", "tai-do.xlsx", "rong-2.xlsx");
        assertThat(preview.files().stream()
                        .filter(file -> file.refusal() != null)
                        .map(file -> file.refusal().key()))
                .containsExactly("school.file.empty", "school.file.damaged", "school.file.empty");
        assertThat(preview.canBeApplied()).isTrue();
        assertThat(preview.total(Thing.PUPIL)).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(preview.total(Thing.MARK)).isEqualTo(new Counts(1, 0, 0, 0));
    }

    @Test
    void whatIsWrittenIsWhatWasPreviewedWithoutTheRefusedFiles() {
        ImportPreview preview = preview(school, EMPTY, PUPILS, CUT, MARKS);
        NamedFile[] taken = Stream.of(EMPTY, PUPILS, CUT, MARKS)
                .filter(file -> !preview.refusedFiles().contains(file.name()))
                .toArray(NamedFile[]::new);

        assertThatThrownBy(() -> apply(school, EMPTY, PUPILS, CUT, MARKS))
                .as("who has not left them out has not seen that they are")
                .isInstanceOf(Refused.class)
                .hasMessageContaining("rong.xlsx")
                .hasMessageContaining("Chưa ghi gì");
        assertThat(directory.classes(school.id(), 2026)).isEmpty();
        assertThat(apply(school, taken).total()).isEqualTo(preview.total());
        assertThat(directory.classes(school.id(), 2026)).hasSize(1);
    }

    @Test
    void aPreviewThatAnotherImportHasOvertakenIsNotWritten() {
        NamedFile corrected =
                TestWorkbook.pupils().row(pupil(1, "Nguyễn Văn Ân")).file();
        apply(school, PUPILS);
        ImportPreview nothing = preview(school, EMPTY, PUPILS);
        ImportPreview correction = preview(school, corrected);
        assertThat(nothing.changes()).isEmpty();

        assertThat(apply(school, correction, corrected).total().changed()).isEqualTo(1);

        assertThatThrownBy(() -> apply(school, nothing, PUPILS))
                .as("it would put back the name, of which it said nothing")
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Chưa ghi gì");
        assertThat(preview(school, corrected).changes()).isEmpty();
        assertThat(apply(school, preview(school, EMPTY, PUPILS), PUPILS).total().changed())
                .isEqualTo(1);
    }

    @Test
    void marksWhoseListOfPupilsIsDamagedAreLeftOutRowByRow() {
        NamedFile list = new NamedFile("hoc-sinh.xlsx", Arrays.copyOf(PUPILS.content(), 1000));

        ImportPreview preview = preview(school, list, MARKS);

        assertThat(reasons(preview, Severity.ERROR)).containsExactly("school.row.unknown-class");
        assertThat(preview.total(Thing.MARK)).isEqualTo(new Counts(0, 0, 0, 1));
    }

    @Test
    void filesOfTheOfficeProgramAndOfTheOperatingSystemAreIgnoredWithAWord() {
        byte[] lock = new byte[165];
        NamedFile[] files = {
            PUPILS,
            new NamedFile("~$hoc-sinh.xlsx", lock),
            new NamedFile("._hoc-sinh.xlsx", "Mac OS X        ".getBytes(StandardCharsets.UTF_8)),
            STAFF
        };

        ImportPreview preview = preview(school, files);

        assertThat(preview.refusedFiles()).isEmpty();
        assertThat(preview.files())
                .extracting(ImportPreview.FileReport::name)
                .containsExactly("hoc-sinh.xlsx", "can-bo.xlsx");
        assertThat(preview.problems())
                .extracting(
                        ImportPreview.Problem::file, problem -> problem.reason().key())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("~$hoc-sinh.xlsx", "school.file.beside"),
                        org.assertj.core.api.Assertions.tuple("._hoc-sinh.xlsx", "school.file.beside"));
        assertThat(apply(school, files).total()).isEqualTo(new Counts(3, 0, 0, 0));
        assertThat(new SchoolIdentification().read(List.of(files)).code()).isEqualTo(TestWorkbook.CODE);
    }
}
