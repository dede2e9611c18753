package vn.hocba.rehearsal;

/**
 * What became of the records of a school in a played year, each number found in another place than the others.
 *
 * @param opened when the year was opened
 * @param came with pupils from another school of the play
 * @param moved with pupils to another school of the play
 * @param frozen the province holds a final version, handed in by this school
 * @param reported of these, those of which the ministry knows
 * @param left closed because the pupil does not study any more
 * @param ended taken back for good
 * @param open none of all that
 */
record SchoolBalance(
        String school, int opened, int came, int moved, int frozen, int reported, int left, int ended, int open) {

    /** Whether every record is accounted for, none is open for ever, and none is final without a report. */
    boolean addsUp() {
        return opened + came - moved == frozen + left + ended && open == 0 && reported == frozen;
    }
}
