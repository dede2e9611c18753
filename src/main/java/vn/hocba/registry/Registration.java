package vn.hocba.registry;

import vn.hocba.shared.SchoolLevel;

/** What the rules of the intake need to know of a version that is registered already. */
record Registration(
        String yearRecordId,
        int versionNo,
        String lookupCode,
        String pupilCode,
        String schoolCode,
        int schoolYear,
        SchoolLevel level,
        RegisteredState state,
        boolean programmeCompleted,
        boolean ofSecondWave) {

    /** Reads it from the versions for which the rest of the query holds. */
    static final String SELECT =
            "select new vn.hocba.registry.Registration(r.yearRecordId, r.versionNo, r.lookupCode, r.pupilCode,"
                    + " r.schoolCode, r.schoolYear, r.level, r.state, r.programmeCompleted, r.ofSecondWave) from RegisteredRecord r where ";
}
