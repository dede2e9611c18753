package vn.hocba.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.request.RequestBoard;
import vn.hocba.shared.Refused;
import vn.hocba.workflow.SystemIncidents;
import vn.hocba.workflow.SystemIncidents.Incident;

/** A transfer whose day has come and that cannot move: here what its form holds cannot be read. */
class StuckTransferTest extends TransferWorld {

    private static final int ATTEMPTS = 6;

    @Autowired
    SystemIncidents incidents;

    @Test
    void theSoSeesItAndLetsItMoveWhenItIsRepaired() {
        CurrentUser official = world.official(province, Role.PROVINCE);
        String request = released(commenting());
        String details = details(request);
        setDetails(request, "{");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            assertThatThrownBy(() -> fire(request, "timer_move")).isInstanceOf(RuntimeException.class);
        }
        assertThat(seen(official)).singleElement().satisfies(incident -> {
            assertThat(incident.processName()).isEqualTo("Chuyển trường");
            assertThat(incident.stepName()).isEqualTo("Đến ngày chuyển");
            assertThat(incident.exhausted()).isEqualTo(1);
            assertThat(incident.mayTry()).isTrue();
        });
        Date due = timer(request, "timer_move").getDuedate();
        setDetails(request, details);

        session.as(official, () -> incidents.tryAgain("transfer", "timer_move"));

        Job timer = timer(request, "timer_move");
        assertThat(timer.getRetries()).isEqualTo(1);
        assertThat(timer.getDuedate()).as("a timer keeps its time").isEqualTo(due);
        fire(request, "timer_move");
        assertThat(life.request(request)).isEqualTo("DONE");
        assertThat(seen(official)).isEmpty();
    }

    @Test
    void aTimerThatIsTriedByItselfIsShownAndNotBroughtForward() {
        CurrentUser official = world.official(province, Role.PROVINCE);
        String request = released(commenting());
        setDetails(request, "{");

        assertThatThrownBy(() -> fire(request, "timer_move")).isInstanceOf(RuntimeException.class);

        assertThat(seen(official)).singleElement().satisfies(incident -> {
            assertThat(incident.exhausted()).isZero();
            assertThat(incident.next()).isNotNull();
            assertThat(incident.mayTry()).isFalse();
        });
        assertThatThrownBy(() -> session.as(official, () -> incidents.tryAgain("transfer", "timer_move")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void onlyTheSoOfTheProvinceListsTheRequest() {
        String request = ask(commenting());

        assertThat(listed(world.official(province, Role.PROVINCE))).containsExactly(request);
        assertThat(listed(world.official(world.province(), Role.PROVINCE))).isEmpty();
        life.take(from.clerk(), "transfer.cancel", request, Map.of("reason", REASON));
        assertThat(session.as(world.official(province, Role.PROVINCE), board::lists)
                        .ended())
                .extracting(RequestBoard.Row::id)
                .containsExactly(request);
    }

    private List<String> listed(CurrentUser official) {
        return session.as(official, board::lists).others().stream()
                .map(RequestBoard.Row::id)
                .toList();
    }

    private List<Incident> seen(CurrentUser official) {
        return session.as(official, incidents::ofProvince);
    }

    private String details(String request) {
        return jdbc.sql("select details from record_request where id = ?")
                .param(request)
                .query(String.class)
                .single();
    }

    private void setDetails(String request, String details) {
        jdbc.sql("update record_request set details = ? where id = ?")
                .params(details, request)
                .update();
    }
}
