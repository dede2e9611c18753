package vn.hocba.desk.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.text;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.hocba.ui.Badge;

/** Says until when work should be done, seen from today. */
public final class InboxDue {

    /** From so many days before, the badge warns. */
    private static final int SOON = 5;

    private InboxDue() {}

    /** «Quá hạn 1 ngày (21/05/2027)», «Còn 3 ngày (25/05/2027)», «Hạn 30/05/2027». */
    public static Badge badge(Instant due, Clock clock) {
        LocalDate day = LocalDate.ofInstant(due, clock.getZone());
        long left = ChronoUnit.DAYS.between(LocalDate.now(clock), day);
        if (left < 0) {
            return Badge.late(text("screens.due.late", -left, date(day)));
        }
        if (left == 0) {
            return Badge.soon(text("screens.due.today", date(day)));
        }
        return left <= SOON
                ? Badge.soon(text("screens.due.soon", left, date(day)))
                : Badge.plain(text("screens.due.later", date(day)));
    }

    public static boolean isOver(Instant due, Clock clock) {
        return due.isBefore(clock.instant());
    }
}
