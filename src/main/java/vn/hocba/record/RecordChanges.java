package vn.hocba.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** The differences between two versions, in printed order. */
    public static List<Change> between(RecordSnapshot former, RecordSnapshot latter) {
        Map<String, String> before = said(former);
        Map<String, String> after = said(latter);
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

    private static Map<String, String> said(RecordSnapshot version) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put(name("pupil"), version.pupil().fullName());
        said.put(name("birth-date"), words(version.pupil().birthDate()));
        for (RecordSnapshot.SubjectMarks row : version.subjects()) {
            said.put(name("level", row.name()), row.exempt() ? SnapshotCells.EXEMPT : words(row.level()));
            said.put(name("mark", row.name()), words(row.mark()));
            said.put(name("comment", row.name()), words(row.comment()));
        }
        version.traits().forEach(row -> said.put(row.name(), words(row.level())));
        RecordSnapshot.Summary summary = version.summary();
        said.put(name("absences"), words(summary.excusedAbsences()) + " / " + words(summary.unexcusedAbsences()));
        said.put(name("body"), words(summary.heightCm()) + " / " + words(summary.weightKg()));
        said.put(name("homeroom-comment"), words(summary.homeroomComment()));
        said.put(
                name("overall"),
                summary.overall() == null ? "" : summary.overall().term());
        said.put(name("completed"), yesOrNo(summary.programmeCompleted()));
        said.put(name("promoted"), summary.promoted() == null ? "" : yesOrNo(summary.promoted()));
        said.put(name("reward"), words(summary.reward()));
        return said;
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
