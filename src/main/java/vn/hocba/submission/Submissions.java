package vn.hocba.submission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.registry.IntakeTimes;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.UtcTimes;
import vn.hocba.workflow.Attempt;
import vn.hocba.workflow.SubmissionProcesses;

/** What the current user's school has submitted. */
@Repository
@Transactional(readOnly = true)
@ReadModel(of = "school")
public class Submissions {

    private final JdbcClient jdbc;
    private final Access access;
    private final SubmissionProcesses processes;
    private final IntakeTimes times;

    Submissions(JdbcClient jdbc, Access access, SubmissionProcesses processes, IntakeTimes times) {
        this.jdbc = jdbc;
        this.access = access;
        this.processes = processes;
        this.times = times;
    }

    /**
     * A package.
     *
     * @param accepted records that were told so; waiting are the others without an answer
     * @param lastError why the last attempt to send it or to bring its receipts failed, in Vietnamese; null when none did
     * @param failedSince the first of these attempts
     * @param next when it is tried again; null where nothing failed
     * @param answeredAt null until the province answers
     */
    public record Sent(
            String packageId,
            String classId,
            String className,
            PackageState state,
            int records,
            int accepted,
            int rejected,
            int attempts,
            String lastError,
            Instant failedSince,
            NextAttempt next,
            Instant createdAt,
            Instant answeredAt) {

        private Sent trying(NextAttempt soonest) {
            return new Sent(
                    packageId,
                    classId,
                    className,
                    state,
                    records,
                    accepted,
                    rejected,
                    attempts,
                    lastError,
                    failedSince,
                    soonest,
                    createdAt,
                    answeredAt);
        }
    }

    /** Which cut-off is over for the own school, and whether the Sở takes late records; empty while everything is in time. */
    public Optional<IntakeTimes.Late> late(int schoolYear) {
        return times.late(access.holding(Right.SEE_SUBMISSIONS).unitId(), schoolYear);
    }

    /** The packages of a school year, latest first, at most 200. */
    public List<Sent> ofYear(int schoolYear) {
        CurrentUser user = access.holding(Right.SEE_SUBMISSIONS);
        List<Sent> sent = jdbc.sql("select p.id, p.class_id, c.name, p.state, count(i.id) as records,"
                        + " sum(case when i.accepted = true then 1 else 0 end) as accepted, sum(case when i.accepted = false then 1 else 0 end) as rejected,"
                        + " p.attempts, p.last_error, p.failed_since, p.created_at, p.answered_at from submission_package p"
                        + " join school_class c on c.id = p.class_id join submission_item i on i.package_id = p.id"
                        + " where p.school_id = :school and p.school_year = :year"
                        + " group by p.id, p.class_id, c.name, p.state, p.attempts, p.last_error, p.failed_since, p.created_at, p.answered_at"
                        + " order by p.created_at desc limit 200")
                .param("school", user.unitId())
                .param("year", schoolYear)
                .query((row, n) -> new Sent(
                        row.getString("id"),
                        row.getString("class_id"),
                        row.getString("name"),
                        PackageState.valueOf(row.getString("state")),
                        row.getInt("records"),
                        row.getInt("accepted"),
                        row.getInt("rejected"),
                        row.getInt("attempts"),
                        row.getString("last_error"),
                        UtcTimes.read(row, "failed_since"),
                        null,
                        UtcTimes.read(row, "created_at"),
                        UtcTimes.read(row, "answered_at")))
                .list();
        Map<String, Attempt> attempts = processes.attempts(sent.stream()
                .filter(one -> one.failedSince() != null)
                .map(Sent::packageId)
                .toList());
        return sent.stream()
                .map(one -> one.failedSince() == null ? one : one.trying(NextAttempt.of(attempts.get(one.packageId()))))
                .toList();
    }
}
