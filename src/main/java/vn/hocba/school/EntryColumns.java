package vn.hocba.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads what a row of «Danh sách học sinh» says of how the pupil came to the school. An empty cell is no statement: what a person has entered stays. */
final class EntryColumns {

    static final int LONGEST_NUMBER = 50;

    private EntryColumns() {}

    static List<Wanted<Enrolment, ?>> wanted(RowReader row) {
        List<Wanted<Enrolment, ?>> wanted = new ArrayList<>();
        String number = row.offers(Column.REGISTER_NO) ? row.text(Column.REGISTER_NO, LONGEST_NUMBER) : null;
        if (number != null) {
            wanted.add(new Wanted<>(Column.REGISTER_NO.label(), e -> e.registerNo, (e, v) -> e.registerNo = v, number));
        }
        LocalDate day = row.offers(Column.ENTERED_ON) ? row.date(Column.ENTERED_ON) : null;
        if (day != null) {
            wanted.add(new Wanted<>(Column.ENTERED_ON.label(), e -> e.enteredOn, (e, v) -> e.enteredOn = v, day));
        }
        return wanted;
    }
}
