package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocba.school.TestWorkbook.teacher;
import static vn.hocba.school.TestWorkbook.with;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.school.SchoolDirectory.Unit;

class LeaversTest extends SchoolTest {

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

    @Test
    void whoWorksAgainGetsTheAccountBackWithTheNextProvision() {
        apply(
                school,
                TestWorkbook.staff()
                        .row(with(teacher(1, "Lê Thị Bình"), STATUS, "Nghỉ hưu"))
                        .file());
        apply(school, TestWorkbook.staff().row(teacher(1, "Lê Thị Bình")).file());
        asAdmin(school, () -> staffAccounts.provision(school.id(), null));

        assertThat(accounts.byUsername(LEAVES)).isPresent();
    }
}
