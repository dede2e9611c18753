package vn.hocba.rehearsal;

import java.util.List;
import java.util.Map;
import vn.hocba.identity.CurrentUser;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Texts;
import vn.hocba.workflow.Step;

/** What happens in a rehearsed year beside everybody's own work. */
interface Course {

    /** Nothing: all goes smoothly, and the play ends when the province has accepted everything. */
    Course SMOOTH = new Course() {};

    /**
     * Where it is played.
     *
     * @param people of the school; whoever joins does the own work from then on
     * @param problems what could not be done is added here
     */
    record Scene(
            Unit school,
            Founding.Above above,
            int schoolYear,
            List<CurrentUser> people,
            ProvinceOffice.Office office,
            String pin,
            PhaseProgress bar,
            List<String> problems) {

        /** Who follows the boards at the Sở. */
        CurrentUser officer() {
            return office.officer();
        }

        /** Says what comes next. */
        void begin(String key) {
            bar.begin(Texts.vi(key));
            bar.show(0, 1);
        }
    }

    /** When the year has been opened. */
    default void begin(Scene scene) {}

    /** Before everybody does what waits at a step. */
    default void before(Step step, Scene scene) {}

    /**
     * When the province has accepted everything.
     *
     * @return how many of the school's records ended how; empty where nothing more happens
     */
    default Map<String, Integer> end(Scene scene) {
        return Map.of();
    }
}
