package vn.hocba.school;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.Texts;

/** Opens the files of an upload, and tells of each that cannot be taken why not. */
final class ImportReading {

    private ImportReading() {}

    /** The files that can be taken at a school, in their order. */
    static List<UploadedFile> read(Unit unit, Set<SchoolLevel> otherLevels, List<NamedFile> files, ImportPlan plan) {
        return opened(unit, otherLevels, distinct(files, plan), plan);
    }

    private static List<NamedFile> distinct(List<NamedFile> files, ImportPlan plan) {
        List<NamedFile> distinct = new ArrayList<>();
        for (NamedFile file : files) {
            if (file.isBeside()) {
                plan.sheetProblem(Severity.WARNING, file.name(), null, Reason.of("school.file.beside"));
            } else if (file.content().length > 0
                    && distinct.stream().anyMatch(other -> Arrays.equals(other.content(), file.content()))) {
                plan.sheetProblem(Severity.WARNING, file.name(), null, Reason.of("school.file.twice"));
            } else if (distinct.stream().anyMatch(other -> other.name().equals(file.name()))) {
                distinct.add(new NamedFile(file.name() + " (" + (distinct.size() + 1) + ")", file.content()));
            } else {
                distinct.add(file);
            }
        }
        return distinct;
    }

    private static List<UploadedFile> opened(
            Unit unit, Set<SchoolLevel> otherLevels, List<NamedFile> files, ImportPlan plan) {
        List<UploadedFile> read = new ArrayList<>();
        for (NamedFile file : files) {
            plan.file(file.name(), null);
            try {
                UploadedFile uploaded = UploadedFile.read(file);
                plan.file(file.name(), uploaded.kind());
                Reason reason = whyNot(unit, otherLevels, uploaded);
                if (reason == null) {
                    read.add(uploaded);
                    noteOddities(uploaded, plan);
                } else {
                    plan.refuse(file.name(), reason);
                }
            } catch (Refused e) {
                plan.refuse(file.name(), new Reason(e.key(), e.args()));
            }
        }
        return read;
    }

    private static Reason whyNot(Unit unit, Set<SchoolLevel> otherLevels, UploadedFile file) {
        if (!file.schoolCode().equals(unit.code())) {
            return Reason.of("school.file.other-school", file.schoolCode(), unit.name(), unit.code());
        }
        List<SchoolLevel> levels = file.grades().stream()
                .map(UploadedFile::levelOf)
                .flatMap(Optional::stream)
                .toList();
        boolean secondary = file.tables().stream().anyMatch(table -> table.kind() == SheetKind.SECONDARY);
        if (secondary || !levels.isEmpty() && !levels.contains(unit.level())) {
            SchoolLevel level = levels.isEmpty() ? SchoolLevel.LOWER_SECONDARY : levels.get(0);
            return Reason.of(
                    otherLevels.contains(level) ? "school.level-later" : "school.level-unsupported",
                    Texts.vi("school.level." + level));
        }
        return null;
    }

    private static void noteOddities(UploadedFile file, ImportPlan plan) {
        for (String sheet : file.unknownSheets()) {
            plan.sheetProblem(Severity.WARNING, file.name(), sheet, Reason.of("school.file.unknown-sheet"));
        }
        for (String sheet : file.hiddenSheets()) {
            plan.sheetProblem(Severity.WARNING, file.name(), sheet, Reason.of("school.file.hidden-sheet"));
        }
        for (SheetTable table : file.tables()) {
            for (Integer row : table.oddRows()) {
                plan.sheetProblem(
                        Severity.WARNING, file.name(), table.sheet(), Reason.of("school.file.odd-row", row.toString()));
            }
            SwappedDates dates = SwappedDates.in(table);
            if (dates.mixed()) {
                plan.sheetProblem(
                        Severity.WARNING,
                        file.name(),
                        table.sheet(),
                        Reason.of(
                                "school.sheet.mixed-dates",
                                table.header(Column.BIRTH_DATE),
                                dates.texts(),
                                dates.dates().size()));
            }
            if (table.rows().isEmpty()) {
                plan.sheetProblem(Severity.WARNING, file.name(), table.sheet(), Reason.of("school.file.no-rows"));
            }
        }
    }
}
