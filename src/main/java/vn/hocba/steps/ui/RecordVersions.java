package vn.hocba.steps.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import vn.hocba.record.PacketStore.VersionInfo;
import vn.hocba.steps.RecordPage;
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
        return new Div(new Card(text("office.record.tab.versions"), table));
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
