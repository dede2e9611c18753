package vn.hocba.school;

import java.util.List;
import vn.hocba.school.ImportPreview.Kind;

/** The kinds of sheets, each known by its columns; where they are not complete, by its title. */
enum SheetKind {
    ASSIGNMENTS(Kind.ASSIGNMENTS, "phan cong", Column.CLASS, Column.SUBJECT, Column.TEACHER_CODE, Column.DUTY),
    STAFF(Kind.STAFF, "danh sach can bo", Column.MOET_CODE, Column.NAME, Column.POSITION, Column.TITLE, Column.STATUS),
    PUPILS(
            Kind.PUPILS,
            "danh sach hoc sinh",
            Column.MOET_CODE,
            Column.NAME,
            Column.BIRTH_DATE,
            Column.GENDER,
            Column.STATUS,
            Column.CLASS),
    SECONDARY(Kind.MARKS, "bang diem", Column.MOET_CODE, Column.TERM_RESULT),
    SUBJECT_MARKS(Kind.MARKS, "bang danh gia cuoi nam mon", Column.MOET_CODE, Column.NAME, Column.LEVEL),
    /** Its columns of qualities and competences begin with «PC:» and «NL:». */
    TRAIT_MARKS(Kind.MARKS, "bang danh gia pham chat", Column.MOET_CODE, Column.NAME, Column.EXCUSED, Column.UNEXCUSED);

    private final Kind kind;
    private final String title;
    private final List<Column> required;

    SheetKind(Kind kind, String title, Column... required) {
        this.kind = kind;
        this.title = title;
        this.required = List.of(required);
    }

    Kind kind() {
        return kind;
    }

    /** How a title above the table begins to name it, as {@link vn.hocba.school.workbook.Headers#key} writes. */
    String title() {
        return title;
    }

    List<Column> required() {
        return required;
    }
}
