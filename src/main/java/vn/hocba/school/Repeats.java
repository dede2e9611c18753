package vn.hocba.school;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Curriculum;
import vn.hocba.assessment.YearCurriculum;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.ImportPreview.Thing;
import vn.hocba.school.workbook.Cell;
import vn.hocba.school.workbook.Headers;
import vn.hocba.school.workbook.SheetRow;
import vn.hocba.shared.VietnameseText;
import vn.hocba.shared.WrittenNumber;

/**
 * Finds sheets of an upload that claim to be the same thing, such as a list that was downloaded twice. Where they say the same, one is read; where they do not,
 * nobody can tell which of them is right, and none is.
 */
@Component
class Repeats {

    /** Where a row stands, and by what it is known already. */
    private static final List<Column> BESIDE = List.of(Column.ORDINAL, Column.MOET_CODE, Column.CLASS);

    private final SchoolRules rules;

    Repeats(SchoolRules rules) {
        this.rules = rules;
    }

    /** A sheet, and what each of its rows says, by what the row is of. */
    private record Claim(UploadedFile file, SheetTable table, String thing, Map<String, Map<String, String>> rows) {

        /** The first row of which two sheets say different things; empty where they agree or have no row in common. */
        Optional<String> contradiction(Claim other) {
            return rows.keySet().stream()
                    .filter(other.rows::containsKey)
                    .filter(key -> !agree(rows.get(key), other.rows.get(key)))
                    .findFirst();
        }

        boolean contains(Claim other) {
            return !other.rows.isEmpty() && rows.keySet().containsAll(other.rows.keySet());
        }

        boolean touches(Claim other) {
            return rows.keySet().stream().anyMatch(other.rows::containsKey);
        }

        private static boolean agree(Map<String, String> some, Map<String, String> others) {
            return some.keySet().stream().filter(others::containsKey).allMatch(column -> some.get(column)
                    .equals(others.get(column)));
        }
    }

    /** The files without the sheets that repeat or contradict others, which are told of. */
    List<UploadedFile> without(String schoolId, List<UploadedFile> files, ImportPlan plan) {
        List<Claim> claims = new ArrayList<>();
        for (UploadedFile file : files) {
            YearCurriculum curriculum =
                    rules.curriculum(schoolId, file.schoolYear().start());
            file.tables().forEach(table -> thing(curriculum, table)
                    .ifPresent(thing -> claims.add(new Claim(file, table, thing, rows(table)))));
        }
        Set<SheetTable> dropped = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < claims.size(); i++) {
            for (int j = i + 1; j < claims.size(); j++) {
                compare(claims.get(i), claims.get(j), dropped, plan);
            }
        }
        return files.stream().map(file -> file.without(dropped)).toList();
    }

    private static void compare(Claim first, Claim second, Set<SheetTable> dropped, ImportPlan plan) {
        if (!first.thing().equals(second.thing()) || !first.touches(second)) {
            return;
        }
        Optional<String> contradiction = first.contradiction(second);
        if (contradiction.isPresent()) {
            refuse(first, second, contradiction.get(), dropped, plan);
            refuse(second, first, contradiction.get(), dropped, plan);
        } else if (first.contains(second)) {
            repeat(second, first, dropped, plan);
        } else if (second.contains(first)) {
            repeat(first, second, dropped, plan);
        }
    }

    private static void repeat(Claim repeated, Claim read, Set<SheetTable> dropped, ImportPlan plan) {
        if (dropped.add(repeated.table())) {
            plan.sheetProblem(
                    Severity.WARNING,
                    repeated.file().name(),
                    repeated.table().sheet(),
                    Reason.of(
                            "school.sheet.repeats",
                            read.file().name(),
                            read.table().sheet()));
        }
    }

    private static void refuse(Claim one, Claim other, String row, Set<SheetTable> dropped, ImportPlan plan) {
        if (dropped.add(one.table())) {
            plan.sheetProblem(
                    Severity.ERROR,
                    one.file().name(),
                    one.table().sheet(),
                    Reason.of(
                            "school.sheet.contradicts",
                            other.file().name(),
                            other.table().sheet(),
                            shown(one.table(), row)));
            one.table()
                    .rows()
                    .forEach(line -> plan.leftOut(
                            new ImportPlan.Place(one.file().name(), one.table(), line),
                            of(one.table().kind())));
        }
    }

    private static String shown(SheetTable table, String row) {
        return table.kind() == SheetKind.ASSIGNMENTS ? row : row.replaceFirst(" .*", "");
    }

    private static Thing of(SheetKind kind) {
        return switch (kind.kind()) {
            case PUPILS -> Thing.PUPIL;
            case STAFF -> Thing.STAFF;
            case ASSIGNMENTS -> Thing.ASSIGNMENT;
            case MARKS -> Thing.MARK;
        };
    }

    /** What a sheet claims to be of; empty where it does not say. */
    private static Optional<String> thing(YearCurriculum curriculum, SheetTable table) {
        return switch (table.kind()) {
            case SUBJECT_MARKS ->
                curriculum
                        .subjectNamed(table.sheet())
                        .or(() -> table.titles().subjectName().flatMap(name -> curriculum.subjectNamed(name)))
                        .map(Curriculum.Subject::code);
            case SECONDARY -> Optional.empty();
            default -> Optional.of(table.kind().name());
        };
    }

    /** What the rows say, by whom they are of; of two rows of one the first, the others are looked at when the sheet is read. */
    private Map<String, Map<String, String>> rows(SheetTable table) {
        Map<String, Map<String, String>> rows = new HashMap<>();
        Map<Integer, String> keys = new HashMap<>();
        table.header()
                .names()
                .forEach((index, name) -> keys.put(
                        index,
                        Headers.key(String.join(" ", table.header().groups().getOrDefault(index, List.of())) + " "
                                + name)));
        for (SheetRow row : table.rows()) {
            String key = key(table, row);
            if (!key.isBlank()) {
                rows.putIfAbsent(key, facts(table, row, keys));
            }
        }
        return rows;
    }

    private static String key(SheetTable table, SheetRow row) {
        if (table.kind() == SheetKind.ASSIGNMENTS) {
            return List.of(Column.CLASS, Column.SUBJECT, Column.DUTY).stream()
                    .map(column -> table.cell(row, column).text())
                    .collect(Collectors.joining(" "))
                    .strip();
        }
        String code = Codes.moet(table.cell(row, Column.MOET_CODE));
        if (code == null) {
            return "";
        }
        String whole = Codes.withLostZeros(code);
        // A pupil in two classes is no contradiction of two lists: what came first, the history of the pupil tells.
        return table.kind() == SheetKind.STAFF ? whole : whole + " " + ClassName.key(table.className(row));
    }

    private static Map<String, String> facts(SheetTable table, SheetRow row, Map<Integer, String> keys) {
        Map<String, String> facts = new HashMap<>();
        List<Integer> beside = BESIDE.stream().map(table.columns()::get).toList();
        Integer comment = table.columns().get(Column.COMMENT);
        Integer birth = table.columns().get(Column.BIRTH_DATE);
        keys.forEach((index, key) -> {
            if (!beside.contains(index)) {
                Cell cell = row.cell(index);
                facts.put(key, index.equals(comment) ? cell.text() : fact(cell, index.equals(birth)));
            }
        });
        return facts;
    }

    private static String fact(Cell cell, boolean isDay) {
        LocalDate day = isDay ? RowReader.dateIn(cell) : null;
        return day == null
                ? WrittenNumber.of(cell.text())
                        .map(BigDecimal::toPlainString)
                        .orElseGet(() -> VietnameseText.spellingKey(cell.text()))
                : day.toString();
    }
}
