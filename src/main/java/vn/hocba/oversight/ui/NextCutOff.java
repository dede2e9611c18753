package vn.hocba.oversight.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import vn.hocba.calendar.Limit;
import vn.hocba.calendar.Wave;
import vn.hocba.calendar.YearDates;
import vn.hocba.ui.Badge;

/** «Chốt đợt 1»: nộp trước ngày 30/06/2027. Còn 12 ngày. */
final class NextCutOff {

    /** From so many days before, the badge warns. */
    private static final int SOON = 14;

    private NextCutOff() {}

    static Component of(YearDates dates, Instant now) {
        Div line = new Div();
        line.addClassName("next-cut-off");
        dates.nextCutOff(now)
                .ifPresentOrElse(
                        wave -> line.add(words(wave, dates), left(dates.limit(wave.cutOff()), now)),
                        () -> line.add(new Span(text("oversight.cut-off.none"))));
        return line;
    }

    private static Component words(Wave wave, YearDates dates) {
        Limit limit = dates.limit(wave.cutOff());
        return new Span(text(
                limit.included() ? "oversight.cut-off.included" : "oversight.cut-off",
                text(wave.cutOff().key()),
                date(limit.day())));
    }

    private static Badge left(Limit limit, Instant now) {
        int days = limit.daysLeft(now);
        String words = text("oversight.cut-off.left", days);
        return days <= SOON ? Badge.soon(words) : Badge.plain(words);
    }
}
