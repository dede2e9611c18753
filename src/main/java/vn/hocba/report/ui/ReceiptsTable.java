package vn.hocba.report.ui;

import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import vn.hocba.report.ReportBoard;
import vn.hocba.report.ReportBoard.PartLine;
import vn.hocba.report.ReportBoard.Standing;
import vn.hocba.ui.DataTable;

/** The parts of a report with the ministry's receipts, and these as a file. */
class ReceiptsTable extends Div {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN_DIGITS = 12;

    /** @param report with at least one signed part */
    ReceiptsTable(ReportBoard board, Standing report) {
        DataTable<PartLine> table = new DataTable<PartLine>(text("report.parts"))
                .column(
                        text("report.part"),
                        part -> new Span(text(
                                "report.part-of", part.partNo(), report.parts().size())))
                .number(text("report.records"), PartLine::records)
                .column(text("report.hash"), ReceiptsTable::hash)
                .words(text("report.receipt"), PartLine::receiptNo)
                .column(
                        text("report.receipt-at"),
                        part -> new Span(part.receiptAt() == null ? "–" : moment(part.receiptAt())));
        table.setRows(report.parts());
        add(table);
        if (report.acknowledged() > 0) {
            Div link = new Div(new Anchor(download(board, report.reportId()), text("report.download")));
            link.addClassName("card-body");
            add(link);
        }
    }

    /** Read when it is opened, with the rights of who opens it. */
    private static DownloadHandler download(ReportBoard board, String reportId) {
        return DownloadHandler.fromInputStream(event -> {
            byte[] bytes = board.receipts(reportId);
            return new DownloadResponse(new ByteArrayInputStream(bytes), "bien-nhan-bo.csv", "text/csv", bytes.length);
        });
    }

    private static Component hash(PartLine part) {
        Span hash = new Span(part.hash().substring(0, SHOWN_DIGITS) + "…");
        hash.addClassName("office-code");
        hash.setTitle(part.hash());
        return hash;
    }
}
