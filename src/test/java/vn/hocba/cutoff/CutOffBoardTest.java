package vn.hocba.cutoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.fixture.ReleasedRecords.YEAR;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffBoard.State;
import vn.hocba.cutoff.CutOffBoard.WaveStatus;
import vn.hocba.cutoff.CutOffs.Missed;
import vn.hocba.cutoff.CutOffs.Reason;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.registry.Intake;
import vn.hocba.shared.Refused;

@ReleasedRecordsTest
class CutOffBoardTest {

    @Autowired
    ReleasedRecords world;

    @Autowired
    Intake intake;

    @Autowired
    CutOffBoard board;

    @Autowired
    CutOffs cutOffs;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    private School school;
    private String record;

    @BeforeEach
    void anAcceptedRecord() {
        school = world.school();
        record = world.released(school, "Lò Thị Mai").get(0);
        intake.receive(world.pack(school, world.item(record)));
    }

    @Test
    void beforeTheCutOffItSaysHowManyWait() {
        assertThat(asOfficial(() -> board.waves(YEAR)))
                .extracting(WaveStatus::state)
                .containsExactly(State.WAITING, State.WAITING);
        assertThat(asOfficial(() -> board.wave(YEAR, Wave.SECOND)).waiting()).isEqualTo(1);
        assertThat(asOfficial(() -> board.schools(YEAR, Wave.FIRST))).isEmpty();
    }

    @Test
    void whoWasLeftOutIsListedBySchoolWithTheReason() {
        leaveOut();

        assertThat(asOfficial(() -> board.schools(YEAR, Wave.FIRST)))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.schoolName()).isEqualTo(school.unit().name());
                    assertThat(line.notAccepted()).isEqualTo(1);
                    assertThat(line.missing()).isZero();
                });
        assertThat(asOfficial(() -> board.pupils(YEAR, Wave.FIRST, school.unit().id())))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.pupilName()).isEqualTo("Lò Thị Mai");
                    assertThat(line.reason()).as("accepted since then").startsWith("Sở tiếp nhận sau khi đợt chốt này");
                });
    }

    @Test
    void onlyTheSoItselfSeesItsCutOffs() {
        leaveOut();
        School other = world.school();

        for (CurrentUser user : List.of(school.homeroom(), school.principal(), school.clerk())) {
            assertThatThrownBy(() -> session.as(user, () -> board.waves(YEAR))).isInstanceOf(Refused.class);
        }
        assertThat(session.as(other.official(), () -> board.schools(YEAR, Wave.FIRST)))
                .isEmpty();
        assertThatThrownBy(() -> session.as(
                        other.official(),
                        () -> board.pupils(YEAR, Wave.FIRST, school.unit().id())))
                .isInstanceOf(Refused.class);
    }

    private void leaveOut() {
        CutOffKey key = new CutOffKey(school.province().id(), YEAR);
        CutOffs.Begun begun = cutOffs.begin(key, Wave.FIRST, LocalDate.of(2027, 6, 30), 0);
        String pupil = jdbc.sql("select pupil_id from year_record where id = ?")
                .param(record)
                .query(String.class)
                .single();
        cutOffs.miss(
                begun.id(),
                List.of(new Missed(
                        school.unit().id(), school.classId(), pupil, record, Reason.NOT_ACCEPTED, "RELEASED")));
        cutOffs.end(begun.id());
    }

    private <T> T asOfficial(Supplier<T> question) {
        return session.as(school.official(), question);
    }
}
