package vn.hocba.document;

import java.util.ArrayList;
import java.util.List;
import vn.hocba.document.typeset.Align;
import vn.hocba.document.typeset.Box;
import vn.hocba.document.typeset.Canvas;
import vn.hocba.document.typeset.Fonts;
import vn.hocba.document.typeset.Ink;
import vn.hocba.document.typeset.PageFrame;
import vn.hocba.document.typeset.Paragraph;
import vn.hocba.document.typeset.Piece;
import vn.hocba.document.typeset.Run;
import vn.hocba.document.typeset.Sheet;
import vn.hocba.document.typeset.Stack;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.shared.Texts;

/** The margins: on top the notice and whose form it is, below the look-up code, its QR code and the number of the page. */
final class FormFrame implements PageFrame {

    private static final float LEFT = Sheet.mm(25);
    private static final float RIGHT = Sheet.PAGE_WIDTH - Sheet.mm(15);
    private static final float TOP = Sheet.mm(12);
    private static final float BOTTOM = Sheet.PAGE_HEIGHT - Sheet.mm(10);
    private static final float QR_SIDE = Sheet.mm(19);
    private static final float GAP = Sheet.mm(2.5f);
    /** Cover and personal page say whose form it is in large letters. */
    private static final int FIRST_PAGE_WITH_HEAD = 3;

    private final Fonts fonts;
    private final String lookupUrl;
    private final List<Piece> notice = new ArrayList<>();
    private final List<Piece> head;
    private final List<Piece> code;
    private final List<Piece> replaced;

    /** @param headText whose form it is */
    FormFrame(Fonts fonts, RecordSnapshot snapshot, String headText, String lookupUrl, String noticeText) {
        this.fonts = fonts;
        this.lookupUrl = lookupUrl;
        float width = RIGHT - LEFT;
        if (noticeText != null && !noticeText.isBlank()) {
            float padding = 4;
            List<Piece> lines =
                    Paragraph.lines(fonts, width - 2 * padding, Align.CENTER, new Run(noticeText, FormStyle.NOTICE));
            notice.add(new Box(lines, width, padding, 1, Ink.RED));
        }
        head = Paragraph.lines(fonts, width, Align.RIGHT, new Run(headText, FormStyle.NOTE));
        float textWidth = width - QR_SIDE - Sheet.mm(25);
        code = new ArrayList<>(Paragraph.lines(
                fonts,
                textWidth,
                Align.LEFT,
                new Run(Texts.vi("printed.lookup-code") + " ", FormStyle.FOOTER),
                new Run(FormText.grouped(snapshot.lookupCode()), FormStyle.FOOTER_STRONG)));
        code.addAll(Paragraph.lines(fonts, textWidth, Align.LEFT, new Run(lookupUrl, FormStyle.FOOTER)));
        replaced =
                Paragraph.lines(fonts, textWidth, Align.LEFT, new Run(Texts.vi("printed.replaced"), FormStyle.FOOTER));
    }

    /** The part of the page that the margins leave. */
    Sheet sheet() {
        float top = TOP + Piece.heightOf(notice) + Piece.heightOf(head) + GAP;
        return new Sheet(LEFT, top, RIGHT, BOTTOM - QR_SIDE - GAP);
    }

    @Override
    public void draw(Canvas canvas, int page, int pages) {
        new Stack(notice).draw(canvas, LEFT, TOP);
        if (page >= FIRST_PAGE_WITH_HEAD) {
            new Stack(head).draw(canvas, LEFT, TOP + Piece.heightOf(notice) + 2);
        }
        float footer = BOTTOM - QR_SIDE;
        canvas.line(LEFT, footer, RIGHT, footer, 0.5f, Ink.GREY);
        new Stack(code).draw(canvas, LEFT, footer + Sheet.mm(3));
        float numberWidth = Sheet.mm(24);
        Run number = new Run(Texts.vi("printed.page", page, pages), FormStyle.FOOTER);
        new Stack(Paragraph.lines(fonts, numberWidth, Align.RIGHT, number))
                .draw(canvas, RIGHT - QR_SIDE - numberWidth - Sheet.mm(1), footer + Sheet.mm(3));
        if (canvas.hasReplaced()) {
            new Stack(replaced).draw(canvas, LEFT, footer + Sheet.mm(3) + Piece.heightOf(code));
        }
        canvas.qrCode(lookupUrl, RIGHT - QR_SIDE, footer + 1, QR_SIDE);
    }
}
