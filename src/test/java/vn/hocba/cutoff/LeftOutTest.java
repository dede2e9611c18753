package vn.hocba.cutoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffs.Missed;
import vn.hocba.cutoff.CutOffs.Reason;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;

@ReleasedRecordsTest
class LeftOutTest {

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    LeftOut leftOut;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whoWasAcceptedAfterTheLastLookIsNotTakenForSomebodyWhoHasNotCompletedTheProgramme() {
        School school = world.school();
        CutOffKey year = new CutOffKey(school.province().id(), ReleasedRecords.YEAR);
        String late = life.accepted(school);
        String open = life.accepted(school, false);

        assertThat(leftOut.of(year, Wave.FIRST))
                .extracting(Missed::recordId, Missed::reason)
                .containsExactlyInAnyOrder(tuple(late, Reason.ACCEPTED_LATE), tuple(open, Reason.NOT_COMPLETED));
        assertThat(leftOut.of(year, Wave.SECOND)).extracting(Missed::reason).containsOnly(Reason.ACCEPTED_LATE);
    }

    @Test
    void whoChangedSchoolAfterTheRecordWasHandedInStandsAtTheNewOneWithThatRecordAndNotAtAllOnceItIsFrozen() {
        School former = world.school();
        School present = world.schoolBelow(former.province());
        CutOffKey year = new CutOffKey(former.province().id(), ReleasedRecords.YEAR);
        String record = life.accepted(former);
        jdbc.sql("update enrolment set school_id = ?, class_id = ? where pupil_id ="
                        + " (select pupil_id from year_record where id = ?)")
                .params(present.unit().id(), present.classId(), record)
                .update();

        assertThat(leftOut.of(year, Wave.FIRST))
                .extracting(Missed::schoolId, Missed::recordId, Missed::reason)
                .containsExactly(tuple(present.unit().id(), record, Reason.ACCEPTED_LATE));
        life.cutOff(former, Wave.FIRST);

        assertThat(leftOut.of(year, Wave.FIRST)).isEmpty();
    }
}
