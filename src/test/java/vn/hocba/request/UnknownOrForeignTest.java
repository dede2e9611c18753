package vn.hocba.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.hocba.fixture.RecordLife.REASON;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.calendar.Wave;
import vn.hocba.dossier.CheckSignatures;
import vn.hocba.dossier.RecordDocuments;
import vn.hocba.dossier.RecordPage;
import vn.hocba.dossier.WholeBook;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;
import vn.hocba.transfer.ArrivalOutcome;
import vn.hocba.transfer.CloseArrival;

/** Who asks about what belongs to others is answered as if it were not there: nobody finds out by asking which ids there are. */
@ReleasedRecordsTest
class UnknownOrForeignTest {

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    RequestBoard board;

    @Autowired
    List<Action> actions;

    @Autowired
    CloseArrival arrivals;

    @Autowired
    RecordPage pages;

    @Autowired
    RecordDocuments documents;

    @Autowired
    CheckSignatures signatures;

    @Autowired
    WholeBook books;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyDoorOfRequestsAndRecordsAnswersBothAlike() {
        School school = world.school();
        String frozen = life.accepted(school);
        life.cutOff(school, Wave.FIRST);
        String commenting = world.commenting(school, "Giàng A Sử");
        String accepted = life.accepted(school);
        List<String> requests = List.of(
                life.take(
                        school.principal(),
                        "supplement.ask",
                        frozen,
                        Map.of("ground", "CIVIL_STATUS", "field", "HO_VA_TEN", "right", "Lò Thị Mài", "reason", REASON),
                        new Evidence("trich-luc.pdf", new byte[] {1})),
                life.take(
                        school.homeroom(),
                        "inclusion.ask",
                        commenting,
                        Map.of("by", "PLAN", "number", "12/QĐ-TH", "day", LocalDate.of(2026, 9, 5), "reason", REASON)),
                life.askCorrection(school, accepted, "TOAN"));
        String file = jdbc.sql("select id from request_file where request_id = ?")
                .param(requests.get(0))
                .query(String.class)
                .single();

        for (CurrentUser stranger : strangers(school)) {
            requests.forEach(request -> alike(stranger, request, onRequests()));
            List.of(frozen, commenting, accepted).forEach(record -> alike(stranger, record, onRecords()));
            alike(stranger, file, Map.of("file", board::file));
        }
        requests.forEach(
                request -> assertThat(life.request(request)).as("untouched").isEqualTo("OPEN"));
    }

    private List<CurrentUser> strangers(School school) {
        School beside = world.schoolBelow(school.province());
        School far = world.school();
        List<CurrentUser> strangers = new ArrayList<>();
        for (School other : List.of(beside, far)) {
            strangers.addAll(List.of(other.principal(), other.clerk(), other.homeroom(), other.admin()));
        }
        for (Role role : List.of(Role.PROVINCE_OFFICER, Role.PROVINCE_LEADER, Role.PROVINCE_CLERK)) {
            strangers.add(world.ofProvince(far.province(), role));
        }
        strangers.add(world.official(world.intermediate(far.province()), Role.SUPERVISOR));
        return strangers;
    }

    private Map<String, Consumer<String>> onRequests() {
        Map<String, Consumer<String>> doors = new LinkedHashMap<>();
        doors.put("page", board::page);
        doors.put("arrival", id -> arrivals.close(id, ArrivalOutcome.RETURNED, "", REASON));
        for (Action action : actions) {
            if (action instanceof RequestAction) {
                doors.put(action.name(), id -> board.take(action.name(), id, Input.of(Map.of())));
                doors.put("asks " + action.name(), id -> board.asks(action.name(), id));
            }
        }
        return doors;
    }

    private Map<String, Consumer<String>> onRecords() {
        Map<String, Consumer<String>> doors = new LinkedHashMap<>();
        doors.put("offers", board::offers);
        doors.put("page", pages::of);
        doors.put("printed form", documents::printedForm);
        doors.put("packet", documents::packet);
        doors.put("whole book", books::printed);
        doors.put("whole book offered", books::isOffered);
        doors.put("signatures", signatures::quick);
        doors.put("signatures again", signatures::full);
        for (Action action : actions) {
            if (action instanceof RecordAction) {
                doors.put(action.name(), id -> board.take(action.name(), id, Input.of(Map.of())));
            }
        }
        return doors;
    }

    private void alike(CurrentUser who, String foreign, Map<String, Consumer<String>> doors) {
        doors.forEach((door, call) -> assertThat(answer(who, () -> call.accept(foreign)))
                .as(door + " to " + who.roles() + " of " + who.unitPath())
                .isEqualTo(answer(who, () -> call.accept(Ids.next()))));
    }

    private String answer(CurrentUser who, Runnable call) {
        Refused refused = catchThrowableOfType(Refused.class, () -> session.run(who, call));
        return refused == null ? "done" : refused.kind() + " " + refused.getMessage();
    }
}
