package vn.hocba.oversight;

import vn.hocba.identity.CurrentUser;
import vn.hocba.oversight.SchoolSnapshots.Board;

/** Reads all schools of a board from end to end, as is done now and then when nobody waits for it. Import it into a test's context. */
public final class ReadAnew {

    private final SchoolSnapshots snapshots;

    ReadAnew(SchoolSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** The board that somebody sees of a year. */
    public void boardOf(CurrentUser user, int schoolYear) {
        snapshots.readWhole(new Board(user.unitId(), user.unitPath(), schoolYear));
    }
}
