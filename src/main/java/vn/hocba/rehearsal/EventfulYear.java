package vn.hocba.rehearsal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffBoard;
import vn.hocba.desk.ReturnRecords;
import vn.hocba.desk.ReturnRecords.Instruction;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.report.ReportBoard;
import vn.hocba.report.ReportState;
import vn.hocba.report.SignReport;
import vn.hocba.request.Input;
import vn.hocba.request.RequestBoard;
import vn.hocba.school.NamedFile;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolIdentification;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.signing.session.Entered;
import vn.hocba.workflow.Step;

/**
 * A year as it really goes: some records are returned once, some pupils move to another school, some records are corrected or taken back; then both cut-offs with
 * the summer assessment between them, and both reports to the ministry. Whom it meets is counted off, so that it is the same every time.
 */
@Component
@ConditionalOnProperty(CompressedClock.PROPERTY)
class EventfulYear implements Course {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** One of twenty is returned: 5 %. */
    private static final IntPredicate RETURNED = place -> place % 20 == 0;

    /** Three of a hundred are corrected. */
    private static final IntPredicate CORRECTED = place -> place % 100 == 3 || place % 100 == 36 || place % 100 == 69;

    /** One of fifty moves: 2 %. */
    private static final IntPredicate TRANSFERRED = place -> place % 50 == 10;

    /** One of two hundred is taken back: 0.5 %. */
    private static final IntPredicate RETRACTED = place -> place % 200 == 15;

    private final SchoolPlay play;
    private final SampleSchools samples;
    private final CompressedClock clock;
    private final Calendar calendar;
    private final SchoolDirectory directory;
    private final RequestBoard requests;
    private final ReturnRecords returns;
    private final CutOffBoard cutOffs;
    private final ReportBoard reports;
    private final SignReport signReport;
    private final Session session;
    private final JdbcClient jdbc;
    private List<String> records = List.of();

    EventfulYear(
            SchoolPlay play,
            SampleSchools samples,
            CompressedClock clock,
            Calendar calendar,
            SchoolDirectory directory,
            RequestBoard requests,
            ReturnRecords returns,
            CutOffBoard cutOffs,
            ReportBoard reports,
            SignReport signReport,
            Session session,
            JdbcClient jdbc) {
        this.play = play;
        this.samples = samples;
        this.clock = clock;
        this.calendar = calendar;
        this.directory = directory;
        this.requests = requests;
        this.returns = returns;
        this.cutOffs = cutOffs;
        this.reports = reports;
        this.signReport = signReport;
        this.session = session;
        this.jdbc = jdbc;
    }

    @Override
    public void begin(Scene scene) {
        records = jdbc.sql("select r.id from year_record r join school_class c on c.id = r.class_id"
                        + " where r.school_id = ? and r.school_year = ? order by c.grade, c.name, r.ordinal")
                .params(scene.school().id(), scene.schoolYear())
                .query(String.class)
                .list();
    }

    @Override
    public void before(Step step, Scene scene) {
        if (step == Step.HOMEROOM) {
            moveSome(scene);
        }
        if (step == Step.PRINCIPAL) {
            returnSome(scene);
        }
    }

    /** While the homeroom teachers have them: there the teachers go through their marks again, and everything goes on. */
    private void moveSome(Scene scene) {
        begin(scene, "rehearsal.other");
        Unit there = otherSchool(scene);
        begin(scene, "rehearsal.transferred");
        CurrentUser clerk = someone(scene, scene.school(), Role.CLERK);
        CurrentUser from = someone(scene, scene.school(), Role.PRINCIPAL);
        CurrentUser to = someone(scene, there, Role.PRINCIPAL);
        for (String record : met(scene, TRANSFERRED)) {
            String request = take(clerk, "transfer.ask", record, Map.of("school", there.id(), "reason", reason()));
            take(to, "transfer.accept", request, Map.of("class", classLike(record, there, scene.schoolYear())));
            session.run(
                    from,
                    () -> requests.take(
                            "transfer.release",
                            request,
                            new Input(
                                    Map.of("day", LocalDate.now(clock)),
                                    List.of(),
                                    Entered.pin(scene.pin().toCharArray()))));
        }
        await(
                Texts.vi("rehearsal.transferred"),
                () -> jdbc.sql("select count(*) from record_request where kind = 'TRANSFER' and state = 'OPEN'")
                                .query(Integer.class)
                                .single()
                        == 0);
        everybody(scene, Step.COMMENTS);
    }

    /** The other primary school that comes with the application, with its people; they join. */
    private Unit otherSchool(Scene scene) {
        for (List<NamedFile> files : samples.all()) {
            SchoolIdentification.Identity identity = play.identify(files);
            if (!identity.code().equals(scene.school().code())) {
                Unit other = play.layDown(identity, scene.above());
                CurrentUser admin = play.firstAdmin(other, Texts.vi("rehearsal.admin"));
                play.importFiles(admin, files);
                scene.people().addAll(play.equip(admin, null, scene.pin()));
                return other;
            }
        }
        throw new IllegalStateException("two schools come with the application");
    }

    private String classLike(String record, Unit there, int schoolYear) {
        int grade = Integer.parseInt(one("select grade from year_record where id = ?", record));
        return directory.classes(there.id(), schoolYear).stream()
                .filter(info -> info.grade() == grade)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void returnSome(Scene scene) {
        begin(scene, "rehearsal.returned");
        Map<String, List<String>> byClass = new TreeMap<>();
        met(scene, RETURNED).forEach(record -> byClass.computeIfAbsent(classOf(record), id -> new ArrayList<>())
                .add(record));
        CurrentUser principal = someone(scene, scene.school(), Role.PRINCIPAL);
        byClass.forEach((classId, some) -> scene.problems()
                .addAll(play.batch(
                        principal,
                        () -> returns.start(
                                classId, some, new Instruction(Step.PRINCIPAL, Step.HOMEROOM, Set.of(), reason())))));
        everybody(scene, Step.HOMEROOM);
    }

    @Override
    public Map<String, Integer> end(Scene scene) {
        await(Texts.vi("rehearsal.receipts"), () -> count("state = 'SUBMITTED'") == 0);
        correctSome(scene);
        takeSomeBack(scene);
        cutOff(scene, Wave.FIRST);
        summer(scene);
        report(scene, Wave.FIRST);
        cutOff(scene, Wave.SECOND);
        report(scene, Wave.SECOND);
        return finalStates();
    }

    private void correctSome(Scene scene) {
        begin(scene, "rehearsal.corrected");
        CurrentUser clerk = someone(scene, scene.school(), Role.CLERK);
        CurrentUser principal = someone(scene, scene.school(), Role.PRINCIPAL);
        for (String record : met(scene, CORRECTED)) {
            String request =
                    take(clerk, "correction.ask", record, Map.of("parts", Set.of("HOMEROOM"), "reason", reason()));
            take(principal, "correction.approve", request, Map.of());
        }
        signAgain(scene);
    }

    private void takeSomeBack(Scene scene) {
        begin(scene, "rehearsal.retracted");
        CurrentUser clerk = someone(scene, scene.school(), Role.CLERK);
        CurrentUser principal = someone(scene, scene.school(), Role.PRINCIPAL);
        for (String record : met(scene, RETRACTED)) {
            take(principal, "retraction.approve", take(clerk, "retraction.ask", record, because()), Map.of());
        }
    }

    private void cutOff(Scene scene, Wave wave) {
        begin(scene, wave.cutOff().key());
        clock.leapTo(calendar.of(scene.officer().unitId(), scene.schoolYear()).cutOff(wave));
        await(
                wave.cutOff().term(),
                () -> session.as(scene.officer(), () -> cutOffs.wave(scene.schoolYear(), wave))
                                .state()
                        == CutOffBoard.State.DONE);
    }

    /** Nobody's result changes: the teachers confirm it, and the principal decides who is promoted, except where a level ends. */
    private void summer(Scene scene) {
        begin(scene, "rehearsal.summer");
        await(
                Texts.vi("rehearsal.summer"),
                () -> jdbc.sql(
                                        "select count(*) from cut_off_exception where reason = 'NOT_COMPLETED' and reassessed = false")
                                .query(Integer.class)
                                .single()
                        == 0);
        everybody(scene, Step.COMMENTS);
        for (String record : waiting(Step.HOMEROOM)) {
            CurrentUser homeroom = homeroom(scene, record);
            boolean toDecide = session.as(homeroom, () -> requests.offers(record)).stream()
                    .anyMatch(offer -> offer.name().equals("promotion.ask"));
            if (toDecide) {
                take(
                        someone(scene, school(record), Role.PRINCIPAL),
                        "promotion.retain",
                        take(homeroom, "promotion.ask", record, because()),
                        because());
            }
        }
        signAgain(scene);
    }

    private void report(Scene scene, Wave wave) {
        begin(scene, wave.report().key());
        String report = session.as(scene.officer(), () -> reports.wave(scene.schoolYear(), wave))
                .report()
                .reportId();
        scene.problems()
                .addAll(play.batch(
                        scene.officer(),
                        () -> signReport.sign(report, Entered.pin(scene.pin().toCharArray()))));
        await(
                wave.report().term(),
                () -> session.as(scene.officer(), () -> reports.wave(scene.schoolYear(), wave))
                                .report()
                                .state()
                        == ReportState.DONE);
    }

    private void signAgain(Scene scene) {
        for (Step step : List.of(Step.HOMEROOM, Step.PRINCIPAL, Step.SEAL, Step.SUBMIT)) {
            everybody(scene, step);
        }
        await(Texts.vi("rehearsal.receipts"), () -> count("state = 'SUBMITTED'") == 0);
    }

    private void everybody(Scene scene, Step step) {
        for (CurrentUser person : scene.people()) {
            scene.problems().addAll(play.work(person, step, scene.pin(), List.of(), progress -> {}));
        }
    }

    /** Where the records of the school have come to: what the province says of the newest version, else where the school is with it. */
    private Map<String, Integer> finalStates() {
        Map<String, Integer> states = new TreeMap<>();
        for (String record : records) {
            String state = jdbc.sql(
                            "select coalesce((select g.state from registered_record g where g.year_record_id = r.id and g.state in"
                                    + " ('FROZEN', 'REPORTED', 'RETRACTED')), r.state) from year_record r where r.id = ?")
                    .param(record)
                    .query(String.class)
                    .single();
            states.merge(state, 1, Integer::sum);
        }
        return states;
    }

    /** The records that an event meets; not those whose pupil has moved, nor, once that is known, those who have the summer before them. */
    private Set<String> met(Scene scene, IntPredicate event) {
        Set<String> met = new LinkedHashSet<>();
        IntStream.range(0, records.size()).filter(event).mapToObj(records::get).forEach(met::add);
        met.retainAll(jdbc.sql(
                        "select id from year_record where coalesce(overall_result, '') <> 'NOT_COMPLETED' and school_id = ?")
                .param(scene.school().id())
                .query(String.class)
                .list());
        return met;
    }

    private String take(CurrentUser who, String offer, String target, Map<String, Object> values) {
        return session.as(who, () -> requests.take(offer, target, Input.of(values)));
    }

    private static Map<String, Object> because() {
        return Map.of("reason", reason());
    }

    private static String reason() {
        return Texts.vi("rehearsal.reason");
    }

    private List<String> waiting(Step step) {
        return jdbc.sql("select id from year_record where state = ? order by id")
                .param(step.state().name())
                .query(String.class)
                .list();
    }

    private int count(String which) {
        return jdbc.sql("select count(*) from year_record where " + which)
                .query(Integer.class)
                .single();
    }

    private String classOf(String record) {
        return one("select class_id from year_record where id = ?", record);
    }

    private Unit school(String record) {
        return directory.unit(one("select school_id from year_record where id = ?", record));
    }

    private String one(String sql, String id) {
        return jdbc.sql(sql).param(id).query(String.class).single();
    }

    private static CurrentUser someone(Scene scene, Unit school, Role role) {
        return scene.people().stream()
                .filter(person -> person.is(role) && person.unitId().equals(school.id()))
                .findFirst()
                .orElseThrow();
    }

    private CurrentUser homeroom(Scene scene, String record) {
        String staff = directory.classById(classOf(record)).homeroomStaffId();
        return scene.people().stream()
                .filter(person -> staff.equals(person.staffId()))
                .findFirst()
                .orElseThrow();
    }

    private static void begin(Scene scene, String key) {
        scene.bar().begin(Texts.vi(key));
        scene.bar().show(0, 1);
    }

    private static void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw Refused.notNow("rehearsal.waited", what);
            }
            Pause.briefly();
        }
    }
}
