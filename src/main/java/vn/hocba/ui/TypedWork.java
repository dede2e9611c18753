package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.dialog.Dialog;

/** What is typed into a dialog and was not sent: only a button throws it away. */
public final class TypedWork {

    /** The fields of the dialog in front; looked at in the browser, which alone knows the letters of a field that is not left yet. */
    private static final String HAS_WORDS = "return [...(this.$?.overlay ?? this._overlayElement ?? document)"
            + ".querySelectorAll('vaadin-text-area textarea, vaadin-text-field input')]"
            + ".some(field => !field.readOnly && field.value.trim() !== '')";

    private TypedWork() {}

    /** Neither Esc nor a click beside the dialog closes it while something is typed. */
    public static void keepIn(Dialog dialog) {
        dialog.setCloseOnOutsideClick(false);
        dialog.addDialogCloseActionListener(
                asked -> dialog.getElement().executeJs(HAS_WORDS).then(Boolean.class, typed -> {
                    if (typed) {
                        Notice.hint(text("ui.typed-kept"));
                    } else {
                        dialog.close();
                    }
                }));
    }
}
