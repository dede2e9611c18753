package vn.hocba.registry;

import vn.hocba.school.SchoolLevel;

/** What the rules of the intake need to know of a version that is registered already. */
record Registration(
        String yearRecordId,
        int versionNo,
        String lookupCode,
        String pupilCode,
        String schoolCode,
        int schoolYear,
        SchoolLevel level,
        RegisteredState state) {}
