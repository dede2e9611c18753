package vn.hocba.record;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Part;

/** What was entered in a record, as its regulation reads it. */
public final class EnteredContents {

    static final String REWARD = "reward";

    private EnteredContents() {}

    /** A part that the pupil is taught is there even while it says nothing. */
    public static Contents of(YearRecord record) {
        Map<String, Map<String, String>> parts = new LinkedHashMap<>();
        for (SubjectResult subject : record.subjects()) {
            Map<String, String> cells = new HashMap<>();
            put(cells, "level", subject.exempt() ? EntryRules.EXEMPT_SYMBOL : subject.level());
            put(cells, "mark", subject.mark());
            put(cells, "comment", subject.comment());
            parts.put(subject.subjectCode(), cells);
        }
        Map<String, String> summary = new HashMap<>();
        record.traits().forEach(trait -> put(summary, trait.traitCode(), trait.level()));
        put(summary, "excused", record.excusedAbsences());
        put(summary, "unexcused", record.unexcusedAbsences());
        put(summary, "heightCm", record.heightCm());
        put(summary, "weightKg", record.weightKg());
        put(summary, "comment", record.homeroomComment());
        put(summary, REWARD, record.reward());
        parts.put(Part.CLASS, summary);
        return new Contents(record.grade(), parts);
    }

    /** Who fills in the subjects' rows, by part; those that nobody is assigned to are left out. */
    static Map<String, String> teachers(YearRecord record) {
        Map<String, String> teachers = new HashMap<>();
        record.subjects().forEach(subject -> put(teachers, subject.subjectCode(), subject.teacherId()));
        return teachers;
    }

    private static void put(Map<String, String> cells, String code, Object value) {
        if (value != null) {
            cells.put(code, value.toString());
        }
    }
}
