package vn.hocba.rehearsal;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.rehearsal.Course.Scene;
import vn.hocba.request.Input;
import vn.hocba.request.RequestBoard;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Texts;
import vn.hocba.workflow.Step;

/** The people of a scene, and what they do together. */
@Component
class Cast {

    private final SchoolPlay play;
    private final PlayedRecords records;
    private final SchoolDirectory directory;
    private final RequestBoard requests;
    private final Session session;

    Cast(SchoolPlay play, PlayedRecords records, SchoolDirectory directory, RequestBoard requests, Session session) {
        this.play = play;
        this.records = records;
        this.directory = directory;
        this.requests = requests;
        this.session = session;
    }

    /** Anybody with a role at a school. */
    static CurrentUser someone(Scene scene, Unit school, Role role) {
        return someone(scene, school.id(), role);
    }

    static CurrentUser someone(Scene scene, String schoolId, Role role) {
        return scene.everyone()
                .filter(person -> person.is(role) && person.unitId().equals(schoolId))
                .findFirst()
                .orElseThrow();
    }

    /** The homeroom teacher of a record. */
    CurrentUser homeroom(Scene scene, String record) {
        String staff = directory.classById(records.classId(record)).homeroomStaffId();
        return scene.everyone()
                .filter(person -> staff.equals(person.staffId()))
                .findFirst()
                .orElseThrow();
    }

    /** Takes an offer, and gives the request that came of it. */
    String take(CurrentUser who, String offer, String target, Map<String, Object> values) {
        return take(who, offer, target, Input.of(values));
    }

    String take(CurrentUser who, String offer, String target, Input input) {
        return session.as(who, () -> requests.take(offer, target, input));
    }

    /** Whether somebody is offered something about a record. */
    boolean isOffered(CurrentUser who, String offer, String record) {
        return session.as(who, () -> requests.offers(record)).stream()
                .anyMatch(one -> one.name().equals(offer));
    }

    /** Everybody does what waits at a step. */
    void everybody(Scene scene, Step step) {
        these(scene, scene.people(), step);
    }

    private void these(Scene scene, List<CurrentUser> people, Step step) {
        for (CurrentUser person : people) {
            scene.problems().addAll(play.work(person, step, scene.pin(), List.of(), progress -> {}));
        }
    }

    /** From the homeroom teacher's signature to the receipt. */
    void signAgain(Scene scene) {
        for (Step step : List.of(Step.HOMEROOM, Step.PRINCIPAL, Step.SEAL, Step.SUBMIT)) {
            everybody(scene, step);
        }
        awaitReceipts();
    }

    /** From the comments to the receipt, by people who have done nothing until now and join. */
    void join(Scene scene) {
        for (Step step : Step.values()) {
            these(scene, scene.late(), step);
        }
        awaitReceipts();
        scene.people().addAll(scene.late());
        scene.late().clear();
    }

    void awaitReceipts() {
        Pause.until(Texts.vi("rehearsal.receipts"), () -> !records.areSubmitted());
    }

    static String reason() {
        return Texts.vi("rehearsal.reason");
    }

    static String decision() {
        return Texts.vi("rehearsal.decision");
    }

    static Map<String, Object> because() {
        return Map.of("reason", reason());
    }
}
