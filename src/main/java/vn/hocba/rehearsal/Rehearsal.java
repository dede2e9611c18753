package vn.hocba.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.record.RecordState;
import vn.hocba.school.NamedFile;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolIdentification;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.Step;

/** Plays a school from its workbooks until every record is accepted by the province. */
@Component
@ReadModel(of = {"record", "school", "signing"})
class Rehearsal {

    private static final String PIN = "246810";

    /** Nobody's: of the shape that a certificate names. */
    private static final String LEADER_ID = "079070000002";

    private static final int MOST_SAID = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Founding founding;
    private final ProvinceOffice provinceOffice;
    private final SchoolPlay play;
    private final TakeIn takeIn;
    private final SaidExempt saidExempt;
    private final JdbcClient jdbc;
    private final RehearsedYear time;
    private final Clock clock;

    Rehearsal(
            Founding founding,
            ProvinceOffice provinceOffice,
            SchoolPlay play,
            TakeIn takeIn,
            SaidExempt saidExempt,
            JdbcClient jdbc,
            RehearsedYear time,
            Clock clock) {
        this.founding = founding;
        this.provinceOffice = provinceOffice;
        this.play = play;
        this.takeIn = takeIn;
        this.saidExempt = saidExempt;
        this.jdbc = jdbc;
        this.time = time;
        this.clock = clock;
    }

    /**
     * How it went.
     *
     * @param pupils who are studying and have a record
     * @param withoutRecord who are studying by the lists and have none, because a row or a file could not be taken or the record not be opened
     * @param problems what was left out or could not be done, with the reason
     * @param ended without schools where the year was played to the acceptance only
     */
    record Outcome(
            Unit school,
            int schoolYear,
            CurrentUser principal,
            int pupils,
            int withoutRecord,
            int accepted,
            int signatures,
            Duration took,
            List<String> problems,
            Course.Ended ended) {

        /** Whether every pupil of the lists has a record that came to its end: accepted, or in a year that was played to the reports, one of those that add up. */
        boolean isComplete() {
            boolean over = ended.schools().isEmpty() ? accepted == pupils : ended.addsUp();
            return pupils > 0 && over && withoutRecord == 0;
        }
    }

    Outcome play(List<NamedFile> files, SchoolIdentification.Identity identity, PhaseProgress bar, Course course) {
        List<String> problems = new ArrayList<>();
        Instant begun = clock.instant();
        Founding.Above above = above(identity);
        Unit school = founding.layDown(identity, above);
        ProvinceOffice.Office office = provinceOffice.fill(
                above.provinceCode(),
                wanted(above, "officer", ""),
                wanted(above, "leader", LEADER_ID),
                wanted(above, "clerk", ""),
                null,
                PIN);
        time.enter(office.officer(), identity.schoolYear().start());
        bar.begin(Texts.vi("rehearsal.import"));
        CurrentUser admin = founding.firstAdmin(school, Texts.vi("rehearsal.admin"));
        TakeIn.Taken taken = takeIn.all(admin, files);
        taken.files().forEach(bar::say);
        taken.warnings().stream().limit(MOST_SAID).forEach(bar::say);
        problems.addAll(taken.errors());
        List<CurrentUser> people = new ArrayList<>(founding.equip(admin, null, PIN));
        bar.show(1, 1);
        int year = identity.schoolYear().start();
        bar.begin(Texts.vi("rehearsal.open"));
        play.openYear(admin, year, progress -> bar.show(progress.total() - progress.waiting(), progress.total()));
        people.stream()
                .filter(person -> person.is(Role.PRINCIPAL))
                .findFirst()
                .ifPresent(head -> problems.addAll(saidExempt.decide(school.id(), year, head)));
        int pupils = count(year, null);
        int withoutRecord = studying(school, year) - pupils + taken.pupilsLeftOut() + taken.refused();
        Course.Scene scene = new Course.Scene(school, above, year, people, office, PIN, bar, problems);
        course.begin(scene);
        for (Step step : Step.values()) {
            course.before(step, scene);
            bar.begin(step.term());
            Runnable look = () -> bar.show(past(year, step), pupils);
            Function<CurrentUser, List<String>> work = person -> work(person, step, progress -> look.run());
            // Teachers have their own work; principals share theirs, and two at once would only get in each other's
            // way.
            problems.addAll(
                    step.role() == Role.TEACHER
                            ? Together.all(people, work)
                            : people.stream().map(work).flatMap(List::stream).toList());
            look.run();
        }
        bar.begin(Texts.vi("rehearsal.receipts"));
        awaitReceipts(year, pupils, bar);
        bar.end();
        int accepted = count(year, RecordState.ACCEPTED);
        Duration took = Duration.between(begun, clock.instant());
        Course.Ended ended = course.end(scene);
        return new Outcome(
                school,
                year,
                people.stream()
                        .filter(person -> person.is(Role.PRINCIPAL))
                        .findFirst()
                        .orElseThrow(() -> Refused.notNow("rehearsal.no-principal")),
                pupils,
                withoutRecord,
                accepted,
                signatures(year),
                took,
                problems,
                ended);
    }

    /** What one person cannot do is a problem of the rehearsal, and holds up nobody else. */
    private List<String> work(CurrentUser person, Step step, Consumer<Batches.Progress> watcher) {
        try {
            return play.work(person, step, PIN, List.of(), watcher);
        } catch (Refused refused) {
            return List.of(person.displayName() + ", " + step.term() + ": " + refused.getMessage());
        }
    }

    private static Founding.Above above(SchoolIdentification.Identity identity) {
        String place = identity.provinceName().replaceFirst("^Sở Giáo dục và Đào tạo (tỉnh )?", "");
        return new Founding.Above(
                "SO-" + identity.code().substring(0, 2),
                identity.provinceName(),
                "XA-" + identity.code().substring(0, 5),
                Texts.vi("rehearsal.intermediate"),
                place);
    }

    private void awaitReceipts(int year, int pupils, PhaseProgress bar) {
        Instant end = clock.instant().plus(PATIENCE);
        int waiting = count(year, RecordState.SUBMITTED);
        while (waiting > 0 && clock.instant().isBefore(end)) {
            bar.show(pupils - waiting, pupils);
            Pause.briefly();
            waiting = count(year, RecordState.SUBMITTED);
        }
        bar.show(pupils - waiting, pupils);
    }

    private int past(int year, Step step) {
        List<String> before = Arrays.stream(Step.values())
                .filter(other -> other.compareTo(step) <= 0)
                .map(other -> other.state().name())
                .toList();
        return jdbc.sql("select count(*) from year_record where school_year = :year and state not in (:before)")
                .params(Map.of("year", year, "before", before))
                .query(Integer.class)
                .single();
    }

    private int count(int year, RecordState state) {
        return jdbc.sql(
                        "select count(*) from year_record where school_year = :year and (:state = '' or state = :state)")
                .params(Map.of("year", year, "state", state == null ? "" : state.name()))
                .query(Integer.class)
                .single();
    }

    private int studying(Unit school, int year) {
        return jdbc.sql(
                        "select count(*) from enrolment where school_id = ? and school_year = ? and status = 'STUDYING'")
                .params(school.id(), year)
                .query(Integer.class)
                .single();
    }

    private static ProvinceOffice.Wanted wanted(Founding.Above above, String who, String personalId) {
        String title = Texts.vi("rehearsal." + who);
        return new ProvinceOffice.Wanted(who + "." + above.provinceCode(), title, title, personalId);
    }

    private int signatures(int year) {
        return jdbc.sql("select count(*) from record_signature s join year_record r on r.id = s.year_record_id"
                        + " where r.school_year = ? and s.voided_at is null")
                .param(year)
                .query(Integer.class)
                .single();
    }
}
