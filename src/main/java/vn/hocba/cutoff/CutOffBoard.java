package vn.hocba.cutoff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.Limit;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffs.Begun;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.record.RecordState;
import vn.hocba.registry.Freeze;
import vn.hocba.registry.OwnProvince;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolYears;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;

/** What the Sở sees of its cut-offs: when they come, how far they are, and who was left out. */
@Service
@Transactional(readOnly = true)
@ReadModel(of = {"school", "registry"})
public class CutOffBoard {

    private final Access access;
    private final SchoolDirectory directory;
    private final SchoolYears years;
    private final Calendar calendar;
    private final Freeze freeze;
    private final CutOffs cutOffs;
    private final OwnProvince own;
    private final JdbcClient jdbc;

    CutOffBoard(
            Access access,
            SchoolDirectory directory,
            SchoolYears years,
            Calendar calendar,
            Freeze freeze,
            CutOffs cutOffs,
            OwnProvince own,
            JdbcClient jdbc) {
        this.access = access;
        this.directory = directory;
        this.years = years;
        this.calendar = calendar;
        this.freeze = freeze;
        this.cutOffs = cutOffs;
        this.own = own;
        this.jdbc = jdbc;
    }

    /** Where a wave is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE
    }

    /**
     * A wave of a year.
     *
     * @param limit of the calendar
     * @param waiting accepted records that it would freeze now; once it runs, those still to freeze
     * @param total records to freeze when it began; 0 before
     * @param frozen so far
     * @param effectiveOn from when the frozen records are in effect; null before it began
     * @param finishedAt null until it is over
     */
    public record WaveStatus(
            Wave wave,
            Limit limit,
            State state,
            int waiting,
            int total,
            int frozen,
            LocalDate effectiveOn,
            Instant finishedAt) {}

    /** A school's pupils who were left out, by reason (see {@link CutOffs.Reason}). */
    public record SchoolLine(
            String schoolId, String schoolName, int missing, int notAccepted, int notCompleted, int setAside) {}

    /**
     * A pupil who was left out.
     *
     * @param reason in words
     */
    public record MissedLine(String pupilName, String pupilCode, String className, String reason) {}

    /** The school years of the classes in the province, latest first. */
    public List<Integer> schoolYears() {
        return years.under(own.get(Right.SEE_CUT_OFFS).path());
    }

    /** Both waves, in their order. */
    public List<WaveStatus> waves(int schoolYear) {
        return Stream.of(Wave.values()).map(wave -> wave(schoolYear, wave)).toList();
    }

    /** One wave. */
    public WaveStatus wave(int schoolYear, Wave wave) {
        Unit province = own.get(Right.SEE_CUT_OFFS);
        Limit limit = calendar.of(province.id(), schoolYear).limit(wave.cutOff());
        return cutOffs.find(new CutOffKey(province.id(), schoolYear), wave)
                .map(begun -> new WaveStatus(
                        wave,
                        limit,
                        begun.state() == CutOffs.State.DONE ? State.DONE : State.RUNNING,
                        begun.total() - begun.frozen(),
                        begun.total(),
                        begun.frozen(),
                        begun.effectiveOn(),
                        begun.finishedAt()))
                .orElseGet(() -> new WaveStatus(
                        wave,
                        limit,
                        State.WAITING,
                        freeze.waiting(province.code(), schoolYear, wave),
                        0,
                        0,
                        null,
                        null));
    }

    /** The schools with pupils who were left out of a wave, by name; empty while it is not over. */
    public List<SchoolLine> schools(int schoolYear, Wave wave) {
        return schools(id(schoolYear, wave));
    }

    List<SchoolLine> schools(String cutOffId) {
        return jdbc.sql(
                        "select e.school_id, u.name, e.missing, e.not_accepted, e.not_completed, e.set_aside"
                                + " from cut_off_left_out e join org_unit u on u.id = e.school_id where e.cut_off_id = ? order by u.name")
                .param(cutOffId)
                .query((row, n) -> new SchoolLine(
                        row.getString("school_id"),
                        row.getString("name"),
                        row.getInt("missing"),
                        row.getInt("not_accepted"),
                        row.getInt("not_completed"),
                        row.getInt("set_aside")))
                .list();
    }

    /**
     * The pupils of a school who were left out of a wave, by class.
     *
     * @throws Refused when the school is not in the person's province
     */
    public List<MissedLine> pupils(int schoolYear, Wave wave, String schoolId) {
        return pupils(id(schoolYear, wave), schoolId);
    }

    /** Who was accepted since waits to be frozen, whatever kept the record away before. */
    List<MissedLine> pupils(String cutOffId, String schoolId) {
        access.over(directory.unit(schoolId).path(), Right.SEE_CUT_OFFS);
        return jdbc.sql(
                        "select p.full_name, p.moet_code, k.name, e.reason, e.state, e.reopen_error, g.id as accepted from cut_off_exception e"
                                + " join pupil p on p.id = e.pupil_id join school_class k on k.id = e.class_id"
                                + " left join registered_record g on g.year_record_id = e.year_record_id and g.state = 'ACCEPTED'"
                                + " where e.cut_off_id = ? and e.school_id = ? order by k.grade, k.name, p.full_name")
                .params(cutOffId, schoolId)
                .query((row, n) -> new MissedLine(
                        row.getString("full_name"),
                        row.getString("moet_code"),
                        row.getString("name"),
                        reason(
                                row.getString("accepted") != null && "NOT_ACCEPTED".equals(row.getString("reason"))
                                        ? "ACCEPTED_LATE"
                                        : row.getString("reason"),
                                row.getString("state"),
                                row.getString("reopen_error"))))
                .list();
    }

    private static String reason(String reason, String state, String reopenError) {
        if (reopenError != null) {
            return Texts.vi("cutoff.reason.not-reopened", reopenError);
        }
        return Texts.vi(
                "cutoff.reason." + reason,
                state == null ? "" : RecordState.valueOf(state).term());
    }

    private String id(int schoolYear, Wave wave) {
        return cutOffs.find(new CutOffKey(own.get(Right.SEE_CUT_OFFS).id(), schoolYear), wave)
                .map(Begun::id)
                .orElse("");
    }
}
