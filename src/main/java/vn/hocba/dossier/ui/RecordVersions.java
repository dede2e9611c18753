package vn.hocba.dossier.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import vn.hocba.dossier.RecordPage;
import vn.hocba.record.PacketStore.VersionInfo;
import vn.hocba.record.RecordChanges.Change;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.DataTable;
import vn.hocba.ui.Wording;

/** The packets that were ever signed. */
final class RecordVersions {

    private RecordVersions() {}

    static Component of(RecordPage.Page page) {
        if (page.versions().isEmpty()) {
            return new Paragraph(text("office.record.version.none"));
        }
        DataTable<VersionInfo> table = new DataTable<VersionInfo>(text("office.record.tab.versions"))
                .column(text("office.record.version.no"), version -> new Span(Integer.toString(version.versionNo())))
                .column(text("office.record.version.state"), RecordVersions::state)
                .column(text("office.record.version.at"), version -> new Span(Wording.moment(version.createdAt())))
                .column(text("office.record.version.hash"), RecordVersions::hash);
        table.setRows(page.versions());
        Div all = new Div(new Card(text("office.record.tab.versions"), table));
        if (!page.changes().isEmpty()) {
            all.add(changes(page));
        }
        all.addClassName("office-content");
        return all;
    }

    private static Component changes(RecordPage.Page page) {
        DataTable<Change> table = new DataTable<Change>(text("office.record.changes"))
                .words(
                        text("office.record.change.versions"),
                        change -> text("office.record.change.from-to", change.fromVersion(), change.toVersion()))
                .words(text("office.record.change.what"), Change::name)
                .words(text("office.record.change.before"), change -> orDash(change.before()))
                .words(text("office.record.change.after"), change -> orDash(change.after()));
        table.setRows(page.changes());
        return new Card(text("office.record.changes"), table);
    }

    private static String orDash(String words) {
        return words.isEmpty() ? "–" : words;
    }

    private static Component state(VersionInfo version) {
        String words = text("office.record.version." + version.state());
        return version.state().equals("CURRENT") ? Badge.ok(words) : Badge.plain(words);
    }

    private static Component hash(VersionInfo version) {
        Span hash = new Span(version.hash());
        hash.addClassName("office-code");
        return hash;
    }
}
