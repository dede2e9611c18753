package vn.hocba.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.desk.principal.SignPrincipal;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.workflow.Batches;

/** A list that was put right after the homeroom teacher had signed; in a school of its own, whose pupils change. */
@OfficeTest
class SignedPersonTest {

    OfficeWorld world;

    @Autowired
    SignPrincipal signPrincipal;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    void ownSchool(OfficeWorld office) {
        world = office.ownOf(SignedPersonTest.class);
    }

    @Test
    void aRecordThatNamesAnotherBirthDateThanTheListIsNotSignedFurtherAndSaysWhatToDo() {
        world.toPrincipal("1A");
        CurrentUser principal = world.someone(Role.PRINCIPAL);
        world.certify(principal.staffId());
        String record = world.records("1A").get(0);
        jdbc.sql("update pupil set birth_date = date '2019-02-03'"
                        + " where id = (select pupil_id from year_record where id = ?)")
                .param(record)
                .update();

        Batches.Progress signed = world.await(session.as(
                principal, () -> signPrincipal.start(world.classNamed("1A").id(), List.of(), OfficeWorld.pin())));

        assertThat(signed.done()).isEqualTo(signed.total() - 1);
        assertThat(signed.remarks()).singleElement().satisfies(remark -> assertThat(remark.reason())
                .contains("ngày sinh")
                .doesNotContain("họ và tên")
                .contains("trả lại cho giáo viên chủ nhiệm"));
        assertThat(world.state(record)).isEqualTo("PRINCIPAL");
    }
}
