package vn.hocba.school;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.hocba.school.ImportPreview.Kind;
import vn.hocba.school.workbook.Cell;
import vn.hocba.school.workbook.Sheet;
import vn.hocba.school.workbook.SheetRow;
import vn.hocba.school.workbook.WorkbookFile;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.SchoolYear;

/**
 * A workbook of the sector database that could be read as a whole.
 *
 * @param kind of all its sheets
 * @param unknownSheets visible sheets with content that are of no kind we know
 */
record UploadedFile(
        String name,
        Kind kind,
        List<SheetTable> tables,
        List<String> unknownSheets,
        String schoolCode,
        SchoolYear schoolYear) {

    private static final Pattern LEADING_NUMBER = Pattern.compile("^\\D*?(\\d{1,2})(?!\\d)");

    private static final Pattern NUMBER_FIRST =
            Pattern.compile("^(?:lớp\\s*)?(\\d{1,2})(?!\\d)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** @throws Refused when it is not one of the sector database's workbooks, or its titles contradict each other */
    static UploadedFile read(NamedFile file) {
        List<SheetTable> tables = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Sheet sheet : WorkbookFile.read(file.content())) {
            Optional<SheetTable> table = SheetTable.find(sheet);
            table.ifPresent(tables::add);
            if (table.isEmpty() && !sheet.rows().isEmpty()) {
                unknown.add(sheet.name());
            }
        }
        if (tables.isEmpty()) {
            throw Refused.invalid("school.file.unknown-kind");
        }
        Set<Kind> kinds = tables.stream().map(table -> table.kind().kind()).collect(Collectors.toSet());
        if (kinds.size() > 1) {
            throw Refused.invalid("school.file.mixed-kinds");
        }
        return new UploadedFile(
                file.name(), kinds.iterator().next(), List.copyOf(tables), unknown, code(tables), year(tables));
    }

    /** The grades that its classes are of, as far as it says so. */
    Set<Integer> grades() {
        Set<Integer> grades = new TreeSet<>();
        for (SheetTable table : tables) {
            table.className().flatMap(UploadedFile::number).ifPresent(grades::add);
            for (SheetRow row : table.rows()) {
                grade(table, row).ifPresent(grades::add);
            }
        }
        return grades;
    }

    /** «Khối 4» or, where there is no such column, the number with which the class's name begins. */
    static Optional<Integer> grade(SheetTable table, SheetRow row) {
        Cell grade = table.cell(row, Column.GRADE);
        return number(grade.isEmpty() ? table.cell(row, Column.CLASS).text() : grade.text());
    }

    /** The level of a grade, 1 to 12. */
    static Optional<SchoolLevel> levelOf(int grade) {
        return SchoolLevel.of(grade);
    }

    /** The grade with which a class's name begins, «4A» or «Lớp 4A»; empty where it begins otherwise. */
    static Optional<Integer> gradeInName(String className) {
        Matcher matcher = NUMBER_FIRST.matcher(className);
        return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    private static Optional<Integer> number(String text) {
        Matcher matcher = LEADING_NUMBER.matcher(text);
        return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    private static String code(List<SheetTable> tables) {
        Set<String> codes = new TreeSet<>();
        tables.forEach(table -> table.schoolCode().ifPresent(codes::add));
        if (codes.isEmpty()) {
            throw Refused.invalid("school.file.no-school-code");
        }
        if (codes.size() > 1) {
            throw Refused.invalid("school.file.mixed-schools", String.join(", ", codes));
        }
        return codes.iterator().next();
    }

    private static SchoolYear year(List<SheetTable> tables) {
        Set<SchoolYear> years = new TreeSet<>();
        for (SheetTable table : tables) {
            if (table.namesYear()) {
                years.add(table.schoolYear().orElseThrow(() -> Refused.invalid("school.file.bad-year", table.sheet())));
            }
        }
        if (years.isEmpty()) {
            throw Refused.invalid("school.file.no-year");
        }
        if (years.size() > 1) {
            throw Refused.invalid(
                    "school.file.mixed-years",
                    String.join(", ", years.stream().map(SchoolYear::toString).toList()));
        }
        return years.iterator().next();
    }
}
