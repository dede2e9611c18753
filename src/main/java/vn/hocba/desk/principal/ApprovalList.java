package vn.hocba.desk.principal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.Reward;
import vn.hocba.audit.AuditLog;
import vn.hocba.desk.OddityWords;
import vn.hocba.desk.OwnClasses;
import vn.hocba.identity.Right;
import vn.hocba.record.ClassContents;
import vn.hocba.record.Oddities;
import vn.hocba.record.Oddity;
import vn.hocba.record.RecordState;
import vn.hocba.record.Regulations;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.ReadModel;

/**
 * A class as the principal reads it before signing: what is out of the ordinary stands on top, each with its reason. Five queries, whatever the number of
 * pupils.
 */
@Service
@ReadModel(of = {"school", "record", "workflow"})
public class ApprovalList {

    private final OwnClasses classes;
    private final ClassContents contents;
    private final Regulations regulations;
    private final Oddities oddities;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    ApprovalList(
            OwnClasses classes,
            ClassContents contents,
            Regulations regulations,
            Oddities oddities,
            AuditLog audit,
            JdbcClient jdbc) {
        this.classes = classes;
        this.contents = contents;
        this.regulations = regulations;
        this.oddities = oddities;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /**
     * A pupil's record.
     *
     * @param result in words; null while something is missing, or where nothing was assessed
     * @param completed whether the year's programme was completed; says nothing where there is no result
     * @param reasons what keeps the pupil from the next better result, the first few of them; empty for the best
     * @param oddities what is out of the ordinary, gravest first
     */
    public record Row(
            String recordId,
            String pupilName,
            String pupilCode,
            int ordinal,
            RecordState state,
            String result,
            boolean completed,
            String reasons,
            String reward,
            String comment,
            List<Oddity> oddities) {

        public boolean waits() {
            return state == RecordState.PRINCIPAL;
        }

        /** Whether anything is out of the ordinary; a reminder alone is not. */
        public boolean isOdd() {
            return oddities.stream().anyMatch(oddity -> !oddity.isReminder());
        }
    }

    /**
     * The class.
     *
     * @param rows those that wait first, with exceptions on top; then the others in the order of the class list
     */
    public record ClassPage(String classId, String className, List<Row> rows) {}

    /**
     * The class as it stands; the read is logged.
     *
     * @throws vn.hocba.shared.Refused unless the current user leads the school
     */
    @Transactional
    public ClassPage of(String classId) {
        ClassInfo info = classes.demand(classId, Right.SIGN_FOR_SCHOOL);
        Map<String, ClassContents.Entered> entered = contents.of(classId);
        Map<String, Oddity.ReturnedBefore> returns = returns(classId);
        List<Row> rows = records(classId).stream()
                .map(record -> row(
                        record,
                        regulations.of(info, record.regulation(), record.decidedBy()),
                        entered.get(record.id()).contents(),
                        returns.get(record.id())))
                .sorted(Comparator.comparing((Row row) -> !row.waits())
                        .thenComparing(row -> row.waits() && row.isOdd()
                                ? row.oddities().get(0).rank()
                                : Oddity.ORDER.size())
                        .thenComparing(Row::ordinal))
                .toList();
        audit.appendRead(classId, "class.read", null);
        return new ClassPage(classId, info.name(), rows);
    }

    private record Content(
            String id,
            String name,
            String code,
            int ordinal,
            RecordState state,
            String personalId,
            String reward,
            String regulation,
            String decidedBy) {}

    private List<Content> records(String classId) {
        return jdbc.sql("select r.id, p.full_name as name, p.moet_code as code, r.ordinal, r.state, p.personal_id,"
                        + " r.reward, r.regulation, r.decided_by"
                        + " from year_record r join pupil p on p.id = r.pupil_id where r.class_id = ?"
                        + " and r.state <> 'LEFT' order by r.ordinal")
                .param(classId)
                .query(Content.class)
                .list();
    }

    /** One return opens several work items when several subjects are to be done again: they share the moment. */
    private Map<String, Oddity.ReturnedBefore> returns(String classId) {
        return jdbc
                .sql(
                        "select year_record_id, returned_at, max(return_reason) as reason, max(returned_by) as returned_by from work_item"
                                + " where class_id = ? and return_reason is not null group by year_record_id, returned_at order by returned_at")
                .param(classId)
                .query((row, n) -> Map.entry(
                        row.getString("year_record_id"),
                        new Oddity.ReturnedBefore(1, row.getString("reason"), row.getString("returned_by"))))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        (before, last) -> new Oddity.ReturnedBefore(before.times() + 1, last.reason(), last.by())));
    }

    /** What the homeroom teacher wrote, in the order of the form; null for nothing. */
    private static String comments(Regulation regulation, Contents said) {
        String all = regulation.demandPart(said.grade(), Part.CLASS).cells().stream()
                .filter(regulation::isComment)
                .flatMap(cell -> said.value(Part.CLASS, cell.code()).stream())
                .collect(Collectors.joining(" "));
        return all.isEmpty() ? null : all;
    }

    private Row row(Content record, Regulation regulation, Contents said, Oddity.ReturnedBefore returns) {
        Outcome assessed = regulation.outcome(said);
        return new Row(
                record.id(),
                record.name(),
                record.code(),
                record.ordinal(),
                record.state(),
                assessed.result() == null ? null : regulation.term(assessed.result()),
                assessed.completed(),
                OddityWords.shortened(assessed.reasons()),
                record.reward(),
                comments(regulation, said),
                oddities.of(new Oddities.Facts(
                        regulation,
                        said,
                        assessed,
                        Reward.of(record.reward()),
                        Oddities.absences(said),
                        Optional.ofNullable(returns),
                        record.personalId() != null && !record.personalId().isBlank())));
    }
}
