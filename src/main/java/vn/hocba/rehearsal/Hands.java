package vn.hocba.rehearsal;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vn.hocba.desk.clerk.SealClass;
import vn.hocba.desk.principal.SignPrincipal;
import vn.hocba.desk.teacher.ConfirmRewards;
import vn.hocba.desk.teacher.FinishSubject;
import vn.hocba.desk.teacher.SignHomeroom;
import vn.hocba.signing.session.Entered;
import vn.hocba.submission.SubmitClass;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.Inbox;

/** What people do at their desks about a group of their inbox, through the same use cases as the screens. */
@Component
class Hands {

    private final FinishSubject finishSubject;
    private final ConfirmRewards confirmRewards;
    private final SignHomeroom signHomeroom;
    private final SignPrincipal signPrincipal;
    private final SealClass sealClass;
    private final SubmitClass submitClass;
    private final PlayedBatches batches;

    Hands(
            FinishSubject finishSubject,
            ConfirmRewards confirmRewards,
            SignHomeroom signHomeroom,
            SignPrincipal signPrincipal,
            SealClass sealClass,
            SubmitClass submitClass,
            PlayedBatches batches) {
        this.finishSubject = finishSubject;
        this.confirmRewards = confirmRewards;
        this.signHomeroom = signHomeroom;
        this.signPrincipal = signPrincipal;
        this.sealClass = sealClass;
        this.submitClass = submitClass;
        this.batches = batches;
    }

    /**
     * Does it, in the name of the current user.
     *
     * @return what could not be done, with the reason
     */
    List<String> work(Inbox.Group group, String pin, Consumer<Batches.Progress> watcher) {
        String classId = group.classId();
        return switch (group.step()) {
            case COMMENTS ->
                finishSubject.finish(classId, group.part()).incomplete().stream()
                        .map(row -> group.className() + ", " + row.pupilName() + ": " + row.reason())
                        .toList();
            case HOMEROOM -> {
                confirmRewards.inClass(classId);
                yield PlayedBatches.problems(batches.await(
                        () -> signHomeroom.start(classId, List.of(), Entered.pin(pin.toCharArray())), watcher));
            }
            case PRINCIPAL ->
                PlayedBatches.problems(batches.await(
                        () -> signPrincipal.start(classId, List.of(), Entered.pin(pin.toCharArray())), watcher));
            case SEAL ->
                PlayedBatches.problems(batches.await(
                        () -> sealClass.start(classId, List.of(), Entered.pin(pin.toCharArray())), watcher));
            case SUBMIT -> {
                submitClass.submit(classId, Entered.pin(pin.toCharArray()));
                yield List.of();
            }
        };
    }
}
