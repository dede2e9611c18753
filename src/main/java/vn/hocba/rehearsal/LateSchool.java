package vn.hocba.rehearsal;

import java.time.LocalDate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.hocba.calendar.DecideExtraWindow;
import vn.hocba.calendar.DecideExtraWindow.Wanted;
import vn.hocba.calendar.ExtraWindow;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.WindowBoard;
import vn.hocba.cutoff.WindowBoard.Status;
import vn.hocba.rehearsal.Course.Scene;
import vn.hocba.shared.Texts;

/** The school to which pupils moved has handed in nothing by the first cut-off: the Sở opens an extra window for it, and reports what that took. */
@Component
@ConditionalOnProperty(CompressedClock.PROPERTY)
class LateSchool {

    private static final int DAYS = 5;

    private final CompressedClock clock;
    private final DecideExtraWindow decide;
    private final WindowBoard windows;
    private final SchoolPlay play;
    private final Cast cast;

    LateSchool(CompressedClock clock, DecideExtraWindow decide, WindowBoard windows, SchoolPlay play, Cast cast) {
        this.clock = clock;
        this.decide = decide;
        this.windows = windows;
        this.play = play;
        this.cast = cast;
    }

    /** Its people begin to work when there is no time left in the first wave; nothing where nobody is late. */
    void catchUp(Scene scene) {
        if (scene.late().isEmpty()) {
            return;
        }
        scene.begin("rehearsal.window");
        String school = scene.late().get(0).unitId();
        LocalDate today = LocalDate.now(clock);
        Wanted wanted = new Wanted(scene.schoolYear(), Wave.FIRST, school, today, today.plusDays(DAYS - 1));
        String id = play.as(scene.officer(), () -> decide.open(wanted, Cast.reason()));
        cast.join(scene);
        ExtraWindow window = status(scene, id).window();
        clock.leapTo(window.ends());
        Pause.until(Texts.vi("rehearsal.window"), () -> status(scene, id).state() == WindowBoard.State.DONE);
        scene.happened("in-window", status(scene, id).frozen());
    }

    private Status status(Scene scene, String window) {
        return play.as(scene.officer(), () -> windows.of(scene.schoolYear())).stream()
                .filter(status -> status.window().id().equals(window))
                .findFirst()
                .orElseThrow();
    }
}
