package vn.hocba.receipt.ui;

import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.receipt.ApproveList;
import vn.hocba.receipt.SignList;
import vn.hocba.registry.ConfirmedList;
import vn.hocba.shared.Refused;
import vn.hocba.signing.ui.SigningDialog;
import vn.hocba.ui.BatchProgress;
import vn.hocba.ui.Facts;
import vn.hocba.ui.Notice;
import vn.hocba.ui.ToBeSigned;
import vn.hocba.ui.Wording;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.ui.FollowedBatch;

/** What the people of the Sở do with a list that waits: a leader approves it, the clerk signs it. */
final class ReceiptActs {

    private final ApproveList approval;
    private final SignList signing;
    private final Batches batches;
    private final CurrentUser user;
    private final Runnable changed;

    /** @param changed called when something was done, so that it shows */
    ReceiptActs(ApproveList approval, SignList signing, Batches batches, CurrentUser user, Runnable changed) {
        this.approval = approval;
        this.signing = signing;
        this.batches = batches;
        this.user = user;
        this.changed = changed;
    }

    /**
     * Adds it to the body of the list's card.
     *
     * @param title what is signed
     * @param owner the Sở, as its certificate names it
     */
    void draw(Div body, Facts facts, String title, ConfirmedList list, String owner) {
        Optional<Batches.Progress> batch = batches.latest().stream()
                .filter(own -> own.batchId().equals(list.batchId()))
                .findFirst();
        batch.filter(own -> !own.isComplete())
                .ifPresent(own -> body.add(new BatchProgress(() -> followed(own.batchId()), changed)));
        if (batch.filter(ReceiptActs::goesOn).isPresent()) {
            return;
        }
        if (list.approvedBy() == null) {
            body.add(
                    Right.APPROVE_RECEIPTS.isOf(user)
                            ? primary(text("receipt.approve"), () -> approve(list))
                            : new Paragraph(text("receipt.waits-for-leader")));
            return;
        }
        facts.fact(
                text("receipt.approved-by"), text("receipt.by-at", list.approvedByName(), moment(list.approvedAt())));
        body.add(
                Right.SIGN_RECEIPTS.isOf(user)
                        ? primary(text("receipt.sign"), () -> askToSign(title, list, owner))
                        : new Paragraph(text("receipt.waits-for-clerk")));
    }

    private void approve(ConfirmedList list) {
        try {
            approval.approve(list.id());
            Notice.done(text("receipt.approved"));
        } catch (Refused refused) {
            Notice.refused(refused.text(Wording.locale()));
        }
        changed.run();
    }

    private void askToSign(String title, ConfirmedList list, String owner) {
        try {
            SigningDialog.open(
                    signing.asks(),
                    ToBeSigned.receipts(list.total()),
                    text("receipt.sign.what", title),
                    owner,
                    entered -> {
                        signing.sign(list.id(), entered);
                        changed.run();
                    });
        } catch (Refused refused) {
            Notice.refused(refused.text(Wording.locale()));
        }
    }

    private static boolean goesOn(Batches.Progress batch) {
        BatchProgress.State state = FollowedBatch.state(batch);
        return state == BatchProgress.State.RUNNING || state == BatchProgress.State.WAITING;
    }

    private BatchProgress.Progress followed(String batchId) {
        return FollowedBatch.of(batches.progress(batchId), list -> text("receipt.list"));
    }

    private static Button primary(String words, Runnable action) {
        Button button = new Button(words, click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }
}
