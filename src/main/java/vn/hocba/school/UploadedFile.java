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
import vn.hocba.shared.Sha256;

/**
 * A workbook of the sector database that could be read as a whole.
 *
 * @param hash SHA-256 of its bytes
 * @param kind of all its sheets
 * @param unknownSheets visible sheets with content that are of no kind we know
 * @param hiddenSheets sheets with content that a person who opens the workbook does not see; they are not read
 * @param hiddenTables of these, those of which we know what they hold
 */
record UploadedFile(
        String name,
        String hash,
        Kind kind,
        List<SheetTable> tables,
        List<String> unknownSheets,
        List<String> hiddenSheets,
        List<SheetTable> hiddenTables,
        String schoolCode,
        SchoolYear schoolYear) {

    /** So many texts in an old code page are no chance. */
    private static final int OLD_PAGE = 3;

    private static final Pattern LEADING_NUMBER = Pattern.compile("^\\D*?(\\d{1,2})(?!\\d)");

    private static final Pattern NUMBER_FIRST =
            Pattern.compile("^(?:lớp\\s*)?(\\d{1,2})(?!\\d)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** @throws Refused when it is not one of the sector database's workbooks, or its titles contradict each other */
    static UploadedFile read(NamedFile file) {
        List<SheetTable> tables = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        List<SheetTable> hiddenTables = new ArrayList<>();
        List<Sheet> sheets = WorkbookFile.read(file.content());
        for (Sheet sheet : sheets) {
            if (sheet.hidden()) {
                if (!sheet.rows().isEmpty()) {
                    hidden.add(sheet.name());
                    hiddenTable(sheet).ifPresent(hiddenTables::add);
                }
                continue;
            }
            Optional<SheetTable> table = SheetTable.find(sheet);
            table.ifPresent(tables::add);
            if (table.isEmpty() && !sheet.rows().isEmpty()) {
                unknown.add(sheet.name());
            }
        }
        if (tables.isEmpty()) {
            throw noTable(sheets, hidden, unknown);
        }
        Set<Kind> kinds = tables.stream().map(table -> table.kind().kind()).collect(Collectors.toSet());
        if (kinds.size() > 1) {
            throw Refused.invalid("school.file.mixed-kinds");
        }
        return new UploadedFile(
                file.name(),
                Sha256.of(file.content()),
                kinds.iterator().next(),
                List.copyOf(tables),
                unknown,
                hidden,
                hiddenTables,
                code(tables),
                year(tables));
    }

    /** What is wrong with a sheet that is not read does not matter. */
    private static Optional<SheetTable> hiddenTable(Sheet sheet) {
        try {
            return SheetTable.find(sheet);
        } catch (Refused unreadable) {
            return Optional.empty();
        }
    }

    private static Refused noTable(List<Sheet> sheets, List<String> hidden, List<String> unknown) {
        long oldLetters = sheets.stream()
                .flatMap(sheet -> sheet.rows().stream())
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.flaw() == Cell.Flaw.OLD_CODE_PAGE)
                .limit(OLD_PAGE)
                .count();
        if (oldLetters == OLD_PAGE) {
            return Refused.invalid("school.file.old-code-page");
        }
        return !hidden.isEmpty() && unknown.isEmpty()
                ? Refused.invalid("school.file.all-hidden", String.join(", ", hidden))
                : Refused.invalid("school.file.unknown-kind");
    }

    /** The same file without some of its tables. */
    UploadedFile without(Set<SheetTable> dropped) {
        return new UploadedFile(
                name,
                hash,
                kind,
                tables.stream().filter(table -> !dropped.contains(table)).toList(),
                unknownSheets,
                hiddenSheets,
                hiddenTables,
                schoolCode,
                schoolYear);
    }

    /** The grades that its classes are of, as far as it says so. */
    Set<Integer> grades() {
        Set<Integer> grades = new TreeSet<>();
        for (SheetTable table : tables) {
            table.titles().className().flatMap(UploadedFile::number).ifPresent(grades::add);
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
        tables.forEach(table -> table.titles().schoolCode().ifPresent(codes::add));
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
            if (table.titles().nameYear()) {
                years.add(table.titles()
                        .schoolYear()
                        .orElseThrow(() -> Refused.invalid("school.file.bad-year", table.sheet())));
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
