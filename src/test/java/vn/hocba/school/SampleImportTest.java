package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.school.ImportPreview.Counts;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.ImportPreview.Thing;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolLevel;

@RecordApplicationEvents
class SampleImportTest extends SchoolTest {

    private static final NamedFile[] HOA_BINH = folder("src/main/resources/demo/tieu-hoc-hoa-binh");
    private static final NamedFile[] RANG_DONG = folder("src/main/resources/demo/tieu-hoc-rang-dong");
    private static final NamedFile[] BINH_MINH = folder("src/test/resources/samples/thcs-binh-minh");

    @Autowired
    OrgUnitRepository units;

    @Autowired
    AuditLog audit;

    @Autowired
    FirstAccounts firstAccounts;

    @Test
    void theWholeFolderOfHoaBinhIsTakenInWithoutAnError() {
        Unit school = school("79774401", SchoolLevel.PRIMARY);

        ImportPreview preview = preview(school, HOA_BINH);
        ImportResult result = apply(school, HOA_BINH);

        assertThat(reasons(preview, Severity.ERROR)).isEmpty();
        assertThat(reasons(preview, Severity.WARNING)).containsExactly("school.pupil.no-personal-id");
        assertThat(preview.total(Thing.STAFF)).isEqualTo(new Counts(20, 0, 0, 0));
        assertThat(preview.total(Thing.CLASS)).isEqualTo(new Counts(10, 0, 0, 0));
        assertThat(preview.total(Thing.PUPIL)).isEqualTo(new Counts(317, 0, 0, 0));
        assertThat(preview.total(Thing.ASSIGNMENT)).isEqualTo(new Counts(112, 0, 0, 0));
        assertThat(result.total()).isEqualTo(preview.total());
        assertThat(studying(school)).isEqualTo(310);
        assertThat(count(
                        "select count(*) from imported_mark m join school_class c on c.id = m.class_id"
                                + " where c.school_id = ?",
                        school.id()))
                .isEqualTo(preview.total(Thing.MARK).created())
                .isGreaterThan(3000);
        assertThat(count(
                        "select count(*) from school_class where school_id = ? and homeroom_staff_id is not null",
                        school.id()))
                .isEqualTo(10);
    }

    @Test
    void theWholeFolderOfRangDongIsTakenInAndItsForeignPupilNoted() {
        Unit school = school("79774402", SchoolLevel.PRIMARY);

        ImportPreview preview = preview(school, RANG_DONG);
        apply(school, RANG_DONG);

        assertThat(reasons(preview, Severity.ERROR)).isEmpty();
        assertThat(reasons(preview, Severity.WARNING)).containsExactly("school.pupil.foreign");
        assertThat(studying(school)).isEqualTo(135);
    }

    @Test
    void previewWritesNothing() {
        Unit school = school("79774401", SchoolLevel.PRIMARY);

        preview(school, HOA_BINH);
        entities.flush();

        assertThat(count("select count(*) from staff where school_id = ?", school.id()))
                .isZero();
        assertThat(count("select count(*) from school_class where school_id = ?", school.id()))
                .isZero();
    }

    @Test
    void aSecondImportOfTheSameFolderChangesNothing() {
        Unit school = school("79774401", SchoolLevel.PRIMARY);
        ImportResult first = apply(school, HOA_BINH);

        ImportPreview second = preview(school, HOA_BINH);
        ImportResult applied = apply(school, HOA_BINH);

        assertThat(second.changes()).isEmpty();
        // Classes are counted where they are created only.
        assertThat(second.total()).isEqualTo(new Counts(0, 0, first.total().created() - 10, 0));
        assertThat(applied.total()).isEqualTo(second.total());
    }

    @Test
    void eachFileAloneIsTakenAgainstWhatIsStored() {
        Unit school = school("79774402", SchoolLevel.PRIMARY);
        Path folder = Path.of("src/main/resources/demo/tieu-hoc-rang-dong");

        for (String name : List.of("danh-sach-can-bo", "danh-sach-hoc-sinh", "phan-cong", "bang-danh-gia-4A")) {
            ImportPreview preview = preview(school, file(folder.resolve(name + ".xlsx")));
            apply(school, file(folder.resolve(name + ".xlsx")));
            assertThat(reasons(preview, Severity.ERROR)).as(name).isEmpty();
        }

        ClassInfo class4A = directory.classes(school.id(), 2026).get(3);
        assertThat(directory.assignments(class4A.id())).isNotEmpty();
        assertThat(directory.studying(class4A.id())).isNotEmpty();
    }

    @Test
    void classListsKeepTheOrderOfTheWorkbook() {
        Unit school = school("79774401", SchoolLevel.PRIMARY);
        apply(school, HOA_BINH);

        ClassInfo first = directory.classes(school.id(), 2026).get(0);

        assertThat(directory.studying(first.id()).stream()
                        .limit(3)
                        .map(s -> directory.pupil(s.pupilId()).fullName()))
                .containsExactly("Lâm Phương Thảo", "Trịnh Quỳnh Hương", "Lê Diễm Quỳnh");
    }

    @Test
    void eachClassWithNewMarksIsToldOnceInTheTransaction(@Autowired ApplicationEvents events) {
        Unit school = school("79774402", SchoolLevel.PRIMARY);

        apply(school, RANG_DONG);

        assertThat(events.stream(ImportedMarks.Changed.class).map(ImportedMarks.Changed::classId))
                .containsExactlyInAnyOrderElementsOf(directory.classes(school.id(), 2026).stream()
                        .map(ClassInfo::id)
                        .toList());
    }

    @Test
    void theLogSaysHowManyAndNoName() {
        Unit school = school("79774402", SchoolLevel.PRIMARY);

        apply(school, RANG_DONG);

        assertThat(audit.of(school.id())).last().satisfies(entry -> assertThat(entry.detail())
                .startsWith("2026 - 2027; files 8, created "));
    }

    @Test
    void lowerSecondaryIsRefusedUntilItIsSupported() {
        Unit school = school("79774501", SchoolLevel.LOWER_SECONDARY);

        assertThatThrownBy(() -> preview(school, BINH_MINH))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Cấp THCS chưa được hỗ trợ");
    }

    @Test
    void workbooksOfAnotherLevelAreRefusedAtAPrimarySchoolToo() {
        Unit school = school("79774501", SchoolLevel.PRIMARY);

        ImportPreview preview = preview(school, BINH_MINH);

        assertThat(preview.files())
                .filteredOn(file -> file.name().startsWith("bang-danh-gia"))
                .allSatisfy(file -> assertThat(file.refusal().key()).isEqualTo("school.level-unsupported"));
        assertThatThrownBy(() -> apply(school, BINH_MINH)).isInstanceOf(Refused.class);
    }

    @Test
    void aSchoolOfSeveralLevelsIsToldWhichOfItsFilesAreNotSupportedYet() {
        Unit school = school("79774501", SchoolLevel.PRIMARY);
        units.findById(school.id()).orElseThrow().others(Set.of(SchoolLevel.LOWER_SECONDARY));

        ImportPreview preview = preview(school, BINH_MINH);

        assertThat(preview.files())
                .filteredOn(file -> file.name().startsWith("bang-danh-gia"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.refusal().key()).isEqualTo("school.level-later"));
    }

    @Test
    void onlyTheAdminOfThisSchoolMayImport() {
        Unit school = school("79774402", SchoolLevel.PRIMARY);
        Unit other = school("79774401", SchoolLevel.PRIMARY);
        CurrentUser principal = user(school, Role.PRINCIPAL, Role.TEACHER, Role.CLERK);

        assertThatThrownBy(() -> session.as(principal, () -> schoolImport.preview(school.id(), List.of())))
                .isInstanceOf(Refused.class)
                .extracting("key")
                .isEqualTo("identity.role-missing");
        assertThatThrownBy(() -> asAdmin(other, () -> schoolImport.apply(school.id(), List.of(RANG_DONG))))
                .isInstanceOf(Refused.class)
                .extracting("key")
                .isEqualTo("identity.other-unit");
    }

    @Test
    void everyWorkingMemberOfStaffGetsAnAccountWithTheRolesThatWereConfirmedOfThoseThatTitlesPropose() {
        Unit school = school("79774401", SchoolLevel.PRIMARY);
        apply(school, HOA_BINH);

        List<CurrentUser> provisioned = asAdmin(school, () -> firstAccounts.provide(school.id(), "01/QĐ-TH", null));

        assertThat(provisioned).hasSize(20);
        assertThat(accounts.byUsername("gv001@tieu-hoc-hoa-binh.edu.vn")
                        .orElseThrow()
                        .roles())
                .containsExactly(Role.PRINCIPAL);
        assertThat(accounts.byUsername("gv002@tieu-hoc-hoa-binh.edu.vn").orElseThrow())
                .extracting(CurrentUser::displayName, CurrentUser::roles)
                .containsExactly("H'Hen Niê", java.util.Set.of(Role.PRINCIPAL));
        assertThat(accounts.byUsername("gv003@tieu-hoc-hoa-binh.edu.vn")
                        .orElseThrow()
                        .roles())
                .containsExactly(Role.CLERK);
        assertThat(accounts.byUsername("gv004@tieu-hoc-hoa-binh.edu.vn")
                        .orElseThrow()
                        .roles())
                .containsExactly(Role.SCHOOL_ADMIN);
        assertThat(accounts.byUsername("gv005@tieu-hoc-hoa-binh.edu.vn")
                        .orElseThrow()
                        .roles())
                .containsExactly(Role.TEACHER);
    }

    private int studying(Unit school) {
        return count("select count(*) from enrolment where school_id = ? and status = 'STUDYING'", school.id());
    }
}
