package vn.hocba.document;

import vn.hocba.document.typeset.Cell.Padding;
import vn.hocba.document.typeset.Ink;
import vn.hocba.document.typeset.Sheet;
import vn.hocba.document.typeset.Style;

/** The sizes of the form: body text 13 points (NĐ 30/2020 Phụ lục I), tables 12, notes 10. */
final class FormStyle {

    static final Style BODY = Style.regular(13);
    static final Style STRONG = Style.bold(13);
    static final Style ASIDE = Style.italic(13);
    static final Style CELL = Style.regular(12);
    static final Style CELL_STRONG = Style.bold(12);
    static final Style NOTE = Style.italic(10);
    static final Style FOOTER = Style.regular(9).in(Ink.GREY);
    static final Style FOOTER_STRONG = Style.bold(10);
    static final Style NOTICE = Style.bold(11).in(Ink.RED);

    /** Rows of text have air around them; the many short rows of qualities and competences stand closer, to fit one page. */
    static final Padding CELL_PADDING = new Padding(4.5f, 4);

    static final Padding CLOSE_PADDING = new Padding(4.5f, 1.9f);
    static final float LINE_GAP = Sheet.mm(1.6f);
    static final float SECTION_GAP = Sheet.mm(3.5f);

    private FormStyle() {}
}
