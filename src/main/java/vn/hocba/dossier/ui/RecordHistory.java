package vn.hocba.dossier.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import vn.hocba.audit.AuditLog;
import vn.hocba.dossier.RecordPage;
import vn.hocba.ui.Card;
import vn.hocba.ui.DataTable;
import vn.hocba.ui.Wording;

/** What happened to a record: who, when, why; and whether the log of it is whole. */
class RecordHistory extends Div {

    private static final long serialVersionUID = 1L;

    RecordHistory(RecordPage.Page page, AuditWords words) {
        addClassName("office-content");
        Paragraph mark = new Paragraph(
                page.historyIntact() ? text("office.record.history.intact") : text("office.record.history.broken"));
        mark.addClassName(page.historyIntact() ? "office-good" : "office-warning");
        List<AuditLog.Entry> actions =
                page.history().stream().filter(entry -> !words.isRead(entry)).toList();
        DataTable<AuditLog.Entry> table = new DataTable<AuditLog.Entry>(text("office.record.tab.history"))
                .column(text("office.record.history.when"), entry -> new Span(Wording.moment(entry.at())))
                .column(text("office.record.history.what"), entry -> new Span(words.of(entry)))
                .column(text("office.record.history.who"), RecordHistory::who);
        table.addClassName("history");
        table.setRows(actions);
        add(mark);
        int reads = page.history().size() - actions.size();
        if (reads > 0) {
            Checkbox withReads = new Checkbox(text("office.record.history.reads", reads));
            withReads.addValueChangeListener(change -> table.setRows(change.getValue() ? page.history() : actions));
            add(withReads);
        }
        add(new Card(text("office.record.tab.history"), table));
    }

    private static Span who(AuditLog.Entry entry) {
        return new Span(
                entry.actorTitle().isBlank() ? entry.actorName() : entry.actorName() + " – " + entry.actorTitle());
    }
}
