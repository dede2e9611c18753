package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocba.school.TestWorkbook.teacher;
import static vn.hocba.school.TestWorkbook.with;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.identity.Role;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.SchoolLevel;

class LeaversTest extends SchoolTest {

    private static final int TITLE = 7;
    private static final int STATUS = 10;
    private static final String LEAVES = "gv01@thu-nghiem.edu.vn";
    private static final String STAYS = "gv02@thu-nghiem.edu.vn";

    @Autowired
    StaffAccounts staffAccounts;

    private Unit school;

    @BeforeEach
    void aSchoolWithTwoTeachersWhoHaveAccounts() {
        school = school(TestWorkbook.CODE, SchoolLevel.PRIMARY);
        apply(
                school,
                TestWorkbook.staff()
                        .row(teacher(1, "Lê Thị Bình"))
                        .row(teacher(2, "Trần Văn Cảnh"))
                        .file());
        asAdmin(school, () -> staffAccounts.provision(school.id(), null));
        entities.flush();
    }

    @Test
    void whoIsImportedAsNoLongerWorkingLosesTheAccountInTheSameTransaction() {
        apply(
                school,
                TestWorkbook.staff()
                        .row(with(teacher(1, "Lê Thị Bình"), STATUS, "Nghỉ hưu"))
                        .file());

        assertThat(accounts.byUsername(LEAVES)).isEmpty();
        assertThat(accounts.byUsername(STAYS)).isPresent();
        assertThat(count(
                        "select count(*) from audit_event where subject = ? and action = 'school.account-closed'",
                        school.id()))
                .isOne();
    }

    private NamedFile list(String status) {
        return TestWorkbook.staff()
                .row(with(teacher(1, "Lê Thị Bình"), STATUS, status))
                .file();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nghỉ hưu",
                "Đã nghỉ hưu",
                "Thôi việc",
                "Đã thôi việc",
                "Buộc thôi việc",
                "Nghỉ việc",
                "Chuyển đi",
                "Chuyển đi kì 1",
                "CHUYỂN ĐI KỲ 2",
                "Đã chuyển công tác",
                "Từ trần"
            })
    void whoIsGoneHasNoAccountAnyMoreAndThePreviewSaysSo(String status) {
        assertThat(preview(school, list(status)).accountsClosed()).containsExactly("Lê Thị Bình");
        apply(school, list(status));

        assertThat(accounts.byUsername(LEAVES)).isEmpty();
        assertThat(preview(school, list(status)).accountsClosed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nghỉ thai sản",
                "Đang nghỉ thai sản",
                "Tạm nghỉ",
                "Nghỉ ốm",
                "Nghỉ không lương",
                "Đi học",
                "Biệt phái",
                "Đã biệt phái",
                "Chờ nghỉ hưu",
                "Chuyển đến kỳ 1",
                "đang làm việc"
            })
    void whoIsAwayForAWhileOrWorksKeepsTheAccount(String status) {
        assertThat(preview(school, list(status)).accountsClosed()).isEmpty();
        apply(school, list(status));
        apply(school, list(status));

        assertThat(accounts.byUsername(LEAVES)).isPresent();
    }

    @Test
    void whoIsAwayIsNamedToWhoeverImportsAndWhereWorkIsAssigned() {
        NamedFile classes =
                TestWorkbook.pupils().row(TestWorkbook.pupil(1, "Lò Văn Pá")).file();
        NamedFile assignment = TestWorkbook.assignments()
                .row(1, "1A", "Toán", "9800000001", "Lê Thị Bình", "Giảng dạy")
                .file();

        assertThat(reasons(preview(school, list("Nghỉ thai sản"), classes, assignment), Severity.WARNING))
                .contains("school.staff.on-leave", "school.assignment.on-leave");
        apply(school, list("Nghỉ thai sản"));
        assertThat(reasons(preview(school, classes, assignment), Severity.WARNING))
                .contains("school.assignment.on-leave");
    }

    @Test
    void wordsThatAreNotKnownLeaveTheAccountAsItIsAndTheOtherColumnsAreTaken() {
        NamedFile list = TestWorkbook.staff()
                .row(with(teacher(1, "Lê Thị Bình Minh"), STATUS, "Không rõ"))
                .file();

        assertThat(reasons(preview(school, list), Severity.WARNING)).contains("school.staff.bad-status");
        assertThat(reasons(preview(school, list), Severity.ERROR)).isEmpty();
        apply(school, list);
        assertThat(directory.staffOf(school.id()))
                .extracting(StaffInfo::fullName)
                .contains("Lê Thị Bình Minh");
        assertThat(accounts.byUsername(LEAVES)).isPresent();
    }

    @Test
    void whoIsBackHasTheAccountBackInTheSameTransactionButNoRoleThatOnlyATitleProposes() {
        apply(school, list("Chuyển đi"));
        NamedFile back = TestWorkbook.staff()
                .row(with(teacher(1, "Lê Thị Bình"), TITLE, "Hiệu trưởng"))
                .file();

        assertThat(preview(school, back).accountsReopened()).containsExactly("Lê Thị Bình");
        apply(school, back);

        assertThat(accounts.byUsername(LEAVES))
                .hasValueSatisfying(user -> assertThat(user.roles()).containsExactly(Role.TEACHER));
        assertThat(count(
                        "select count(*) from audit_event where subject = ? and action = 'school.account-reopened'",
                        school.id()))
                .isOne();
        assertThat(preview(school, back).accountsReopened()).isEmpty();
    }
}
