package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocba.school.TestWorkbook.teacher;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.identity.CurrentUser;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.SchoolLevel;

/** Somebody who teaches at two schools. */
class TwoSchoolsTest extends SchoolTest {

    @Autowired
    StaffAccounts staffAccounts;

    private CurrentUser takenOn(String code, String title) {
        Unit school = school(code, SchoolLevel.PRIMARY);
        apply(
                school,
                TestWorkbook.staff()
                        .of("%s (%s)".formatted(title, code))
                        .row(teacher(1, "Lê Thị Bình"))
                        .file());
        return asAdmin(school, () -> staffAccounts.provision(school.id(), null)).get(0);
    }

    @Test
    void eachSchoolGivesAnAccountThatActsThereAloneAndTheSecondIsNamedByCodeAndSchool() {
        CurrentUser first = takenOn("99000011", "TRƯỜNG TIỂU HỌC MỘT");
        CurrentUser second = takenOn("99000012", "TRƯỜNG TIỂU HỌC HAI");

        assertThat(first.username()).isEqualTo("gv01@thu-nghiem.edu.vn");
        assertThat(second.username()).isEqualTo("9800000001.99000012");
        assertThat(second.unitId()).isNotEqualTo(first.unitId());
        assertThat(second.staffId()).isNotEqualTo(first.staffId());
    }
}
