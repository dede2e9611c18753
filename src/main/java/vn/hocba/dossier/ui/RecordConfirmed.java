package vn.hocba.dossier.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import vn.hocba.dossier.RecordReceipts;
import vn.hocba.dossier.RecordReceipts.Receipts;
import vn.hocba.registry.FreezeReceipts.Standing;
import vn.hocba.registry.FreezeReceipts.State;
import vn.hocba.registry.IntakeReceipts.Answer;
import vn.hocba.ui.Card;
import vn.hocba.ui.Facts;
import vn.hocba.ui.Wording;

/** What the Sở confirms of a record; nothing before it has answered about it. */
class RecordConfirmed extends Div {

    private static final long serialVersionUID = 1L;

    RecordConfirmed(String recordId, RecordReceipts receipts) {
        addClassName("office-content");
        Receipts known = receipts.of(recordId);
        if (known.answer() == null && known.freeze() == null) {
            return;
        }
        Facts facts = new Facts();
        if (known.answer() != null) {
            answer(facts, known.answer(), RecordFiles.intakeReceipt(receipts, recordId, "bien-nhan-" + recordId));
        }
        if (known.freeze() != null) {
            freeze(
                    facts,
                    known.freeze(),
                    RecordFiles.freezeReceipt(receipts, recordId, "hoc-ba-bien-nhan-" + recordId));
        }
        add(Card.padded(text("office.record.confirmed"), facts));
    }

    private static void answer(Facts facts, Answer answer, DownloadHandler file) {
        facts.fact(
                text("office.record.confirmed.intake"),
                answer.signed()
                        ? new Anchor(file, text("office.record.confirmed.intake.signed", answer.number()))
                        : new Span(text("office.record.confirmed.intake.awaited", answer.number())));
    }

    private static void freeze(Facts facts, Standing freeze, DownloadHandler file) {
        facts.fact(text("office.record.confirmed.effective"), Wording.date(freeze.effectiveOn()));
        facts.fact(
                text("office.record.confirmed.freeze"),
                freeze.state() == State.SIGNED
                        ? new Anchor(
                                file,
                                text(
                                        "office.record.confirmed.freeze.SIGNED",
                                        freeze.signer(),
                                        Wording.moment(freeze.signedAt())))
                        : new Span(text("office.record.confirmed.freeze." + freeze.state())));
    }
}
