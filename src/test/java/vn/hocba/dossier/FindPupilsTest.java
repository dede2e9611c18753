package vn.hocba.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.desk.OfficeTest;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.shared.Refused;

@OfficeTest
class FindPupilsTest {

    @Autowired
    OfficeWorld world;

    @Autowired
    FindPupils pupils;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aNameIsFoundWithAndWithoutTones() {
        assertThat(find(Role.CLERK, "thùy dương")).isNotEmpty().isEqualTo(find(Role.CLERK, "THUY DUONG"));
    }

    @Test
    void theLookUpCodeIsFoundWithHyphensAndCapitals() {
        String record = world.records("2A").get(3);
        String code = jdbc.sql(
                        "select l.lookup_code from school_record l join year_record r on r.school_record_id = l.id"
                                + " where r.id = ?")
                .param(record)
                .query(String.class)
                .single();
        String typed = code.substring(0, 8).toUpperCase(java.util.Locale.ROOT) + "-" + code.substring(8);

        assertThat(find(Role.CLERK, typed)).extracting(FindPupils.Hit::recordId).containsExactly(record);
        assertThat(find(Role.CLERK, "https://hocba.example.vn/tra-cuu?ma=" + code))
                .as("the address in the QR code")
                .extracting(FindPupils.Hit::recordId)
                .containsExactly(record);
    }

    @Test
    void teachersFindOnlyPupilsTheyTeachOrLead() {
        String own = world.someone(Role.TEACHER).staffId();

        assertThat(find(Role.TEACHER, "nguyen"))
                .isNotEmpty()
                .hasSizeLessThan(find(Role.PRINCIPAL, "nguyen").size())
                .allSatisfy(hit -> assertThat(jdbc.sql(
                                        "select count(*) from year_record r join school_class c on c.id = r.class_id where r.id = ?"
                                                + " and (c.homeroom_staff_id = ? or exists (select 1 from record_part s"
                                                + " where s.year_record_id = r.id and s.staff_id = ?))")
                                .params(hit.recordId(), own, own)
                                .query(Integer.class)
                                .single())
                        .isEqualTo(1));
    }

    @Test
    void signsOfPatternsStandForThemselves() {
        assertThat(find(Role.CLERK, "%%")).isEmpty();
        assertThat(find(Role.CLERK, "__")).isEmpty();
    }

    @Test
    void nothingIsFoundInAnotherSchool() {
        assertThat(session.as(world.stranger(Role.CLERK), () -> pupils.matching("nguyen")))
                .isEmpty();
    }

    @Test
    void aSingleLetterIsTooLittle() {
        assertThatThrownBy(() -> find(Role.CLERK, " n ")).isInstanceOf(Refused.class);
    }

    private List<FindPupils.Hit> find(Role role, String wanted) {
        return session.as(world.someone(role), () -> pupils.matching(wanted));
    }
}
