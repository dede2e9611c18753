package vn.hocba.document.typeset;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Writes pages as PDF/A-2b (ISO 19005-2): embedded fonts, sRGB output intent, XMP metadata. The same content gives the same bytes. */
public final class ArchivalDocument {

    private static final String SRGB = "sRGB IEC61966-2.1";
    private static final byte[] SRGB_PROFILE =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private ArchivalDocument() {}

    /**
     * What the document says of itself.
     *
     * @param language BCP 47
     * @param identity stands for the content: other content, other number
     */
    public record Metadata(
            String title, String author, String creatorTool, String language, ZonedDateTime created, long identity) {}

    public static byte[] write(Fonts fonts, Metadata metadata, Flow flow, PageFrame frame) {
        try (PDDocument document = new PDDocument()) {
            describe(document, metadata);
            draw(document, fonts, flow.pages(), frame);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void draw(PDDocument document, Fonts fonts, List<List<Flow.Placed>> flowed, PageFrame frame)
            throws IOException {
        List<List<Flow.Placed>> pages = new ArrayList<>(flowed);
        pages.removeIf(List::isEmpty);
        Embedded embedded = new Embedded(document, fonts);
        for (int i = 0; i < pages.size(); i++) {
            PDPage page = new PDPage(new PDRectangle(Sheet.PAGE_WIDTH, Sheet.PAGE_HEIGHT));
            document.addPage(page);
            PDPageContentStream content = new PDPageContentStream(document, page);
            try (Canvas canvas = new Canvas(content, embedded, Sheet.PAGE_HEIGHT)) {
                for (Flow.Placed placed : pages.get(i)) {
                    placed.piece().draw(canvas, placed.x(), placed.y());
                }
                frame.draw(canvas, i + 1, pages.size());
            }
        }
    }

    private static void describe(PDDocument document, Metadata metadata) throws IOException {
        document.setVersion(1.7f);
        document.setDocumentId(metadata.identity());
        Calendar created = GregorianCalendar.from(metadata.created());
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(metadata.title());
        information.setAuthor(metadata.author());
        information.setCreator(metadata.creatorTool());
        information.setCreationDate(created);
        information.setModificationDate(created);

        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage(metadata.language());
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(SRGB_PROFILE));
        intent.setInfo(SRGB);
        intent.setOutputCondition(SRGB);
        intent.setOutputConditionIdentifier(SRGB);
        intent.setRegistryName("http://www.color.org");
        catalog.addOutputIntent(intent);
        PDMetadata xmp = new PDMetadata(document);
        xmp.importXMPMetadata(Xmp.of(metadata));
        catalog.setMetadata(xmp);
    }
}
