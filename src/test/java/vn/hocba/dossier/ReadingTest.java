package vn.hocba.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.desk.OfficeTest;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.record.CellChanges;
import vn.hocba.record.EnterMarks;
import vn.hocba.record.Entry;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Refused;

/** Of a record everybody reads what the own work needs. */
@OfficeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingTest {

    @Autowired
    OfficeWorld world;

    @Autowired
    RecordPage pages;

    @Autowired
    RecordDocuments documents;

    @Autowired
    CheckSignatures check;

    @Autowired
    EnterMarks marks;

    @Autowired
    SchoolDirectory directory;

    @Autowired
    Accounts accounts;

    @Autowired
    Session session;

    private RecordPage.Page page(CurrentUser reader, String record) {
        return session.as(reader, () -> pages.of(record));
    }

    private void refusedTheFiles(CurrentUser reader, String record) {
        Stream.<Runnable>of(
                        () -> documents.printedForm(record),
                        () -> documents.packet(record),
                        () -> check.quick(record),
                        () -> check.full(record))
                .forEach(file -> assertThatThrownBy(() -> session.run(reader, file))
                        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key())
                                .isEqualTo("steps.not-the-whole")));
    }

    /** Somebody of the school who fills in rows of a class and has none of the offices. */
    private CurrentUser subjectTeacher(String className) {
        return directory.assignments(world.classNamed(className).id()).stream()
                .map(assignment -> accounts.ofStaff(assignment.staffId()).orElseThrow())
                .filter(user -> user.roles().equals(Set.of(Role.TEACHER)))
                .filter(user -> !user.staffId().equals(world.homeroom(className).staffId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theHomeroomTeacherTheClerkAndThePrincipalReadTheWhole() {
        String record = world.records("2A").get(0);

        for (CurrentUser reader :
                List.of(world.homeroom("2A"), world.someone(Role.CLERK), world.someone(Role.PRINCIPAL))) {
            RecordPage.Page page = page(reader, record);
            assertThat(page.whole()).isTrue();
            assertThat(page.content().lookupCode()).hasSize(32);
            assertThat(page.content().parts()).hasSizeGreaterThan(8);
            assertThat(session.as(reader, () -> documents.printedForm(record))).isNotEmpty();
        }
    }

    @Test
    void theTeacherOfASubjectReadsTheOwnRowsAndWhoseTheyAre() {
        String record = world.records("2A").get(0);
        CurrentUser teacher = subjectTeacher("2A");

        RecordPage.Page page = page(teacher, record);

        assertThat(page.whole()).isFalse();
        assertThat(page.content().parts()).isNotEmpty().allMatch(part -> teacher.staffId()
                .equals(part.teacherId()));
        assertThat(page.content().pupil().fullName()).isNotBlank();
        assertThat(page.content().pupil().personalId()).isNull();
        assertThat(page.content().pupil().fatherName()).isNull();
        assertThat(page.content().lookupCode()).isEmpty();
        assertThat(page.content().conclusion().result()).isNull();
        assertThat(page.history()).isEmpty();
        assertThat(page.signatures()).isEmpty();
        refusedTheFiles(teacher, record);
    }

    @Test
    void theAdminReadsWhoThePupilIsAndNoMark() {
        String record = world.records("2A").get(0);
        CurrentUser admin = world.someone(Role.SCHOOL_ADMIN);

        RecordPage.Page page = page(admin, record);

        assertThat(page.content().parts()).isEmpty();
        assertThat(page.content().pupil().birthDate()).isNotNull();
        assertThat(page.content().lookupCode()).isEmpty();
        assertThat(page.history()).isNotEmpty();
        refusedTheFiles(admin, record);
    }

    @Test
    void theSoReadsWhatWasHandedInAndNotWhatASchoolIsWorkingOn() {
        String record = world.records("2A").get(0);
        CurrentUser officer = world.someone(Role.PROVINCE);

        assertThatThrownBy(() -> page(officer, record))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("steps.not-handed-in"));
    }

    @Test
    void onlyLeadersReadWhoElseRead() {
        String record = world.records("2A").get(1);
        page(world.homeroom("2A"), record);

        assertThat(page(world.someone(Role.PRINCIPAL), record).history())
                .anyMatch(entry -> entry.action().equals("record.read"));
        assertThat(page(world.someone(Role.CLERK), record).history())
                .noneMatch(entry -> entry.action().equals("record.read"));
    }

    @Test
    void whoFillsInARowReadsTheChangesOfItsCellsAndOfNoOther() {
        String record = world.records("2A").get(2);
        CurrentUser homeroom = world.homeroom("2A");
        CurrentUser teacher = subjectTeacher("2A");
        RecordSnapshot.Part own = page(teacher, record).content().subjects().get(0);
        for (String text : List.of("Học tốt.", "Học rất tốt.")) {
            session.run(teacher, () -> marks.enter(own.code(), List.of(new Entry(record, "comment", text, null))));
            session.run(
                    homeroom,
                    () -> marks.enter(EnterMarks.HOMEROOM, List.of(new Entry(record, "comment", text, null))));
        }

        assertThat(page(teacher, record).cellChanges())
                .extracting(CellChanges.Change::part)
                .containsOnly(own.code());
        assertThat(page(homeroom, record).cellChanges())
                .extracting(CellChanges.Change::part)
                .contains(own.code(), EnterMarks.HOMEROOM);
        assertThat(page(homeroom, record).historyIntact()).isTrue();
        assertThat(page(world.someone(Role.SCHOOL_ADMIN), record).cellChanges()).isEmpty();
    }
}
