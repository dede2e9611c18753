package vn.hocba.submission;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.UtcTimes;
import vn.hocba.shared.VietnameseText;
import vn.hocba.workflow.Attempt;
import vn.hocba.workflow.SubmissionProcesses;

/**
 * Packages that could not be sent, or whose receipts could not be brought to the records, after at least one attempt: what the people see who have to know
 * of an outage. One query for the packages and one for the attempts of a thousand of them, whatever the number of schools.
 */
@Service
@Transactional(readOnly = true)
@ReadModel(of = "school")
public class Incidents {

    private static final String SELECT =
            """
            select p.id, p.school_id, u.name, p.class_id, p.failed_since, p.last_error, count(i.id) as records
            from submission_package p join org_unit u on u.id = p.school_id
            left join submission_item i on i.package_id = p.id and i.state = 'WAITING'
            where u.path like :path and p.state in ('READY', 'ANSWERED') and p.failed_since is not null
            group by p.id, p.school_id, u.name, p.class_id, p.failed_since, p.last_error
            """;

    private final Access access;
    private final SchoolDirectory directory;
    private final SubmissionProcesses processes;
    private final JdbcClient jdbc;

    Incidents(Access access, SchoolDirectory directory, SubmissionProcesses processes, JdbcClient jdbc) {
        this.access = access;
        this.directory = directory;
        this.processes = processes;
        this.jdbc = jdbc;
    }

    /**
     * What holds up a school.
     *
     * @param packages that are not through
     * @param exhausted packages among them that are not tried again by themselves
     * @param records that wait in these packages for their answer
     * @param since the first failed attempt
     * @param errors why the last attempts failed, in Vietnamese, each once
     * @param next of all packages the soonest
     */
    public record Incident(
            String schoolId,
            String schoolName,
            int packages,
            int exhausted,
            int records,
            Instant since,
            List<String> errors,
            NextAttempt next) {

        public Incident {
            errors = List.copyOf(errors);
        }
    }

    /** The schools with incidents in the current user's jurisdiction; those with most waiting records first. */
    public List<Incident> ofJurisdiction() {
        return of(access.holding(Right.SEE_INCIDENTS).unitPath() + "%");
    }

    /**
     * The incident of one school as a list of at most one.
     *
     * @throws vn.hocba.shared.Refused when the school is not in the current user's jurisdiction
     */
    public List<Incident> ofSchool(String schoolId) {
        String path = directory.unit(schoolId).path();
        access.over(path, Right.SEE_INCIDENTS);
        return of(path);
    }

    /** How many records of the clerk's school wait in packages that could not be sent, by class. */
    public Map<String, Integer> recordsByClass() {
        CurrentUser clerk = access.holding(Right.SUBMIT);
        return late(clerk.unitPath()).stream()
                .collect(Collectors.groupingBy(Late::classId, Collectors.summingInt(Late::records)));
    }

    private record Late(
            String packageId,
            String schoolId,
            String schoolName,
            String classId,
            Instant since,
            String error,
            int records) {}

    private List<Incident> of(String path) {
        List<Late> late = late(path);
        Map<String, Attempt> attempts =
                processes.attempts(late.stream().map(Late::packageId).toList());
        return late.stream().collect(Collectors.groupingBy(Late::schoolId)).values().stream()
                .map(school -> incident(school, attempts))
                .sorted(Comparator.comparingInt(Incident::records)
                        .reversed()
                        .thenComparing(Incident::schoolName, VietnameseText::compare))
                .toList();
    }

    private List<Late> late(String path) {
        return jdbc.sql(SELECT)
                .param("path", path)
                .query((row, n) -> new Late(
                        row.getString("id"),
                        row.getString("school_id"),
                        row.getString("name"),
                        row.getString("class_id"),
                        UtcTimes.read(row, "failed_since"),
                        row.getString("last_error"),
                        row.getInt("records")))
                .list();
    }

    private static Incident incident(List<Late> packages, Map<String, Attempt> attempts) {
        Late any = packages.get(0);
        List<NextAttempt> next = packages.stream()
                .map(late -> NextAttempt.of(attempts.get(late.packageId())))
                .sorted(NextAttempt.SOONEST)
                .toList();
        return new Incident(
                any.schoolId(),
                any.schoolName(),
                packages.size(),
                (int) next.stream().filter(NextAttempt::exhausted).count(),
                packages.stream().mapToInt(Late::records).sum(),
                packages.stream().map(Late::since).min(Instant::compareTo).orElseThrow(),
                packages.stream().map(Late::error).distinct().sorted().toList(),
                next.get(0));
    }
}
