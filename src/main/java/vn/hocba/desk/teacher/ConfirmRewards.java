package vn.hocba.desk.teacher;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import vn.hocba.record.ClassSheets;
import vn.hocba.record.ClassSheets.HomeroomRow;
import vn.hocba.record.EnterMarks;
import vn.hocba.record.Entry;
import vn.hocba.record.Oddity;

/** The homeroom teacher says yes to the rewards that the results of a class propose (TT 27/2020 Điều 13). */
@Service
public class ConfirmRewards {

    private final ClassSheets sheets;
    private final EnterMarks enterMarks;

    ConfirmRewards(ClassSheets sheets, EnterMarks enterMarks) {
        this.sheets = sheets;
        this.enterMarks = enterMarks;
    }

    /** Whatever waits in a class now. */
    public List<Entry.Outcome> inClass(String classId) {
        return of(sheets.homeroom(classId));
    }

    /**
     * What waits in these rows, as the person saw them.
     *
     * @return an answer for each proposal; one whose row has changed meanwhile is refused
     */
    public List<Entry.Outcome> of(List<HomeroomRow> seen) {
        return enterMarks.enter(
                EnterMarks.HOMEROOM,
                seen.stream()
                        .filter(row -> row.state().isOpenForEntry())
                        .flatMap(row -> proposal(row).stream()
                                .map(words -> new Entry(row.recordId(), "reward", words, row.rowVersion())))
                        .toList());
    }

    /** What waits for the person's word in a row. */
    public static Optional<String> proposal(HomeroomRow row) {
        return row.oddities().stream()
                .flatMap(oddity -> oddity instanceof Oddity.RewardProposed proposed
                        ? Stream.of(proposed.proposal())
                        : Stream.empty())
                .findFirst();
    }
}
