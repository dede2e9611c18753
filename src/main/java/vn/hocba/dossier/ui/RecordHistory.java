package vn.hocba.dossier.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.Part;
import vn.hocba.audit.AuditLog;
import vn.hocba.dossier.RecordPage;
import vn.hocba.record.CellChanges;
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
        // What changed in a cell has a table of its own.
        List<AuditLog.Entry> history = page.history().stream()
                .filter(entry -> !entry.action().equals(CellChanges.ACTION))
                .toList();
        List<AuditLog.Entry> actions =
                history.stream().filter(entry -> !words.isRead(entry)).toList();
        DataTable<AuditLog.Entry> table = new DataTable<AuditLog.Entry>(text("office.record.tab.history"))
                .column(text("office.record.history.when"), entry -> new Span(Wording.moment(entry.at())))
                .column(text("office.record.history.what"), entry -> new Span(words.of(entry)))
                .column(text("office.record.history.who"), RecordHistory::who);
        table.addClassName("history");
        table.setRows(actions);
        add(mark);
        int reads = history.size() - actions.size();
        if (reads > 0) {
            Checkbox withReads = new Checkbox(text("office.record.history.reads", reads));
            withReads.addValueChangeListener(change -> table.setRows(change.getValue() ? history : actions));
            add(withReads);
        }
        if (!history.isEmpty()) {
            add(new Card(text("office.record.tab.history"), table));
        }
        add(page.cellChanges().isEmpty() ? noCellChanged() : new Card(text("office.record.cells"), cells(page)));
    }

    private static Paragraph noCellChanged() {
        return new Paragraph(text("office.record.cells.none"));
    }

    private static DataTable<CellChanges.Change> cells(RecordPage.Page page) {
        DataTable<CellChanges.Change> table = new DataTable<CellChanges.Change>(text("office.record.cells"))
                .words(text("office.record.history.when"), change -> Wording.moment(change.at()))
                .words(text("office.record.change.what"), change -> name(page, change))
                .words(text("office.record.change.before"), CellChanges.Change::before)
                .words(
                        text("office.record.change.after"),
                        change -> change.after().isEmpty() ? text("office.record.cells.emptied") : change.after())
                .words(text("office.record.history.who"), change -> who(change.actorName(), change.actorTitle()));
        table.setRows(page.cellChanges());
        return table;
    }

    /** «Toán, điểm»; a cell that the form no longer has goes by its code. */
    private static String name(RecordPage.Page page, CellChanges.Change change) {
        Optional<Part> part = page.regulation().part(page.content().grade(), change.part());
        String cell = part.stream()
                .flatMap(form -> form.cells().stream())
                .filter(one -> one.code().equals(change.cell()))
                .findFirst()
                .map(Cell::name)
                .orElse(change.cell());
        return part.filter(form -> form.kind() == Part.Kind.SUBJECT)
                .map(form -> text("record.change.cell", form.name(), cell))
                .orElse(cell);
    }

    private static Span who(AuditLog.Entry entry) {
        return new Span(who(entry.actorName(), entry.actorTitle()));
    }

    private static String who(String name, String title) {
        return title.isBlank() ? name : name + " – " + title;
    }
}
