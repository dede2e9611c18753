package vn.hocba.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.hocba.assessment.Regulation;
import vn.hocba.shared.Texts;

/** What two versions of a record say differently, so that a former mark can be read beside the one that replaced it. */
public final class RecordChanges {

    private RecordChanges() {}

    /**
     * One difference.
     *
     * @param name of what differs, in Vietnamese: «Toán, điểm»
     * @param before empty where there was nothing, as is after
     */
    public record Change(int fromVersion, int toVersion, String name, String before, String after) {}

    /**
     * The differences between two versions, in printed order.
     *
     * @param regulation of the year
     */
    public static List<Change> between(RecordSnapshot former, RecordSnapshot latter, Regulation regulation) {
        Map<String, String> subjects = new HashMap<>();
        former.subjects().forEach(part -> subjects.put(part.code(), part.name()));
        latter.subjects().forEach(part -> subjects.put(part.code(), part.name()));
        Map<String, String> before = said(former, subjects, regulation);
        Map<String, String> after = said(latter, subjects, regulation);
        Map<String, String> names = new LinkedHashMap<>(before);
        names.putAll(after);
        List<Change> changes = new ArrayList<>();
        for (String name : names.keySet()) {
            String old = before.getOrDefault(name, "");
            String now = after.getOrDefault(name, "");
            if (!old.equals(now)) {
                changes.add(new Change(former.versionNo(), latter.versionNo(), name, old, now));
            }
        }
        return List.copyOf(changes);
    }

    /** @param subjects one name for each code: a subject that is called otherwise since is the same */
    private static Map<String, String> said(
            RecordSnapshot version, Map<String, String> subjects, Regulation regulation) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put(name("pupil"), version.pupil().fullName());
        said.put(name("birth-date"), words(version.pupil().birthDate()));
        version.subjects().forEach(part -> part.cells()
                .forEach(cell -> said.put(
                        name("cell", subjects.get(part.code()), lower(PartColumns.named(cell))), words(cell.value()))));
        if (Tt27View.isOf(version)) {
            ofTheClass(Tt27View.of(version), said);
        } else {
            version.classPart()
                    .ifPresent(part -> part.cells().forEach(cell -> said.put(named(cell), words(cell.value()))));
        }
        said.put(
                name("assessed-by"),
                Individually.in(version).map(Individually::words).orElse(""));
        RecordSnapshot.Conclusion conclusion = version.conclusion();
        said.put(name("overall"), conclusion.result() == null ? "" : regulation.term(conclusion.result()));
        said.put(name("completed"), yesOrNo(conclusion.completed()));
        said.put(name("promoted"), conclusion.promoted() == null ? "" : yesOrNo(conclusion.promoted()));
        said.put(name("reward"), words(conclusion.reward()));
        return said;
    }

    /** The form of TT 27/2020 has the days of absence and the measures in pairs. */
    private static void ofTheClass(Tt27View version, Map<String, String> said) {
        version.traits().forEach(row -> said.put(row.name(), words(row.level())));
        for (Tt27View.TraitGroup group : Tt27View.TraitGroup.values()) {
            said.put(name("comment." + group), words(version.comments().get(group)));
        }
        Tt27View.Summary summary = version.summary();
        said.put(name("absences"), words(summary.excusedAbsences()) + " / " + words(summary.unexcusedAbsences()));
        said.put(
                name("body"),
                words(Tt27View.words(summary.heightCm())) + " / " + words(Tt27View.words(summary.weightKg())));
        said.put(name("reward-ground"), words(version.rewardGround()));
        said.put(name("homeroom-comment"), words(summary.homeroomComment()));
    }

    private static String named(RecordSnapshot.Cell cell) {
        return cell.group().isEmpty()
                ? PartColumns.named(cell)
                : name("cell", cell.group(), lower(PartColumns.named(cell)));
    }

    /** In the middle of a name a word begins small, an abbreviation does not. */
    private static String lower(String name) {
        return name.length() > 1 && Character.isUpperCase(name.charAt(1))
                ? name
                : name.substring(0, 1).toLowerCase(Texts.VIETNAMESE) + name.substring(1);
    }

    private static String name(String what, Object... of) {
        return Texts.vi("record.change." + what, of);
    }

    private static String words(Object value) {
        return Objects.toString(value, "");
    }

    private static String yesOrNo(boolean value) {
        return Texts.vi(value ? "record.change.yes" : "record.change.no");
    }
}
