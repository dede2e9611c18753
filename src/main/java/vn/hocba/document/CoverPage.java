package vn.hocba.document;

import java.util.List;
import java.util.regex.Pattern;
import vn.hocba.document.typeset.Align;
import vn.hocba.document.typeset.Box;
import vn.hocba.document.typeset.Flow;
import vn.hocba.document.typeset.Fonts;
import vn.hocba.document.typeset.Ink;
import vn.hocba.document.typeset.Paragraph;
import vn.hocba.document.typeset.Run;
import vn.hocba.document.typeset.Sheet;
import vn.hocba.document.typeset.Space;
import vn.hocba.document.typeset.Style;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.shared.Texts;

/** The first page: whose record it is and of which school. */
final class CoverPage {

    private static final Pattern COMMUNE = Pattern.compile("(?iu)(xã|phường|đặc khu|thị trấn)\\s.*");
    private static final Pattern SCHOOL_WORD = Pattern.compile("(?iu)^trường\\s+");

    private final Fonts fonts;

    CoverPage(Fonts fonts) {
        this.fonts = fonts;
    }

    /** @param title in capital letters, what the record is called */
    void print(RecordSnapshot snapshot, String title, Flow flow) {
        Sheet sheet = flow.sheet();
        frame(flow, 0, 2.2f);
        frame(flow, Sheet.mm(1.6f), 0.7f);
        RecordSnapshot.Issuer issuer = snapshot.issuer();
        flow.add(new Space(Sheet.mm(14)));
        centred(flow, Texts.vi("printed.cover.ministry"), Style.bold(15));
        flow.add(new Space(Sheet.mm(58)));
        centred(flow, title, Style.bold(34).in(Ink.RED));
        flow.add(new Space(Sheet.mm(46)));
        field(flow, sheet, "printed.cover.pupil", snapshot.pupil().fullName());
        field(
                flow,
                sheet,
                "printed.cover.school",
                SCHOOL_WORD.matcher(issuer.schoolName()).replaceFirst(""));
        if (commune(issuer) != null) {
            field(flow, sheet, "printed.cover.commune", commune(issuer));
        }
        field(flow, sheet, "printed.cover.province", issuer.provinceName());
    }

    /** Earlier packets do not name the commune, but some dated their documents by it. */
    private static String commune(RecordSnapshot.Issuer issuer) {
        return issuer.commune() != null
                ? issuer.commune()
                : issuer.place() != null && COMMUNE.matcher(issuer.place()).matches() ? issuer.place() : null;
    }

    private static void frame(Flow flow, float inset, float lineWidth) {
        Sheet sheet = flow.sheet();
        float height = sheet.bottom() - sheet.top() - Sheet.mm(3) - 2 * inset;
        Box box = new Box(List.of(new Space(height)), sheet.width() - 2 * inset, 0, lineWidth, Ink.BLACK);
        flow.place(box, sheet.left() + inset, sheet.top() + inset);
    }

    private void centred(Flow flow, String text, Style style) {
        flow.addAll(Paragraph.lines(fonts, flow.sheet().width(), Align.CENTER, new Run(text, style)));
    }

    private void field(Flow flow, Sheet sheet, String key, String value) {
        float indent = Sheet.mm(18);
        float width = sheet.width() - 2 * indent;
        Paragraph.lines(
                        fonts,
                        width,
                        Align.LEFT,
                        new Run(Texts.vi(key) + " ", Style.regular(16)),
                        new Run(FormText.orBlank(value), Style.bold(16)))
                .forEach(line -> flow.add(Indented.by(indent, line)));
        flow.add(new Space(Sheet.mm(6)));
    }
}
