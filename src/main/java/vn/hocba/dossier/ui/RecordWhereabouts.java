package vn.hocba.dossier.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.hocba.dossier.RecordPage;
import vn.hocba.dossier.Whereabouts.FormerName;
import vn.hocba.record.Arrival;
import vn.hocba.record.Leave;
import vn.hocba.record.RecordState;
import vn.hocba.shared.SchoolYear;

/** Where the pupil of a record is, in words: gone and why, or in another class than the record was issued in. */
final class RecordWhereabouts {

    private RecordWhereabouts() {}

    static List<String> words(RecordPage.Page page) {
        List<String> words = new ArrayList<>();
        Leave leave = page.whereabouts().leave();
        if (page.state() == RecordState.LEFT && leave != null) {
            words.add(
                    leave.day() == null
                            ? text("office.record.left-by-list." + leave.reason(), moment(leave.recordedAt()))
                            : text("office.record.left." + leave.reason(), date(leave.day())));
            if (leave.decisionNo() != null) {
                words.add(text("office.record.left.decision", leave.decisionNo()));
            }
            if (leave.note() != null) {
                words.add(leave.note());
            }
        }
        Arrival arrival = page.whereabouts().arrival();
        if (arrival != null) {
            words.add(text("office.record.arrival", date(arrival.day()), arrival.formerSchool()));
            if (arrival.brought() != null) {
                words.add(text("office.record.arrival.brought", arrival.brought()));
            }
        }
        page.whereabouts()
                .decisions()
                .forEach(decision -> words.add(text(
                        "office.record.grade-decision",
                        new SchoolYear(decision.schoolYear()).toString(),
                        decision.grade(),
                        decision.decisionNo(),
                        date(decision.day()))));
        FormerName former = page.whereabouts().formerName();
        if (former != null) {
            words.add(text(
                    "office.record.former-name",
                    page.content().pupil().fullName(),
                    former.now(),
                    former.years().stream()
                            .map(year -> new SchoolYear(year).toString())
                            .collect(Collectors.joining(", "))));
        }
        String other = page.whereabouts().otherClass();
        boolean issued = page.state() == RecordState.ACCEPTED || page.state() == RecordState.FROZEN;
        if (other != null && (issued || page.inForceNo() != null)) {
            words.add(text("office.record.other-class", page.content().className(), other));
        }
        return words;
    }
}
