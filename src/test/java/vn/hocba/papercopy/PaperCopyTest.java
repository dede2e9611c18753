package vn.hocba.papercopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.fixture.RecordLife.REASON;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.hocba.audit.AuditLog;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.request.Offer;
import vn.hocba.request.RequestBoard;
import vn.hocba.shared.Refused;
import vn.hocba.ui.FormRenderer;

/** Another kind of request needs its own files and nothing else. */
@ReleasedRecordsTest
@Import(PaperCopy.class)
class PaperCopyTest {

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    RequestBoard board;

    @Autowired
    Session session;

    @Autowired
    AuditLog audit;

    @Autowired
    Clock clock;

    private School school;
    private String record;

    @BeforeEach
    void anAcceptedRecord() {
        school = world.school();
        record = life.accepted(school);
    }

    @Test
    void itIsOfferedAskedShownAndDecided() {
        Offer offer = offer("papercopy.ask");
        assertThat(offer.isPossible()).isTrue();
        assertThat(new FormRenderer(offer.form(), offer.options())).isNotNull();
        String request = ask(LocalDate.now(clock));

        assertThat(session.as(school.principal(), () -> board.lists()).waiting())
                .extracting(RequestBoard.Row::id)
                .containsExactly(request);
        RequestBoard.Page page = session.as(school.principal(), () -> board.page(request));
        assertThat(page.request().term()).isEqualTo("Cấp bản in");
        assertThat(page.facts())
                .containsExactly(Map.entry("Ngày viết đơn", LocalDate.now(clock).toString()));
        assertThat(page.offers()).extracting(Offer::name).containsExactly("papercopy.grant");
        life.take(school.principal(), "papercopy.grant", request, Map.of());

        assertThat(life.request(request)).isEqualTo("DONE");
        assertThat(audit.of(record))
                .extracting(AuditLog.Entry::action)
                .contains("request.PAPERCOPY.asked", "request.PAPERCOPY.GRANT.GRANTED", "request.PAPERCOPY.ended.DONE");
    }

    @Test
    void whatTheFrameDemandsOfEveryKindItDemandsOfThisOne() {
        assertThatThrownBy(() -> ask(LocalDate.now(clock).plusDays(1))).hasMessageContaining("sau hôm nay");
        CurrentUser elsewhere = world.school().clerk();
        for (CurrentUser stranger : List.of(elsewhere, school.principal(), school.homeroom())) {
            assertThatThrownBy(() -> life.take(
                            stranger, "papercopy.ask", record, Map.of("day", LocalDate.now(clock), "reason", REASON)))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.kind())
                            .isEqualTo(stranger == elsewhere ? Refused.Kind.NOT_FOUND : Refused.Kind.NOT_ALLOWED));
        }
        String request = ask(LocalDate.now(clock));
        assertThat(offer("papercopy.ask").obstacle()).hasMessageContaining("(Cấp bản in)");
        assertThatThrownBy(() -> ask(LocalDate.now(clock))).hasMessageContaining("(Cấp bản in)");
        assertThatThrownBy(() -> life.take(school.clerk(), "papercopy.grant", request, Map.of()))
                .isInstanceOf(Refused.class);
        life.take(school.principal(), "papercopy.grant", request, Map.of());

        assertThatThrownBy(() -> life.take(school.principal(), "papercopy.grant", request, Map.of()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.NOT_NOW));
    }

    private String ask(LocalDate day) {
        return life.take(school.clerk(), "papercopy.ask", record, Map.of("day", day, "reason", REASON));
    }

    private Offer offer(String name) {
        return session.as(school.clerk(), () -> board.offers(record)).stream()
                .filter(offer -> offer.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
