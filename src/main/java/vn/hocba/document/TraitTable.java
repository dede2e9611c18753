package vn.hocba.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import vn.hocba.record.Tt27View.TraitGroup;
import vn.hocba.record.Tt27View.TraitRow;
import vn.hocba.shared.Texts;

/**
 * Sections 2 and 3: qualities and competences on the left, beside each group what the homeroom teacher wrote about it; beside all of them the one comment of
 * records that have no others.
 */
final class TraitTable {

    private static final float NAME = Sheet.mm(66);
    private static final float LEVEL = Sheet.mm(19);

    private final Fonts fonts;
    private final float commentWidth;

    TraitTable(Fonts fonts, float width) {
        this.fonts = fonts;
        this.commentWidth = width - NAME - LEVEL;
    }

    Table of(Tt27View snapshot) {
        Row header = new Row(
                heading(NAME, "printed.traits.name"),
                heading(LEVEL, "printed.traits.level"),
                heading(commentWidth, "printed.traits.comment"));
        return new Table(header, snapshot.comments().isEmpty() ? List.of(together(snapshot)) : byGroup(snapshot));
    }

    private List<Row> byGroup(Tt27View snapshot) {
        List<Row> rows = new ArrayList<>(List.of(
                group(snapshot, TraitGroup.QUALITY, title("printed.qualities.title")),
                group(
                        snapshot,
                        TraitGroup.COMMON_COMPETENCE,
                        title("printed.competences.title"),
                        title("printed.competences.common")),
                group(snapshot, TraitGroup.SPECIFIC_COMPETENCE, title("printed.competences.specific"))));
        String comment = snapshot.summary().homeroomComment();
        if (comment != null) {
            rows.add(new Row(
                    cell(NAME + LEVEL, Align.LEFT, Texts.vi("printed.traits.general"), FormStyle.CELL_STRONG),
                    cell(commentWidth, Align.LEFT, comment, FormStyle.CELL)));
        }
        return rows;
    }

    private Row group(Tt27View snapshot, TraitGroup group, Row... titles) {
        List<Piece> assessed = new ArrayList<>(List.of(titles));
        assessed.addAll(rows(snapshot, group));
        return new Row(
                new Cell(NAME + LEVEL, Padding.NONE, false, assessed),
                cell(
                        commentWidth,
                        Align.LEFT,
                        Objects.requireNonNullElse(snapshot.comments().get(group), ""),
                        FormStyle.CELL));
    }

    private Row together(Tt27View snapshot) {
        List<Piece> assessed = new ArrayList<>();
        assessed.add(title("printed.qualities.title"));
        assessed.addAll(rows(snapshot, TraitGroup.QUALITY));
        assessed.add(title("printed.competences.title"));
        assessed.add(title("printed.competences.common"));
        assessed.addAll(rows(snapshot, TraitGroup.COMMON_COMPETENCE));
        assessed.add(title("printed.competences.specific"));
        assessed.addAll(rows(snapshot, TraitGroup.SPECIFIC_COMPETENCE));
        String comment = snapshot.summary().homeroomComment();
        return new Row(
                new Cell(NAME + LEVEL, Padding.NONE, false, assessed),
                cell(commentWidth, Align.LEFT, comment, FormStyle.CELL));
    }

    private List<Row> rows(Tt27View snapshot, TraitGroup group) {
        return snapshot.traits().stream()
                .filter(trait -> trait.group() == group)
                .map(this::row)
                .toList();
    }

    private Row row(TraitRow trait) {
        return new Row(
                cell(NAME, Align.LEFT, trait.name(), FormStyle.CELL),
                cell(LEVEL, Align.CENTER, trait.level(), FormStyle.CELL_STRONG));
    }

    private Row title(String key) {
        return new Row(cell(NAME + LEVEL, Align.LEFT, Texts.vi(key), FormStyle.CELL_STRONG));
    }

    private Cell heading(float width, String key) {
        return cell(width, Align.CENTER, true, Texts.vi(key), FormStyle.CELL_STRONG);
    }

    private Cell cell(float width, Align align, String text, Style style) {
        return cell(width, align, false, text, style);
    }

    private Cell cell(float width, Align align, boolean middle, String text, Style style) {
        Padding padding = FormStyle.CLOSE_PADDING;
        return new Cell(
                width, padding, middle, Paragraph.lines(fonts, padding.inside(width), align, new Run(text, style)));
    }
}
