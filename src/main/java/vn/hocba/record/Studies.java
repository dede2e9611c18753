package vn.hocba.record;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.hocba.record.RecordSnapshot.Study;

/** «Quá trình học tập» as several versions of one pupil's years tell it together. */
public final class Studies {

    private Studies() {}

    /** Of one version; of one that does not tell it, its own year. */
    public static List<Study> of(RecordSnapshot version) {
        return version.studies().isEmpty()
                ? List.of(new Study(
                        version.schoolYear(),
                        version.className(),
                        version.issuer().schoolName(),
                        null,
                        null))
                : version.studies();
    }

    /**
     * A row per year and school, oldest first: what is told several times, as the latest version tells it.
     *
     * @param versions of different years
     */
    public static List<Study> together(Collection<RecordSnapshot> versions) {
        Map<String, Study> rows = new LinkedHashMap<>();
        versions.stream()
                .sorted(Comparator.comparingInt(RecordSnapshot::schoolYear))
                .flatMap(version -> of(version).stream())
                .forEach(row -> rows.merge(row.schoolYear() + row.schoolName(), row, Studies::better));
        return rows.values().stream()
                .sorted(Comparator.comparingInt(Study::schoolYear))
                .toList();
    }

    /** What a later version does not say any more, the earlier one has said. */
    private static Study better(Study earlier, Study later) {
        return new Study(
                later.schoolYear(),
                later.className() == null ? earlier.className() : later.className(),
                later.schoolName(),
                later.registerNo() == null ? earlier.registerNo() : later.registerNo(),
                later.enteredOn() == null ? earlier.enteredOn() : later.enteredOn());
    }
}
