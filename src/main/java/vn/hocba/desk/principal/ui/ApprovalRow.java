package vn.hocba.desk.principal.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ScrollOptions;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import vn.hocba.desk.OddityWords;
import vn.hocba.desk.principal.ApprovalList;
import vn.hocba.dossier.RecordDocuments;
import vn.hocba.dossier.ui.RecordFiles;
import vn.hocba.dossier.ui.RecordView;
import vn.hocba.record.Oddity;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Wording;

/** A pupil in the principal's list: what is odd, the result with its reason, reward and comment. */
class ApprovalRow extends ListItem {

    private static final long serialVersionUID = 1L;

    private final transient ApprovalList.Row row;
    private final NativeButton name;

    /** @param box to choose it; null where it does not wait for the principal */
    ApprovalRow(ApprovalList.Row row, Checkbox box, RecordDocuments documents, OddityWords oddities, Runnable show) {
        this.row = row;
        addClassName("pupil-row");
        name = new NativeButton(text("office.row.number", row.ordinal(), row.pupilName()), click -> show.run());
        name.addClassName("pupil-name");
        Div heading = new Div(name);
        heading.addClassName("pupil-heading");
        if (row.result() != null) {
            heading.add(row.completed() ? Badge.plain(row.result()) : Badge.late(row.result()));
        }
        if (!row.waits()) {
            heading.add(Badge.plain(row.state().term()));
        }
        Div words = new Div(heading);
        words.addClassName("pupil-words");
        boolean nothing = has(Oddity.NothingAssessed.class) || has(Oddity.AssessedOtherwise.class);
        if ((row.waits() || nothing) && !row.oddities().isEmpty()) {
            words.add(remarks(oddities));
        }
        if (row.result() == null && !nothing) {
            words.add(small(text("office.row.result.none")));
        } else if (!row.reasons().isEmpty() && !saysReasonsAlready()) {
            words.add(small(text("office.row.reasons", row.reasons())));
        }
        if (row.reward() != null && !row.reward().isBlank()) {
            words.add(small(text("office.row.reward", row.reward())));
        }
        if (row.comment() != null) {
            Paragraph comment = new Paragraph(row.comment());
            comment.addClassName("pupil-comment");
            words.add(comment);
        }
        words.add(links(documents));
        if (box != null) {
            add(box);
        }
        add(words);
    }

    String recordId() {
        return row.recordId();
    }

    String pupilName() {
        return row.pupilName();
    }

    /** Of documents that are kept, without an ending. */
    String fileName() {
        return "hoc-ba-" + row.pupilCode();
    }

    void current(boolean now) {
        if (now) {
            getElement().setAttribute("aria-current", "true");
        } else {
            getElement().removeAttribute("aria-current");
        }
    }

    void focus() {
        name.focus();
    }

    /** So that the list goes along with the pages beside it. */
    void bringIntoView() {
        name.scrollIntoView(new ScrollOptions(
                ScrollOptions.Behavior.AUTO, ScrollOptions.Alignment.NEAREST, ScrollOptions.Alignment.NEAREST));
    }

    private boolean saysReasonsAlready() {
        return row.waits() && (has(Oddity.NotCompleted.class) || has(Oddity.ResultBelowLevels.class));
    }

    private boolean has(Class<? extends Oddity> kind) {
        return row.oddities().stream().anyMatch(kind::isInstance);
    }

    private Component remarks(OddityWords oddities) {
        UnorderedList list = new UnorderedList();
        list.addClassName("pupil-remarks");
        row.oddities().forEach(oddity -> list.add(new ListItem(oddities.of(oddity, Wording.locale()))));
        return list;
    }

    private Component links(RecordDocuments documents) {
        RouterLink page = new RouterLink(text("office.open-record"), RecordView.class, row.recordId());
        Anchor pdf =
                new Anchor(RecordFiles.printedForm(documents, row.recordId(), fileName()), text("office.open-pdf"));
        pdf.setTarget(AnchorTarget.BLANK);
        Div links = new Div(page, pdf);
        links.addClassName("pupil-links");
        return links;
    }

    private static Paragraph small(String words) {
        Paragraph paragraph = new Paragraph(words);
        paragraph.addClassName("small-print");
        return paragraph;
    }
}
