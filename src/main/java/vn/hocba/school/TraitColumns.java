package vn.hocba.school;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.hocba.assessment.Curriculum.Trait;
import vn.hocba.assessment.YearCurriculum;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.workbook.Headers;
import vn.hocba.school.workbook.SheetRow;
import vn.hocba.shared.Refused;

/** Finds the columns of qualities and competences: «PC: Yêu nước», or «Yêu nước» under «Phẩm chất chủ yếu». */
final class TraitColumns {

    private final YearCurriculum curriculum;

    TraitColumns(YearCurriculum curriculum) {
        this.curriculum = curriculum;
    }

    /** Where each quality and competence stands, by position from 0; tells what is not one, and which are missing. */
    Map<Integer, Trait> in(KnownSchool school, String file, SheetTable table, ImportPlan plan) {
        Map<Integer, Trait> traits = new TreeMap<>();
        Set<Trait> found = new HashSet<>();
        names(table.header()).forEach((index, name) -> {
            Optional<Trait> trait = curriculum.traitNamed(name);
            if (trait.isPresent() && found.add(trait.get())) {
                traits.put(index, trait.get());
            } else {
                String header = table.header().names().get(index);
                plan.sheetProblem(
                        Severity.WARNING, file, table.sheet(), Reason.of("school.marks.unknown-trait", header));
            }
        });
        Set<Integer> grades = table.rows().stream()
                .map(row -> school.classNamed(table.className(row)))
                .filter(Objects::nonNull)
                .map(schoolClass -> schoolClass.grade)
                .collect(Collectors.toSet());
        String missing = grades.stream()
                .flatMap(grade -> curriculum.traits(grade).stream())
                .distinct()
                .filter(trait -> !found.contains(trait))
                .map(trait -> "«" + trait.name() + "»")
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            plan.sheetProblem(Severity.WARNING, file, table.sheet(), Reason.of("school.marks.traits-missing", missing));
        }
        return traits;
    }

    /** @throws Refused naming the columns of one quality or competence, of which it cannot be told which is the year's */
    static void refuseTwice(String sheet, HeaderRow header) {
        Map<String, List<Integer>> alike = new TreeMap<>();
        Map<Integer, String> names = names(header);
        names.forEach((index, name) -> alike.computeIfAbsent(Headers.key(name), key -> new ArrayList<>())
                .add(index));
        alike.values().stream().filter(all -> all.size() > 1).findFirst().ifPresent(all -> {
            throw Refused.invalid(
                    "school.file.column-twice",
                    sheet,
                    names.get(all.get(0)),
                    all.stream()
                            .map(index -> "«" + header.names().get(index) + "» (" + SheetRow.columnName(index) + ")")
                            .collect(Collectors.joining(", ")));
        });
    }

    /** What the columns of qualities and competences name, by position from 0. */
    static Map<Integer, String> names(HeaderRow header) {
        Map<Integer, String> names = new TreeMap<>();
        header.names().keySet().forEach(index -> {
            String name = traitName(header, index);
            if (name != null) {
                names.put(index, name);
            }
        });
        return names;
    }

    /** Null where the column is of something else, or of a part of the year. */
    private static String traitName(HeaderRow row, int index) {
        if (row.term(index).isPresent() || row.isOfAComment(index)) {
            return null;
        }
        String header = row.names().get(index);
        String key = Headers.key(header);
        if (key.startsWith("pc ") || key.startsWith("nl ")) {
            return header.substring(2).replaceFirst("^[\\s:.-]+", "");
        }
        boolean ofTraits = row.groups().getOrDefault(index, List.of()).stream()
                .map(Headers::key)
                .anyMatch(TraitColumns::isGroup);
        return ofTraits ? header : null;
    }

    /** Whether what stands above columns says that they are of qualities or competences, as {@link Headers#key} writes it. */
    static boolean isGroup(String key) {
        return key.matches("(?:\\d+ )*(?:nhung )?(?:pham chat|nang luc|pc|nl)\\b.*");
    }
}
