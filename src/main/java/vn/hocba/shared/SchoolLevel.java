package vn.hocba.shared;

import java.util.Optional;
import java.util.stream.Stream;

/** Cấp học. */
public enum SchoolLevel {
    PRIMARY(5),
    LOWER_SECONDARY(9),
    UPPER_SECONDARY(12);

    private final int lastGrade;

    SchoolLevel(int lastGrade) {
        this.lastGrade = lastGrade;
    }

    /** Of the level, 5, 9 or 12. */
    public int lastGrade() {
        return lastGrade;
    }

    /** The level of a grade; empty unless it is 1 to 12. */
    public static Optional<SchoolLevel> of(int grade) {
        return grade < 1
                ? Optional.empty()
                : Stream.of(values()).filter(level -> grade <= level.lastGrade).findFirst();
    }

    /** Whether a level ends with this grade, 1 to 12: who completes it has completed the level, and no grade follows in it. */
    public static boolean endsWith(int grade) {
        return Stream.of(values()).anyMatch(level -> level.lastGrade == grade);
    }
}
