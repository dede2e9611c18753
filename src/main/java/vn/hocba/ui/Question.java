package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks once more before something that cannot be taken back. Must not be opened from another dialog. */
public final class Question {

    private Question() {}

    /**
     * @param title «Đóng dấu 38 học bạ?»
     * @param consequence what will be so afterwards
     * @param actionLabel names the action, never «OK»
     */
    public static void ask(String title, String consequence, String actionLabel, Runnable action) {
        ConfirmDialog dialog = new ConfirmDialog(title, consequence, actionLabel, confirmed -> action.run());
        dialog.setCancelable(true);
        dialog.setCancelText(text("ui.cancel"));
        if (AskingDialog.isFirst(Question.class, dialog::isOpened)) {
            dialog.open();
        }
    }
}
