package vn.hocba.document;

import static vn.hocba.document.PacketNames.*;

import java.util.ArrayList;
import java.util.List;
import vn.hocba.assessment.Part.Kind;
import vn.hocba.assessment.Regulation;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.Cell;
import vn.hocba.record.RecordSnapshot.Conclusion;
import vn.hocba.record.RecordSnapshot.Part;
import vn.hocba.record.RecordSnapshot.Teacher;

/** What stands in the packet of a regulation that has no form of its own here: rows with cells by code, each with its name, so that people can read it. */
final class PartsContent {

    private final XmlText xml;

    PartsContent(XmlText xml) {
        this.xml = xml;
    }

    void write(RecordSnapshot version, Regulation regulation) {
        xml.open(BY_REGULATION, CODE_ATTRIBUTE, version.regulation()).open(SUBJECTS);
        version.subjects().forEach(row -> row(row, version.yearRecordId()));
        xml.close();
        version.classPart().ifPresent(part -> {
            xml.open(CLASS_PART, CODE_ATTRIBUTE, part.code(), NAME_ATTRIBUTE, part.name());
            part.cells().forEach(this::cell);
            xml.close();
        });
        summary(version, regulation);
        xml.close();
    }

    /** A row names its record: its teacher signs it alone, and the signature must not fit the same row of another pupil. */
    private void row(Part row, String yearRecordId) {
        xml.open(SUBJECT_ROW, ID, row.id(), YEAR_RECORD, yearRecordId)
                .text(SUBJECT_CODE, row.code())
                .text(SUBJECT_NAME, row.name());
        row.cells().forEach(this::cell);
        xml.text(TEACHER_ID, row.teacherId())
                .text(TEACHER_NAME, row.teacherName())
                .close();
    }

    /** A cell in which nothing stands is there too: that it is empty was signed. */
    private void cell(Cell cell) {
        List<String> attributes = new ArrayList<>();
        if (cell.term() != 0) {
            attributes.addAll(List.of(CELL_TERM, String.valueOf(cell.term())));
        }
        attributes.addAll(List.of(CODE_ATTRIBUTE, cell.code()));
        if (!cell.group().isEmpty()) {
            attributes.addAll(List.of(CELL_GROUP, cell.group()));
        }
        attributes.addAll(List.of(NAME_ATTRIBUTE, cell.name()));
        xml.open(CELL, attributes.toArray(String[]::new))
                .content(cell.code(), cell.value() == null ? "" : cell.value())
                .close();
    }

    private void summary(RecordSnapshot version, Regulation regulation) {
        Conclusion conclusion = version.conclusion();
        xml.open(SUMMARY)
                .text(HOMEROOM_ID, version.homeroom().id())
                .text(HOMEROOM_NAME, version.homeroom().name());
        if (conclusion.result() != null) {
            xml.open(RESULT, CODE_ATTRIBUTE, conclusion.result())
                    .content(RESULT, regulation.term(conclusion.result()))
                    .close();
        }
        xml.flag(PROGRAMME_COMPLETED, conclusion.completed())
                .flag(PROMOTED, conclusion.promoted())
                .text(REWARD, conclusion.reward())
                .close();
    }

    static List<Part> parts(Fields content) {
        List<Part> parts = new ArrayList<>();
        for (Fields row : content.child(SUBJECTS).children(SUBJECT_ROW)) {
            parts.add(new Part(
                    row.attribute(ID),
                    row.text(SUBJECT_CODE),
                    Kind.SUBJECT,
                    row.text(SUBJECT_NAME),
                    row.text(TEACHER_ID),
                    row.text(TEACHER_NAME),
                    cells(row)));
        }
        Teacher homeroom = homeroom(content);
        content.children(CLASS_PART)
                .forEach(part -> parts.add(new Part(
                        null,
                        part.attribute(CODE_ATTRIBUTE),
                        Kind.CLASS,
                        part.attribute(NAME_ATTRIBUTE),
                        homeroom.id(),
                        homeroom.name(),
                        cells(part))));
        return parts;
    }

    /** Whether every row is of this record. */
    static boolean areOf(Fields content, String yearRecordId) {
        return content.child(SUBJECTS).children(SUBJECT_ROW).stream()
                .allMatch(row -> row.attribute(YEAR_RECORD).equals(yearRecordId));
    }

    private static List<Cell> cells(Fields part) {
        return part.children(CELL).stream()
                .map(cell -> new Cell(
                        cell.attribute(CODE_ATTRIBUTE),
                        cell.attribute(NAME_ATTRIBUTE),
                        cell.attribute(CELL_GROUP),
                        cell.attribute(CELL_TERM).isEmpty() ? 0 : Integer.parseInt(cell.attribute(CELL_TERM)),
                        cell.content().isEmpty() ? null : cell.content()))
                .toList();
    }

    static Teacher homeroom(Fields content) {
        Fields summary = content.child(SUMMARY);
        return new Teacher(summary.text(HOMEROOM_ID), summary.text(HOMEROOM_NAME));
    }

    static Conclusion conclusion(Fields content) {
        Fields summary = content.child(SUMMARY);
        return new Conclusion(
                summary.children(RESULT).stream()
                        .findFirst()
                        .map(result -> result.attribute(CODE_ATTRIBUTE))
                        .orElse(null),
                summary.flag(PROGRAMME_COMPLETED),
                summary.flag(PROMOTED),
                summary.text(REWARD));
    }
}
