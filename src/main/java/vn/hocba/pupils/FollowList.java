package vn.hocba.pupils;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.pupils.BesideList.Beside;
import vn.hocba.record.Leave;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.school.PupilsImported;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Studying;
import vn.hocba.shared.PupilId;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;
import vn.hocba.shared.Texts;
import vn.hocba.shared.UnitId;
import vn.hocba.workflow.BatchJob;
import vn.hocba.workflow.Batches;

/**
 * Lets the open records of a school follow its list of pupils: into another class, closed, or taken up again. Begins by itself after each list that was imported;
 * what could not follow then can be tried again.
 */
@Service
public class FollowList {

    /** Kind of its batches. */
    public static final String KIND = "follow-list";

    private final Access access;
    private final BesideList beside;
    private final Batches batches;

    FollowList(Access access, BesideList beside, Batches batches) {
        this.access = access;
        this.beside = beside;
        this.batches = batches;
    }

    /**
     * A record that does not follow the list.
     *
     * @param words what will become of it
     */
    public record Waiting(String recordId, String pupilName, String className, String words) {}

    /** Those of a school and year, in the order of the classes. */
    public List<Waiting> waiting(String schoolId, int schoolYear) {
        access.at(schoolId, Right.SEE_FOLLOWING);
        return beside.of(schoolId, schoolYear).stream()
                .map(one -> new Waiting(one.id(), one.name(), one.className(), words(one)))
                .toList();
    }

    private static String words(Beside one) {
        if (one.studiesIn() == null) {
            return Texts.vi("pupils.gone." + one.gone());
        }
        return one.studiesInName().equals(one.className())
                ? Texts.vi("pupils.back.words", one.studiesInName())
                : Texts.vi("pupils.class.moved", one.className(), one.studiesInName());
    }

    /**
     * Lets them follow.
     *
     * @return the batch's id
     * @throws Refused when every record follows the list
     */
    public String start(String schoolId, int schoolYear) {
        access.at(schoolId, Right.FOLLOW_LIST);
        return begin(schoolId, schoolYear).orElseThrow(() -> Refused.notNow("pupils.follow.nobody"));
    }

    /** In the name of the admin who has imported the list. */
    @TransactionalEventListener
    public void on(PupilsImported imported) {
        begin(imported.schoolId(), imported.schoolYear());
    }

    private Optional<String> begin(String schoolId, int schoolYear) {
        List<String> records =
                beside.of(schoolId, schoolYear).stream().map(Beside::id).toList();
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of(batches.start(
                        new Batches.Order(KIND, new UnitId(schoolId), null, Integer.toString(schoolYear), records),
                        null));
    }

    /** Lets one record follow. */
    @Service
    static class Job implements BatchJob {

        private final Access access;
        private final YearRecords records;
        private final BesideList beside;
        private final CloseRecord close;
        private final MoveToClass move;
        private final TakeUpAgain takeUp;
        private final SchoolDirectory directory;
        private final Clock clock;

        Job(
                Access access,
                YearRecords records,
                BesideList beside,
                CloseRecord close,
                MoveToClass move,
                TakeUpAgain takeUp,
                SchoolDirectory directory,
                Clock clock) {
            this.access = access;
            this.records = records;
            this.beside = beside;
            this.close = close;
            this.move = move;
            this.takeUp = takeUp;
            this.directory = directory;
            this.clock = clock;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public String perform(BatchRun run, String recordId) {
            access.at(run.schoolId(), Right.FOLLOW_LIST);
            YearRecord record = records.lock(recordId);
            Optional<Beside> found = beside.of(recordId);
            if (found.isEmpty()) {
                return Texts.vi("pupils.follow.already");
            }
            Optional<Studying> place = directory.studying(
                    new PupilId(record.pupilId()), new SchoolId(record.schoolId()), record.schoolYear());
            if (place.isEmpty()) {
                close.close(record, new Leave(found.get().gone(), null, null, null, clock.instant()));
            } else if (record.state() != RecordState.LEFT) {
                move.move(record, place.get(), "");
            } else {
                takeUp.takeUp(record, place.get(), LocalDate.now(clock), "");
            }
            return null;
        }
    }
}
