package vn.hocba.rehearsal;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffBoard;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.rehearsal.Course.Scene;
import vn.hocba.shared.Texts;
import vn.hocba.workflow.Step;

/** Both cut-offs with the late school and the summer assessment between them, and the reports to the ministry. */
@Component
@ConditionalOnProperty(CompressedClock.PROPERTY)
class EndOfYear {

    private final CompressedClock clock;
    private final Calendar calendar;
    private final CutOffBoard cutOffs;
    private final ReportToMinistry ministry;
    private final LateSchool late;
    private final PlayedRecords records;
    private final Cast cast;
    private final SchoolPlay play;

    EndOfYear(
            CompressedClock clock,
            Calendar calendar,
            CutOffBoard cutOffs,
            ReportToMinistry ministry,
            LateSchool late,
            PlayedRecords records,
            Cast cast,
            SchoolPlay play) {
        this.clock = clock;
        this.calendar = calendar;
        this.cutOffs = cutOffs;
        this.ministry = ministry;
        this.late = late;
        this.records = records;
        this.cast = cast;
        this.play = play;
    }

    void comes(Scene scene) {
        cutOff(scene, Wave.FIRST);
        late.catchUp(scene);
        summer(scene);
        ministry.ofWave(scene, Wave.FIRST);
        ministry.ofWindow(scene);
        cutOff(scene, Wave.SECOND);
        ministry.ofWave(scene, Wave.SECOND);
    }

    private void cutOff(Scene scene, Wave wave) {
        scene.begin(wave.cutOff().key());
        clock.leapTo(calendar.of(scene.officer().unitId(), scene.schoolYear()).cutOff(wave));
        Pause.until(
                wave.cutOff().term(),
                () -> play.as(scene.officer(), () -> cutOffs.wave(scene.schoolYear(), wave))
                                .state()
                        == CutOffBoard.State.DONE);
    }

    /** Nobody's result changes: the teachers confirm it, and the principal decides who is promoted, except where a level ends. */
    private void summer(Scene scene) {
        scene.begin("rehearsal.summer");
        Pause.until(Texts.vi("rehearsal.summer"), () -> !records.waitForSummer());
        cast.everybody(scene, Step.COMMENTS);
        for (String record : records.waiting(Step.HOMEROOM)) {
            CurrentUser homeroom = cast.homeroom(scene, record);
            if (cast.isOffered(homeroom, "promotion.ask", record)) {
                cast.take(
                        Cast.someone(scene, records.schoolId(record), Role.PRINCIPAL),
                        "promotion.retain",
                        cast.take(homeroom, "promotion.ask", record, Cast.because()),
                        Cast.because());
            }
        }
        cast.signAgain(scene);
    }
}
