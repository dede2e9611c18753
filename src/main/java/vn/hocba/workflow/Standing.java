package vn.hocba.workflow;

import vn.hocba.calendar.Milestone;
import vn.hocba.record.RecordState;

/**
 * What the boards count a record under.
 *
 * @param rejected whether the province's last answer was «no» and the record was not sent again
 * @param due which date its open work follows, the same for all of it; null while nobody works on it
 * @param teacherless whether some of its work waits for a teacher to be named
 * @param holderId who is to sign as homeroom teacher; null at every other step
 */
record Standing(
        String schoolId,
        int schoolYear,
        RecordState state,
        boolean rejected,
        Milestone due,
        boolean teacherless,
        String holderId) {}
