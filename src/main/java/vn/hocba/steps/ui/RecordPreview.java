package vn.hocba.steps.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Paragraph;
import vn.hocba.steps.RecordDocuments;

/** The printed form of one record beside a list. */
class RecordPreview extends Div {

    private static final long serialVersionUID = 1L;

    /** After the cover and the personal page. */
    private static final int FIRST_PAGE_OF_THE_YEAR = 3;

    /** The viewer's own bars would leave no room for the page; on a phone, where the frame is hidden, nothing is loaded. */
    private static final String LOAD_WHEN_SEEN =
            "new IntersectionObserver((seen, observer) => { if (seen.some(entry => entry.isIntersecting)) {"
                    + " observer.disconnect();"
                    + " this.src = this.dataset.src + '#page=' + $0 + '&navpanes=0&toolbar=0&view=FitH'; } }).observe(this)";

    private final transient RecordDocuments documents;
    private String shown;

    RecordPreview(RecordDocuments documents) {
        this.documents = documents;
        addClassName("record-preview");
        Paragraph hint = new Paragraph(text("office.approval.preview.hint"));
        hint.addClassName("record-preview-hint");
        add(hint);
    }

    void show(String recordId, String pupilName) {
        if (recordId.equals(shown)) {
            return;
        }
        shown = recordId;
        removeAll();
        H2 heading = new H2(pupilName);
        Anchor open =
                new Anchor(RecordFiles.printedForm(documents, recordId, "hoc-ba-" + recordId), text("office.open-pdf"));
        open.setTarget(AnchorTarget.BLANK);
        Div head = new Div(heading, open);
        head.addClassName("record-preview-head");
        IFrame frame = new IFrame();
        frame.setTitle(text("office.approval.preview", pupilName));
        frame.getElement().setAttribute("data-src", RecordFiles.printedForm(documents, recordId, "hoc-ba-" + recordId));
        frame.getElement().executeJs(LOAD_WHEN_SEEN, FIRST_PAGE_OF_THE_YEAR);
        add(head, frame);
    }
}
