package vn.hocba.desk.teacher.ui;

import static vn.hocba.ui.Wording.text;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.desk.teacher.SignHomeroom;
import vn.hocba.desk.ui.BatchPlace;
import vn.hocba.desk.ui.SendBack;
import vn.hocba.identity.Session;
import vn.hocba.record.ClassSheets.HomeroomRow;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.signing.ui.SigningDialog;
import vn.hocba.ui.ToBeSigned;
import vn.hocba.workflow.Batches;

/** How a class leaves the homeroom teacher: signed in one go, or back to the teachers of its subjects; either is a batch that shows how far it is. */
@Component
class HomeroomSigning {

    private static final Set<String> KINDS = Set.of("sign-homeroom", "return");

    private final SignHomeroom signHomeroom;
    private final SendBack sendBack;
    private final Batches batches;
    private final Session session;

    HomeroomSigning(SignHomeroom signHomeroom, SendBack sendBack, Batches batches, Session session) {
        this.signHomeroom = signHomeroom;
        this.sendBack = sendBack;
        this.batches = batches;
        this.session = session;
    }

    /** @param whenOver called when a batch shown there comes to its end */
    BatchPlace place(Runnable whenOver) {
        return new BatchPlace(batches, whenOver);
    }

    /** Shows what this person left under way in the class. */
    void followUnderWay(String classId, BatchPlace progress) {
        progress.followUnderWay(classId, KINDS);
    }

    /**
     * Asks for the signature under what is ready.
     *
     * @param classes on the sheet; one, or those of a combined class
     * @param odd how many of them are worth a look
     */
    void sign(List<ClassInfo> classes, List<HomeroomRow> ready, int odd, BatchPlace progress) {
        List<String> records = ready.stream().map(HomeroomRow::recordId).toList();
        List<String> ids = classes.stream().map(ClassInfo::id).toList();
        String names = SheetClasses.names(classes);
        progress.unlessRunning(
                ids.get(0),
                signHomeroom.kind(),
                () -> SigningDialog.open(
                        signHomeroom.asks(ids),
                        ToBeSigned.records(records.size()),
                        odd == 0
                                ? text("screens.homeroom.sign.what", names)
                                : text("screens.homeroom.sign.what-odd", names, odd),
                        session.user().displayName(),
                        entered -> progress.follow(signHomeroom.start(ids, records, entered))));
    }

    /** Asks what of the class goes back, to whom and why. */
    void sendBack(ClassInfo info, List<HomeroomRow> here, BatchPlace progress) {
        sendBack.fromHomeroom(info.id(), here, progress::follow);
    }
}
