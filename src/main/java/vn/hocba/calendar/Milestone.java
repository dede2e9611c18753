package vn.hocba.calendar;

import vn.hocba.shared.Texts;

/** The dates of a calendar, in the order in which they usually come. */
public enum Milestone {
    /** From this day schools make the records of the year. */
    OPENING(Kind.START),
    /** Due date of the step of this name, as are the next four. */
    COMMENTS(Kind.DUE),
    HOMEROOM(Kind.DUE),
    PRINCIPAL(Kind.DUE),
    SEAL(Kind.DUE),
    SUBMIT(Kind.DUE),
    /** Schools have handed in the records of pupils confirmed as having completed the class programme; these are frozen (CV 1396). */
    CUT_OFF_1(Kind.LAW),
    /** The Sở has reported them to the ministry. */
    REPORT_1(Kind.LAW),
    /** Due date of supplementary assessment, after which there must be time to sign again. */
    SUMMER_ASSESSMENT(Kind.DUE),
    /** The same as the first cut-off, for pupils who needed supplementary assessment. */
    CUT_OFF_2(Kind.LAW),
    /** The Sở has reported these too. */
    REPORT_2(Kind.LAW);

    private enum Kind {
        START,
        DUE,
        LAW
    }

    private final Kind kind;

    Milestone(Kind kind) {
        this.kind = kind;
    }

    /** Whether people should be done by it: work done later is late, but still possible. */
    public boolean isDue() {
        return kind == Kind.DUE;
    }

    /** Whether the regulation names it, with «trước ngày»: only here may the Sở choose whether the day itself counts. */
    public boolean isOfLaw() {
        return kind == Kind.LAW;
    }

    /** As screens call it. */
    public String term() {
        return Texts.vi(key());
    }

    /** Key of {@link Texts}. */
    public String key() {
        return "calendar.milestone." + name();
    }
}
