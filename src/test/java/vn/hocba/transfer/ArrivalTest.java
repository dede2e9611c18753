package vn.hocba.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.request.Evidence;
import vn.hocba.request.Input;
import vn.hocba.shared.Refused;
import vn.hocba.signing.session.Entered;
import vn.hocba.transfer.TransferBoard.Case;
import vn.hocba.transfer.TransferBoard.Overdue;

/** What the units above the schools see: overdue answers, and who left the province and has not arrived as far as anybody knows. */
class ArrivalTest extends TransferWorld {

    private static final String FOUND = "Công an xã xác minh ngày 12/11, gia đình ở huyện khác";

    @Autowired
    TransferBoard transfers;

    @Autowired
    CloseArrival close;

    private CurrentUser so;
    private CurrentUser commune;
    private CurrentUser otherCommune;

    @BeforeEach
    void unitsAbove() {
        so = world.official(province, Role.PROVINCE);
        from = world.schoolBelow(world.intermediate(province));
        commune = from.official();
        otherCommune = world.schoolBelow(world.intermediate(province)).official();
    }

    private String gone(String record) {
        String request = askOut(record);
        release(request, today());
        fire(request, "timer_move");
        return request;
    }

    private List<String> cases(CurrentUser who) {
        return session.as(who, transfers::unconfirmed).stream()
                .map(Case::requestId)
                .toList();
    }

    private List<String> overdue(CurrentUser who) {
        return session.as(who, transfers::overdue).stream()
                .map(Overdue::requestId)
                .toList();
    }

    private void close(CurrentUser who, String request, ArrivalOutcome outcome, String number) {
        session.run(who, () -> close.close(request, outcome, number, FOUND));
    }

    @Test
    void nobodyIsAskedForToAnotherProvinceWithoutThePaperOfTheReceivingSchool() {
        String record = commenting();
        Map<String, Object> entered =
                Map.of("school", "Trường xa", "province", "Sở xa", "number", "31/TN", "day", today(), "reason", REASON);

        assertThatThrownBy(() -> session.run(
                        from.clerk(),
                        () -> board.take("transfer.ask-out", record, new Input(entered, List.of(), Entered.nothing()))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("giấy tiếp nhận");

        String request = askOut(record);
        assertThat(page(from.principal(), request).facts().get("Giấy tiếp nhận của nơi chuyển đến"))
                .startsWith("Số 31/TN");
        jdbc.sql("update record_request set details = regexp_replace(details, ',\"acceptance\":.*', '}') where id = ?")
                .param(request)
                .update();
        assertThat(page(from.principal(), request).offers())
                .as("one that was asked before a paper was asked for")
                .filteredOn(offer -> offer.name().equals("transfer.release"))
                .singleElement()
                .satisfies(offer -> assertThat(offer.obstacle()).hasMessageContaining("đề nghị lại"));
    }

    @Test
    void whoLeftTheProvinceIsACaseOfItsCommuneAndSoUntilTheClerkHasTheConfirmation() {
        String request = gone(commenting());

        assertThat(cases(so)).containsExactly(request);
        assertThat(cases(commune)).containsExactly(request);
        assertThat(cases(otherCommune)).isEmpty();
        assertThat(cases(world.school().official())).isEmpty();
        for (CurrentUser other : List.of(from.principal(), from.clerk(), from.admin())) {
            assertThatThrownBy(() -> cases(other)).isInstanceOf(Refused.class);
        }
        life.take(from.clerk(), "transfer.receipt", request, Map.of("number", "12/XN", "day", today()));

        assertThat(cases(so)).isEmpty();
        assertThat(page(from.clerk(), request).facts().get("Xác nhận đến trường"))
                .startsWith("Đã đến trường");
    }

    @Test
    void aCaseStaysWhenTheSchoolHasWaitedInVainAndIsClosedByWhomTheSchoolIsBelowWithAReason() {
        String record = commenting();
        String request = gone(record);
        fire(request, "boundaryEvent_noReceipt");
        assertThat(life.request(request)).isEqualTo("DONE");
        assertThat(cases(commune)).containsExactly(request);
        for (CurrentUser stranger : List.of(otherCommune, world.school().official(), from.principal(), from.clerk())) {
            assertThatThrownBy(() -> close(stranger, request, ArrivalOutcome.LEFT_SCHOOL, ""))
                    .isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> close(commune, request, ArrivalOutcome.ARRIVED, " "))
                .hasMessageContaining("số giấy xác nhận");
        assertThatThrownBy(() -> session.run(commune, () -> close.close(request, ArrivalOutcome.LEFT_SCHOOL, "", "vì")))
                .hasMessageContaining("căn cứ");

        close(commune, request, ArrivalOutcome.LEFT_SCHOOL, "");

        assertThat(cases(commune)).isEmpty();
        assertThat(cases(so)).isEmpty();
        assertThat(page(from.clerk(), request).facts().get("Xác nhận đến trường"))
                .isEqualTo("Đã thôi học: " + FOUND);
        assertThatThrownBy(() -> close(so, request, ArrivalOutcome.ELSEWHERE, ""))
                .hasMessageContaining("đã được khép");
        assertThat(audit.isIntact(record)).isTrue();
    }

    @Test
    void theClerkDoesNotWaitForAConfirmationThatTheSoHas() {
        String request = gone(commenting());

        close(so, request, ArrivalOutcome.ARRIVED, "15/XN");

        assertThat(life.request(request)).isEqualTo("DONE");
        assertThatThrownBy(() ->
                        life.take(from.clerk(), "transfer.receipt", request, Map.of("number", "1", "day", today())))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aSchoolHereThatTakesThePupilInAnswersTheCase() {
        String record = commenting();
        String out = gone(record);
        byte[] file = session.as(
                        from.clerk(),
                        () -> board.file(page(from.clerk(), out).files().stream()
                                .filter(kept -> kept.name().endsWith(".xml"))
                                .findFirst()
                                .orElseThrow()
                                .id()))
                .content();
        School far = world.school();
        String in = session.as(
                far.clerk(),
                () -> board.take(
                        "transfer.bring",
                        "",
                        new Input(
                                Map.of("reason", REASON),
                                List.of(new Evidence("ban-giao.xml", file)),
                                Entered.nothing())));
        life.take(far.principal(), "transfer.accept", in, Map.of("class", far.classId()));

        assertThat(cases(so)).isEmpty();
        assertThat(page(from.clerk(), out).facts().get("Xác nhận đến trường"))
                .contains(far.unit().name());
    }

    @Test
    void anOverdueAnswerIsSeenByTheUnitsAboveBothSchoolsAndByNoOther() {
        String request = ask(commenting());
        CurrentUser toCommune = to.official();
        for (CurrentUser above : List.of(so, commune, toCommune)) {
            assertThat(overdue(above)).isEmpty();
        }
        jdbc.sql("update record_request set due_at = timestampadd(day, -30, due_at) where id = ?")
                .param(request)
                .update();

        for (CurrentUser above : List.of(so, commune, toCommune)) {
            assertThat(session.as(above, transfers::overdue)).singleElement().satisfies(late -> {
                assertThat(late.requestId()).isEqualTo(request);
                assertThat(late.waitsFor()).isEqualTo(to.unit().name());
            });
        }
        for (CurrentUser other : List.of(otherCommune, world.school().official())) {
            assertThat(overdue(other)).isEmpty();
        }
        assertThatThrownBy(() -> overdue(from.principal())).isInstanceOf(Refused.class);
        accept(request);
        assertThat(overdue(so)).isEmpty();
    }
}
