package vn.hocba.cutoff;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.calendar.ExtraWindow;
import vn.hocba.calendar.ExtraWindows;
import vn.hocba.calendar.ExtraWindows.Decision;
import vn.hocba.cutoff.CutOffBoard.MissedLine;
import vn.hocba.cutoff.CutOffBoard.SchoolLine;
import vn.hocba.cutoff.CutOffs.Begun;
import vn.hocba.identity.Right;
import vn.hocba.registry.Freeze;
import vn.hocba.registry.OwnProvince;
import vn.hocba.registry.RegisteredState;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;

/** What the Sở sees of its extra windows: for whom, until when, what came in, how far their freeze is and who is still left out. */
@Service
@Transactional(readOnly = true)
public class WindowBoard {

    private final OwnProvince own;
    private final ExtraWindows windows;
    private final CutOffs cutOffs;
    private final CutOffBoard board;
    private final Freeze freeze;
    private final SchoolDirectory directory;
    private final Clock clock;

    WindowBoard(
            OwnProvince own,
            ExtraWindows windows,
            CutOffs cutOffs,
            CutOffBoard board,
            Freeze freeze,
            SchoolDirectory directory,
            Clock clock) {
        this.own = own;
        this.windows = windows;
        this.cutOffs = cutOffs;
        this.board = board;
        this.freeze = freeze;
        this.directory = directory;
        this.clock = clock;
    }

    /** Where a window is. */
    public enum State {
        /** Its first day is ahead. */
        COMING,
        OPEN,
        /** Over; what it took is being frozen. */
        FREEZING,
        DONE,
        /** Closed before its first day. */
        CANCELLED
    }

    /**
     * A window.
     *
     * @param schoolName null: every school
     * @param waiting records that it took and that are not frozen yet
     * @param frozen records that it took and that are
     * @param finishedAt null until its freeze is over
     * @param decisions in order, the opening first
     */
    public record Status(
            ExtraWindow window,
            String schoolName,
            State state,
            int waiting,
            int frozen,
            Instant finishedAt,
            List<Decision> decisions) {}

    /** The windows of a year, latest first. */
    public List<Status> of(int schoolYear) {
        return windows.of(own.get(Right.SEE_CUT_OFFS).id(), schoolYear).stream()
                .map(this::status)
                .toList();
    }

    /** The schools for one of which a window may be opened. */
    public List<Unit> schools() {
        return directory.schoolsUnder(own.get(Right.SEE_CUT_OFFS).path());
    }

    /** The schools with pupils who are left out after a window, by name; empty while it is not over. */
    public List<SchoolLine> leftOut(String windowId) {
        return cutOffs.ofWindow(windowId)
                .map(begun -> board.schools(begun.id()))
                .orElse(List.of());
    }

    /**
     * The pupils of a school who are left out after a window, by class.
     *
     * @throws Refused when the school is not in the person's province
     */
    public List<MissedLine> pupils(String windowId, SchoolId school) {
        return cutOffs.ofWindow(windowId)
                .map(begun -> board.pupils(begun.id(), school.value()))
                .orElse(List.of());
    }

    private Status status(ExtraWindow window) {
        Optional<Begun> begun = cutOffs.ofWindow(window.id());
        return new Status(
                window,
                window.schoolId() == null
                        ? null
                        : directory.unit(window.schoolId()).name(),
                state(window, begun),
                freeze.countOf(window.id(), RegisteredState.ACCEPTED),
                begun.map(Begun::frozen).orElse(0),
                begun.map(Begun::finishedAt).orElse(null),
                windows.decisions(window.id()));
    }

    private State state(ExtraWindow window, Optional<Begun> begun) {
        if (begun.isPresent()) {
            return begun.get().state() == CutOffs.State.DONE ? State.DONE : State.FREEZING;
        }
        if (window.neverOpened()) {
            return State.CANCELLED;
        }
        Instant now = clock.instant();
        if (now.isBefore(window.begins())) {
            return State.COMING;
        }
        return window.isOpen(now) ? State.OPEN : State.FREEZING;
    }
}
