package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.UI;
import java.util.Map;

/** What one account has typed into worksheets in this browser and the server does not have yet; the browser alone knows it. */
final class UnsavedWork {

    private final String owner;

    /** @param owner an account's id */
    UnsavedWork(String owner) {
        this.owner = owner;
    }

    /** Shows, outside the sheets themselves, which of them hold such cells, with the way there. */
    void remind(UI ui) {
        String texts = WorksheetJson.write(Map.of(
                "label", text("ui.unsaved.label"),
                "sheet", text("ui.unsaved.sheet"),
                "open", text("ui.unsaved.open"),
                "values", text("ui.unsaved.values"),
                "empty", text("ui.worksheet.browser.empty"),
                "discard", text("ui.unsaved.discard"),
                "later", text("ui.unsaved.later")));
        ui.getPage().addJsModule(Assets.url(Assets.UNSAVED));
        ui.getPage()
                .executeJs(
                        "window.hocbaUnsaved.remind($0, $1, $2)",
                        owner,
                        ui.getInternals().getActiveViewLocation().getPath(),
                        texts);
    }

    /** Signs out, after a question where something would be lost: at a computer that others use too nothing is left behind. */
    void leaveBefore(UI ui, Runnable signOut) {
        ui.getPage()
                .executeJs("return window.hocbaUnsaved ? window.hocbaUnsaved.count($0) : 0", owner)
                .then(Integer.class, count -> {
                    if (count == 0) {
                        signOut.run();
                    } else {
                        Question.ask(
                                text("ui.unsaved.sign-out", count),
                                text("ui.unsaved.sign-out.consequence"),
                                text("ui.unsaved.sign-out.action"),
                                () -> forgetAnd(ui, signOut));
                    }
                });
    }

    private void forgetAnd(UI ui, Runnable signOut) {
        ui.getPage()
                .executeJs("window.hocbaUnsaved.forget($0); return true", owner)
                .then(Boolean.class, done -> signOut.run());
    }
}
