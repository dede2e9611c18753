package vn.hocba.request.ui;

import static vn.hocba.ui.Wording.text;

import java.time.Instant;
import java.util.Locale;
import vn.hocba.request.RequestBoard.Row;
import vn.hocba.request.RequestState;
import vn.hocba.request.RequestType;
import vn.hocba.ui.Badge;

/** Requests in words. */
final class RequestWords {

    private RequestWords() {}

    static String kind(String kind) {
        return text(RequestType.key(kind));
    }

    /** Where it waits, or how it ended. */
    static String place(String kind, RequestState state, String step) {
        return state == RequestState.OPEN && step != null
                ? text(kind.toLowerCase(Locale.ROOT) + ".step." + step)
                : text(state.key());
    }

    static Badge badge(Row row) {
        String words = place(row.kind(), row.state(), row.step());
        return switch (row.state()) {
            case OPEN -> Badge.soon(words);
            case DONE -> Badge.ok(words);
            case REFUSED, EXPIRED -> Badge.returned(words);
            case CANCELLED -> Badge.plain(words);
        };
    }

    /** A badge, with «Quá hạn» beside it where the answer was due before now. */
    static Badge[] badges(Instant dueAt, Instant now, Badge badge) {
        boolean overdue = dueAt != null && dueAt.isBefore(now);
        return overdue ? new Badge[] {badge, Badge.late(text("request.overdue"))} : new Badge[] {badge};
    }

    /** Lớp 4A · Nguyễn Văn A. */
    static String about(Row row) {
        return text("request.about", row.pupilName(), row.className());
    }
}
