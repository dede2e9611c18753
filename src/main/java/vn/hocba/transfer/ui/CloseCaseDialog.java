package vn.hocba.transfer.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import vn.hocba.shared.Refused;
import vn.hocba.transfer.ArrivalOutcome;
import vn.hocba.transfer.CloseArrival;
import vn.hocba.transfer.TransferBoard.Case;
import vn.hocba.ui.AskingDialog;
import vn.hocba.ui.Notice;
import vn.hocba.ui.TypedWork;
import vn.hocba.ui.Wording;

/** Asks what became of a pupil. */
final class CloseCaseDialog extends AskingDialog {

    private static final long serialVersionUID = 1L;

    CloseCaseDialog(CloseArrival close, Case open, Runnable afterwards) {
        setHeaderTitle(text("transfer.below.close-of", open.pupilName()));
        setWidth("36rem");
        setMaxWidth("95vw");
        TypedWork.keepIn(this);
        Select<ArrivalOutcome> outcome = new Select<>();
        outcome.setLabel(text("transfer.below.outcome"));
        outcome.setItems(ArrivalOutcome.values());
        outcome.setItemLabelGenerator(item -> text(item.key()));
        outcome.setWidthFull();
        TextField number = new TextField(text("transfer.below.number"));
        number.setWidthFull();
        TextArea note = new TextArea(text("transfer.below.note"));
        note.setMaxLength(CloseArrival.LONGEST_NOTE);
        note.setWidthFull();
        Paragraph refusal = new Paragraph();
        refusal.addClassName("login-problem");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        add(new Paragraph(text("transfer.below.explain")), outcome, number, note, refusal);
        Button go = new Button(
                text("transfer.below.close"),
                click -> once(() -> {
                    try {
                        close.close(open.requestId(), outcome.getValue(), number.getValue(), note.getValue());
                        close();
                        Notice.done(text("transfer.below.closed"));
                        afterwards.run();
                    } catch (Refused refused) {
                        refusal.setText(refused.text(Wording.locale()));
                        refusal.setVisible(true);
                    } finally {
                        click.getSource().setEnabled(true);
                    }
                }));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.setDisableOnClick(true);
        getFooter().add(new Button(text("ui.cancel"), click -> close()), go);
    }
}
