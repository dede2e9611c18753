package vn.hocba.dossier.ui;

import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import vn.hocba.document.PagePicture;
import vn.hocba.dossier.RecordDocuments;
import vn.hocba.dossier.RecordReceipts;
import vn.hocba.dossier.WholeBook;
import vn.hocba.shared.Refused;
import vn.hocba.ui.RefusalStatus;

/** Documents of a record as links of a page: read when they are opened, with the rights of who opens them. */
public final class RecordFiles {

    private static final Logger LOG = LoggerFactory.getLogger(RecordFiles.class);

    /** After the cover and the personal page. */
    private static final int FIRST_PAGE_OF_THE_YEAR = 3;

    private RecordFiles() {}

    /** The printed form, shown in the browser. */
    public static DownloadHandler printedForm(RecordDocuments documents, String recordId, String name) {
        return file(
                "application/pdf",
                ContentDisposition.inline().filename(name + ".pdf", StandardCharsets.UTF_8),
                () -> documents.printedForm(recordId));
    }

    /** Every year that was issued, shown in the browser. */
    static DownloadHandler wholeBook(WholeBook book, String recordId, String name) {
        return file(
                "application/pdf",
                ContentDisposition.inline().filename(name + ".pdf", StandardCharsets.UTF_8),
                () -> book.printed(recordId));
    }

    /** The pages of the year as a picture (PNG); cover and personal page are left out. */
    public static DownloadHandler yearPages(RecordDocuments documents, String recordId, String name) {
        return file(
                "image/png",
                ContentDisposition.inline().filename(name + ".png", StandardCharsets.UTF_8),
                () -> PagePicture.of(documents.printedForm(recordId), FIRST_PAGE_OF_THE_YEAR));
    }

    /** The packet, to keep. */
    static DownloadHandler packet(RecordDocuments documents, String recordId, String name) {
        return file(
                "application/xml",
                ContentDisposition.attachment().filename(name + ".xml", StandardCharsets.UTF_8),
                () -> documents.packet(recordId));
    }

    /** The receipt of the last answer of the Sở, to keep. */
    static DownloadHandler intakeReceipt(RecordReceipts receipts, String recordId, String name) {
        return file(
                "application/xml",
                ContentDisposition.attachment().filename(name + ".xml", StandardCharsets.UTF_8),
                () -> receipts.ofIntake(recordId));
    }

    /** The packet with the receipt of its freeze, to keep. */
    static DownloadHandler freezeReceipt(RecordReceipts receipts, String recordId, String name) {
        return file(
                "application/xml",
                ContentDisposition.attachment().filename(name + ".xml", StandardCharsets.UTF_8),
                () -> receipts.ofFreeze(recordId));
    }

    private static DownloadHandler file(String type, ContentDisposition.Builder disposition, Supplier<byte[]> content) {
        String header = disposition.build().toString();
        return event -> {
            byte[] bytes;
            try {
                bytes = content.get();
            } catch (Refused refused) {
                event.getResponse().sendError(RefusalStatus.of(refused), refused.getMessage());
                return;
            }
            event.getResponse().setHeader("Content-Disposition", header);
            event.getResponse().setHeader("Cache-Control", "no-store");
            // The browser's own viewer of PDF stands in the document: of what pages may do, only being framed is
            // forbidden.
            event.getResponse().setHeader("Content-Security-Policy", "frame-ancestors 'none'");
            event.setContentType(type);
            event.setContentLength(bytes.length);
            try {
                event.getOutputStream().write(bytes);
            } catch (IOException gone) {
                LOG.debug("The reader of a document went on to another before it had arrived", gone);
            }
        };
    }
}
