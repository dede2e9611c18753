package vn.hocba.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.audit.AuditLog;
import vn.hocba.document.PdfText;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.shared.Refused;

@ReleasedRecordsTest
class WholeBookTest {

    @Autowired
    WholeBook book;

    @Autowired
    ReleasedRecords world;

    @Autowired
    AuditLog audit;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    private School school;
    private String before;
    private String now;

    @BeforeEach
    void aPupilOfWhomOneYearWasIssuedAndAnotherIsOpen() {
        school = world.school();
        before = world.released(school, "Lò Thị Mai").get(0);
        jdbc.sql("update year_record set state = 'ACCEPTED', school_year = 2025 where id = ?")
                .param(before)
                .update();
        now = world.openAnother(school, before).orElseThrow();
    }

    @Test
    void itHasThePagesOfTheYearsThatWereIssuedAndOfNoOther() {
        assertThat(offered(school.principal(), now)).isTrue();
        assertThat(offered(school.principal(), before)).as("one year alone").isFalse();
        assertThat(years(school.principal(), now)).hasSize(1);

        world.complete(school, now);
        issued(now);

        List<String> pages = PdfText.pages(session.as(school.principal(), () -> book.printed(now)));
        assertThat(pages).filteredOn(page -> page.contains("NĂM HỌC ")).hasSize(2);
        assertThat(pages).filteredOn(page -> page.contains("HỌC BẠ TIỂU HỌC")).hasSize(1);
        assertThat(pages.get(0)).contains("chưa");
        assertThat(audit.of(before)).anyMatch(line -> line.action().equals("record.printed"));
    }

    @Test
    void whoDoesNotReadAllOfItIsNotOfferedItAndNotGivenIt() {
        for (CurrentUser who : List.of(school.admin(), world.teacher(school))) {
            assertThatThrownBy(() -> session.as(who, () -> book.printed(now)))
                    .as(who.title())
                    .isInstanceOf(Refused.class);
        }
        assertThat(offered(school.admin(), now)).isFalse();
        assertThat(offered(school.clerk(), now)).isTrue();
    }

    @Test
    void whileAVersionIsMadeInPlaceOfTheIssuedOneTheIssuedOneIsPrinted() {
        jdbc.sql("update record_version set state = 'IN_FORCE' where year_record_id = ?")
                .param(before)
                .update();
        jdbc.sql("update year_record set state = 'COMMENTING', version_no = 2 where id = ?")
                .param(before)
                .update();

        assertThat(years(school.principal(), now)).hasSize(1);
    }

    private List<String> years(CurrentUser who, String record) {
        return PdfText.pages(session.as(who, () -> book.printed(record))).stream()
                .filter(page -> page.contains("NĂM HỌC "))
                .toList();
    }

    private boolean offered(CurrentUser who, String record) {
        return session.as(who, () -> book.isOffered(record));
    }

    private void issued(String record) {
        jdbc.sql("update year_record set state = 'ACCEPTED' where id = ?")
                .param(record)
                .update();
    }
}
