package vn.hocba.rehearsal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
     * @param late people of another school, who do nothing yet
     * @param problems what could not be done is added here
     * @param happened how often what happened, by the key of its words
     */
    record Scene(
            Unit school,
            Founding.Above above,
            int schoolYear,
            List<CurrentUser> people,
            List<CurrentUser> late,
            ProvinceOffice.Office office,
            String pin,
            PhaseProgress bar,
            List<String> problems,
            Map<String, Integer> happened) {

        Scene(
                Unit school,
                Founding.Above above,
                int schoolYear,
                List<CurrentUser> people,
                ProvinceOffice.Office office,
                String pin,
                PhaseProgress bar,
                List<String> problems) {
            this(
                    school,
                    above,
                    schoolYear,
                    people,
                    new ArrayList<>(),
                    office,
                    pin,
                    bar,
                    problems,
                    new LinkedHashMap<>());
        }

        Stream<CurrentUser> everyone() {
            return Stream.concat(people.stream(), late.stream());
        }

        /** Keeps that something happened. */
        void happened(String what, int times) {
            happened.merge(what, times, Integer::sum);
        }

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

    /**
     * The end of a year that was played to the reports.
     *
     * @param seed by which everything was drawn; null where nothing was
     * @param happened how often what happened, by the key of its words
     */
    record Ended(Long seed, Map<String, Integer> happened, List<SchoolBalance> schools) {

        private static final Ended NOTHING = new Ended(null, Map.of(), List.of());

        /** Whether every record of every school is accounted for. */
        boolean addsUp() {
            return schools.stream().allMatch(SchoolBalance::addsUp);
        }
    }

    /** When the year has been opened. */
    default void begin(Scene scene) {}

    /** Before everybody does what waits at a step. */
    default void before(Step step, Scene scene) {}

    /**
     * When the province has accepted everything.
     *
     * @return what became of everything; nothing where nothing more happens
     */
    default Ended end(Scene scene) {
        return Ended.NOTHING;
    }
}
