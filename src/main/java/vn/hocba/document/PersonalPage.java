package vn.hocba.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.hocba.document.typeset.Align;
import vn.hocba.document.typeset.Cell;
import vn.hocba.document.typeset.Cell.Padding;
import vn.hocba.document.typeset.Flow;
import vn.hocba.document.typeset.Fonts;
import vn.hocba.document.typeset.Paragraph;
import vn.hocba.document.typeset.Piece;
import vn.hocba.document.typeset.Row;
import vn.hocba.document.typeset.Run;
import vn.hocba.document.typeset.Sheet;
import vn.hocba.document.typeset.SideBySide;
import vn.hocba.document.typeset.Space;
import vn.hocba.document.typeset.Stack;
import vn.hocba.document.typeset.Style;
import vn.hocba.document.typeset.Table;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.Study;
import vn.hocba.school.SchoolDirectory.PupilInfo;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.Texts;

/** The second page: the pupil, the family, where the pupil has studied. */
final class PersonalPage {

    private static final float[] STUDY_COLUMNS = {0.16f, 0.09f, 0.37f, 0.18f, 0.20f};
    private static final String[] STUDY_HEADINGS = {"year", "class", "school", "number", "entered"};

    private final Fonts fonts;
    private final SignatureBlock signing;

    PersonalPage(Fonts fonts, SignatureBlock signing) {
        this.fonts = fonts;
        this.signing = signing;
    }

    /** @param studies where the pupil has studied, oldest first */
    void print(RecordSnapshot snapshot, List<Study> studies, Flow flow) {
        flow.add(new Space(Sheet.mm(4)));
        centred(flow, Texts.vi("printed.personal.country"), Style.bold(13));
        centred(flow, Texts.vi("printed.personal.motto"), Style.bold(13));
        flow.add(new Rule(flow.sheet().width(), Sheet.mm(56)));
        flow.gap(Sheet.mm(7));
        centred(flow, Texts.vi("printed.personal.title"), Style.bold(20));
        flow.gap(Sheet.mm(5));
        fields(snapshot.pupil(), flow);
        flow.gap(Sheet.mm(3));
        flow.add(signing.ofPersonalPage(flow.sheet().width()));
        flow.gap(Sheet.mm(6));
        studies(studies, flow);
    }

    private void fields(PupilInfo pupil, Flow flow) {
        field(flow, "name", pupil.fullName());
        pair(flow, "gender", pupil.gender(), "birth-date", FormText.day(pupil.birthDate()));
        pair(flow, "ethnicity", pupil.ethnicity(), "nationality", pupil.nationality());
        if (pupil.personalId() == null && pupil.travelDocumentNo() != null) {
            String document = pupil.travelDocument() + " " + pupil.travelDocumentNo();
            pair(flow, "travel-document", document, "pupil-code", pupil.moetCode());
        } else {
            pair(flow, "personal-id", pupil.personalId(), "pupil-code", pupil.moetCode());
        }
        field(flow, "birth-place", pupil.birthPlace());
        field(flow, "home-town", pupil.homeTown());
        field(flow, "residence", pupil.residence());
        field(flow, "father", pupil.fatherName());
        field(flow, "mother", pupil.motherName());
        field(flow, "guardian", pupil.guardianName());
    }

    private void field(Flow flow, String key, String value) {
        flow.addAll(value(flow.sheet().width(), key, value));
        flow.gap(FormStyle.LINE_GAP);
    }

    private void pair(Flow flow, String key, String value, String secondKey, String secondValue) {
        float first = flow.sheet().width() * 0.58f;
        float second = flow.sheet().width() - first;
        flow.add(new SideBySide(List.of(
                new SideBySide.Column(0, new Stack(value(first - Sheet.mm(3), key, value))),
                new SideBySide.Column(first, new Stack(value(second, secondKey, secondValue))))));
        flow.gap(FormStyle.LINE_GAP);
    }

    private List<Piece> value(float width, String key, String value) {
        return Paragraph.lines(
                fonts,
                width,
                Align.LEFT,
                new Run(Texts.vi("printed.personal." + key) + " ", FormStyle.BODY),
                new Run(FormText.orBlank(value), FormStyle.STRONG));
    }

    private void studies(List<Study> studies, Flow flow) {
        float width = flow.sheet().width();
        List<Cell> headings = new ArrayList<>();
        for (int i = 0; i < STUDY_HEADINGS.length; i++) {
            headings.add(cell(
                    width * STUDY_COLUMNS[i], Texts.vi("printed.study." + STUDY_HEADINGS[i]), FormStyle.CELL_STRONG));
        }
        Table table = new Table(
                new Row(headings),
                studies.stream().map(study -> row(width, study)).toList());
        List<Piece> title =
                Paragraph.lines(fonts, width, Align.CENTER, new Run(Texts.vi("printed.study.title"), FormStyle.STRONG));
        flow.ensure(Piece.heightOf(title) + FormStyle.LINE_GAP + table.height());
        flow.addAll(title);
        flow.add(new Space(FormStyle.LINE_GAP));
        flow.add(table);
    }

    /** What nobody has said is left empty, as on paper. */
    private Row row(float width, Study study) {
        String[] values = {
            new SchoolYear(study.schoolYear()).toString(),
            Objects.requireNonNullElse(study.className(), ""),
            study.schoolName(),
            Objects.requireNonNullElse(study.registerNo(), ""),
            study.enteredOn() == null ? "" : FormText.day(study.enteredOn())
        };
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            cells.add(cell(width * STUDY_COLUMNS[i], values[i], FormStyle.CELL));
        }
        return new Row(cells);
    }

    private Cell cell(float width, String text, Style style) {
        Padding padding = FormStyle.CELL_PADDING;
        return new Cell(
                width,
                padding,
                true,
                Paragraph.lines(fonts, padding.inside(width), Align.CENTER, new Run(text, style)));
    }

    private void centred(Flow flow, String text, Style style) {
        flow.addAll(Paragraph.lines(fonts, flow.sheet().width(), Align.CENTER, new Run(text, style)));
    }
}
