package vn.hocba.school;

import java.util.HashSet;
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
        table.header().names().forEach((index, header) -> {
            String name = traitName(table, index);
            if (name == null) {
                return;
            }
            Optional<Trait> trait = curriculum.traitNamed(name);
            if (trait.isPresent() && found.add(trait.get())) {
                traits.put(index, trait.get());
            } else {
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

    /** Null where the column is of something else. */
    private static String traitName(SheetTable table, int index) {
        String header = table.header().names().get(index);
        String key = Headers.key(header);
        if (key.startsWith("pc ") || key.startsWith("nl ")) {
            return header.substring(2).replaceFirst("^[\\s:.-]+", "");
        }
        String group = Headers.key(table.header().groups().getOrDefault(index, ""));
        boolean ofTraits = group.matches("(?:\\d+ )*(?:nhung )?(?:pham chat|nang luc|pc|nl)\\b.*");
        return ofTraits && !key.startsWith("nhan xet") ? header : null;
    }
}
