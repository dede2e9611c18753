package vn.hocba.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.ClassFixture;
import vn.hocba.ClassFixture.Opened;
import vn.hocba.desk.ClassBoard;
import vn.hocba.fixture.Worlds;
import vn.hocba.identity.Session;

/** A school of several places (điểm trường). */
@SpringBootTest
@ActiveProfiles("test")
@Import(Worlds.class)
class SitesTest {

    @Autowired
    ClassFixture fixture;

    @Autowired
    ClassBoard classes;

    @Autowired
    ProgressBoard progress;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theListsOfTheOfficeAndTheProgressSayWhereAClassIsTaught() {
        Opened opened = fixture.open(1, 1);
        Opened elsewhere = fixture.beside(opened, 2, 1);
        jdbc.sql("update school_class set site = 'Nà Sản' where id = ?")
                .param(elsewhere.classId())
                .update();

        assertThat(session.as(opened.principal(), classes::ofOwnSchool))
                .extracting(ClassBoard.ClassLine::className)
                .containsExactly("1A", "2A · Nà Sản");
        assertThat(session.as(opened.principal(), () -> progress.school(opened.schoolId(), 2026))
                        .classes())
                .extracting(ProgressBoard.Line::name)
                .containsExactly("1A", "2A · Nà Sản");
    }
}
