package vn.hocba.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.hocba.desk.ReturnRecords;
import vn.hocba.desk.ReturnRecords.Instruction;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.rehearsal.Course.Scene;
import vn.hocba.workflow.Step;

/** Some records are returned by the principal, some corrected after they were accepted, some taken back. */
@Component
class ChangedRecords {

    private final SchoolPlay play;
    private final PlayedRecords records;
    private final ReturnRecords returns;
    private final Cast cast;

    ChangedRecords(SchoolPlay play, PlayedRecords records, ReturnRecords returns, Cast cast) {
        this.play = play;
        this.records = records;
        this.returns = returns;
        this.cast = cast;
    }

    /** To the homeroom teacher, who signs again. */
    void giveBack(Scene scene, List<String> some) {
        scene.begin("rehearsal.returned");
        scene.happened("returned", some.size());
        Map<String, List<String>> byClass = new TreeMap<>();
        some.forEach(record -> byClass.computeIfAbsent(records.classId(record), id -> new ArrayList<>())
                .add(record));
        CurrentUser principal = Cast.someone(scene, scene.school(), Role.PRINCIPAL);
        byClass.forEach((classId, ofClass) -> scene.problems()
                .addAll(play.batch(
                        principal,
                        () -> returns.start(
                                classId,
                                ofClass,
                                new Instruction(Step.PRINCIPAL, Step.HOMEROOM, Set.of(), Cast.reason())))));
        cast.everybody(scene, Step.HOMEROOM);
    }

    /** Once the Sở has answered, their homeroom part is made anew. */
    void correct(Scene scene, List<String> some) {
        cast.awaitReceipts();
        scene.begin("rehearsal.corrected");
        scene.happened("corrected", some.size());
        CurrentUser clerk = Cast.someone(scene, scene.school(), Role.CLERK);
        CurrentUser principal = Cast.someone(scene, scene.school(), Role.PRINCIPAL);
        for (String record : some) {
            String request = cast.take(
                    clerk, "correction.ask", record, Map.of("parts", Set.of("HOMEROOM"), "reason", Cast.reason()));
            cast.take(principal, "correction.approve", request, Map.of());
        }
        cast.signAgain(scene);
    }

    /** Taken back by the school, made anew and handed in again. */
    void makeAnew(Scene scene, List<String> some) {
        scene.happened("made-anew", some.size());
        ask(scene, "retraction.ask-anew", some);
        cast.signAgain(scene);
    }

    void takeBack(Scene scene, List<String> some) {
        scene.happened("taken-back", some.size());
        ask(scene, "retraction.ask", some);
    }

    private void ask(Scene scene, String offer, List<String> some) {
        scene.begin("rehearsal.retracted");
        CurrentUser clerk = Cast.someone(scene, scene.school(), Role.CLERK);
        CurrentUser principal = Cast.someone(scene, scene.school(), Role.PRINCIPAL);
        for (String record : some) {
            cast.take(principal, "retraction.approve", cast.take(clerk, offer, record, Cast.because()), Map.of());
        }
    }
}
