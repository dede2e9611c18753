package vn.hocba.document;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hocba.document.typeset.Align;
import vn.hocba.document.typeset.Cell;
import vn.hocba.document.typeset.Cell.Padding;
import vn.hocba.document.typeset.Fonts;
import vn.hocba.document.typeset.Paragraph;
import vn.hocba.document.typeset.Piece;
import vn.hocba.document.typeset.Row;
import vn.hocba.document.typeset.Run;
import vn.hocba.document.typeset.Sheet;
import vn.hocba.document.typeset.Style;
import vn.hocba.document.typeset.Table;
import vn.hocba.record.Tt27View;
import vn.hocba.record.Tt27View.SubjectMarks;
import vn.hocba.shared.Texts;

/** Section 1: môn học và hoạt động giáo dục. */
final class SubjectTable {

    private static final float NAME = Sheet.mm(44);
    private static final float LEVEL = Sheet.mm(19);
    private static final float MARK = Sheet.mm(19);

    private final Fonts fonts;
    private final float commentWidth;

    SubjectTable(Fonts fonts, float width) {
        this.fonts = fonts;
        this.commentWidth = width - NAME - LEVEL - MARK;
    }

    Table of(Tt27View snapshot) {
        Row header = new Row(
                heading(NAME, "printed.subjects.name"),
                heading(LEVEL, "printed.subjects.level"),
                heading(MARK, "printed.subjects.mark"),
                heading(commentWidth, "printed.subjects.comment"));
        return new Table(
                header,
                snapshot.subjects().stream()
                        .map(row -> row(row, snapshot.exemptions().get(row.code())))
                        .toList());
    }

    private Row row(SubjectMarks subject, String exemptGround) {
        String level = subject.exempt() ? Texts.vi("printed.subjects.exempt") : subject.level();
        String mark =
                subject.mark() == null || subject.exempt() ? "" : subject.mark().toString();
        Padding padding = FormStyle.CELL_PADDING;
        return new Row(
                new Cell(
                        NAME,
                        padding,
                        true,
                        lines(NAME, Align.LEFT, subject.name(), FormStyle.CELL),
                        lines(NAME, Align.LEFT, Texts.vi("printed.continued", subject.name()), FormStyle.NOTE)),
                new Cell(LEVEL, padding, true, lines(LEVEL, Align.CENTER, level, FormStyle.CELL_STRONG)),
                new Cell(MARK, padding, true, lines(MARK, Align.CENTER, mark, FormStyle.CELL_STRONG)),
                new Cell(
                        commentWidth,
                        padding,
                        true,
                        lines(commentWidth, Align.LEFT, comment(subject, exemptGround), FormStyle.CELL)));
    }

    /** What was written, and why the pupil is exempt. */
    private static String comment(SubjectMarks subject, String exemptGround) {
        return exemptGround == null
                ? subject.comment()
                : Stream.of(subject.comment(), Texts.vi("printed.subjects.exempt-ground", exemptGround))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
    }

    private Cell heading(float width, String key) {
        return new Cell(
                width, FormStyle.CELL_PADDING, true, lines(width, Align.CENTER, Texts.vi(key), FormStyle.CELL_STRONG));
    }

    private List<Piece> lines(float width, Align align, String text, Style style) {
        return Paragraph.lines(fonts, FormStyle.CELL_PADDING.inside(width), align, new Run(text, style));
    }
}
