package vn.hocba.steps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Role;
import vn.hocba.record.OverallAssessment;
import vn.hocba.record.OverallResult;
import vn.hocba.record.RecordState;
import vn.hocba.school.Curriculum;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.Texts;

/**
 * A class as the principal reads it before signing: what is out of the ordinary stands on top, each with its reason. Six queries, whatever the number of
 * pupils.
 */
@Service
public class ApprovalList {

    /** More than these nobody reads in a list; the record's page has them all. */
    private static final int MOST_REASONS = 4;

    private final OwnClasses classes;
    private final OverallAssessment assessment;
    private final Curriculum curriculum;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final int manyAbsences;

    ApprovalList(
            OwnClasses classes,
            OverallAssessment assessment,
            Curriculum curriculum,
            AuditLog audit,
            JdbcClient jdbc,
            @Value("${hocba.many-absences}") int manyAbsences) {
        this.classes = classes;
        this.assessment = assessment;
        this.curriculum = curriculum;
        this.audit = audit;
        this.jdbc = jdbc;
        this.manyAbsences = manyAbsences;
    }

    /** What a principal should look at before signing, gravest first. */
    public enum Oddity {
        NOT_COMPLETED,
        LOWEST_LEVEL,
        RESULT_BELOW_LEVELS,
        LEVEL_AGAINST_MARK,
        REWARD_WITHOUT_RESULT,
        RETURNED_BEFORE,
        MANY_ABSENCES,
        NO_PERSONAL_ID
    }

    /** Something out of the ordinary; the arguments fill the text {@code office.oddity.<name>}. */
    public record Remark(Oddity oddity, List<Object> args) {}

    /**
     * A pupil's record.
     *
     * @param result null while something is missing
     * @param reasons what keeps the pupil from the next better result, the first few of them; empty for the best
     * @param remarks what is out of the ordinary, gravest first
     */
    public record Row(
            String recordId,
            String pupilName,
            String pupilCode,
            int ordinal,
            RecordState state,
            OverallResult result,
            String reasons,
            String reward,
            String comment,
            List<Remark> remarks) {

        public boolean waits() {
            return state == RecordState.PRINCIPAL;
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
        ClassInfo info = classes.demand(classId, Role.PRINCIPAL);
        Map<String, List<OverallAssessment.SubjectItem>> subjects = subjects(classId);
        Map<String, List<OverallAssessment.TraitItem>> traits = traits(classId);
        Map<String, Returns> returns = returns(classId);
        List<Row> rows = records(classId).stream()
                .map(record -> row(
                        record,
                        info.grade(),
                        subjects.getOrDefault(record.id(), List.of()),
                        traits.getOrDefault(record.id(), List.of()),
                        returns.get(record.id())))
                .sorted(Comparator.comparing((Row row) -> !row.waits())
                        .thenComparing(row -> row.waits() && !row.remarks().isEmpty()
                                ? row.remarks().get(0).oddity().ordinal()
                                : Oddity.values().length)
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
            int absences,
            String comment,
            String reward) {}

    private record Returns(int times, String lastReason, String lastBy) {}

    private List<Content> records(String classId) {
        return jdbc.sql(
                        "select r.id, p.full_name as name, p.moet_code as code, r.ordinal, r.state, p.personal_id,"
                                + " coalesce(r.excused_absences, 0) + coalesce(r.unexcused_absences, 0) as absences,"
                                + " r.homeroom_comment as comment, r.reward"
                                + " from year_record r join pupil p on p.id = r.pupil_id where r.class_id = ? order by r.ordinal")
                .param(classId)
                .query(Content.class)
                .list();
    }

    private Map<String, List<OverallAssessment.SubjectItem>> subjects(String classId) {
        return jdbc
                .sql("select r.id, s.subject_code, s.level, s.mark, s.exempt from year_record r"
                        + " join subject_result s on s.year_record_id = r.id where r.class_id = ? order by s.ordinal")
                .param(classId)
                .query((row, n) -> Map.entry(
                        row.getString(1),
                        new OverallAssessment.SubjectItem(
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4) == null ? null : row.getInt(4),
                                row.getBoolean(5))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Map<String, List<OverallAssessment.TraitItem>> traits(String classId) {
        return jdbc
                .sql("select r.id, t.trait_code, t.level from year_record r"
                        + " join trait_result t on t.year_record_id = r.id where r.class_id = ? order by t.ordinal")
                .param(classId)
                .query((row, n) -> Map.entry(
                        row.getString(1), new OverallAssessment.TraitItem(row.getString(2), row.getString(3))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** One return opens several work items when several subjects are to be done again: they share the moment. */
    private Map<String, Returns> returns(String classId) {
        return jdbc
                .sql(
                        "select year_record_id, returned_at, max(return_reason), max(returned_by) from work_item"
                                + " where class_id = ? and return_reason is not null group by year_record_id, returned_at order by returned_at")
                .param(classId)
                .query((row, n) -> Map.entry(row.getString(1), new Returns(1, row.getString(3), row.getString(4))))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        (before, last) -> new Returns(before.times() + 1, last.lastReason(), last.lastBy())));
    }

    private Row row(
            Content record,
            int grade,
            List<OverallAssessment.SubjectItem> subjects,
            List<OverallAssessment.TraitItem> traits,
            Returns returns) {
        OverallAssessment.Assessment assessed = assessment.assess(grade, subjects, traits);
        return new Row(
                record.id(),
                record.name(),
                record.code(),
                record.ordinal(),
                record.state(),
                assessed.result(),
                shortened(assessed.reasons()),
                record.reward(),
                record.comment(),
                remarks(record, assessed, subjects, traits, returns));
    }

    private List<Remark> remarks(
            Content record,
            OverallAssessment.Assessment assessed,
            List<OverallAssessment.SubjectItem> subjects,
            List<OverallAssessment.TraitItem> traits,
            Returns returns) {
        List<Remark> remarks = new ArrayList<>();
        OverallResult result = assessed.result();
        String reasons = shortened(assessed.reasons());
        if (result == OverallResult.NOT_COMPLETED) {
            remarks.add(new Remark(Oddity.NOT_COMPLETED, List.of(reasons)));
        } else if (result != null) {
            String lowest = lowest(subjects, traits);
            if (!lowest.isEmpty()) {
                remarks.add(new Remark(Oddity.LOWEST_LEVEL, List.of(lowest)));
            }
            if (result == OverallResult.COMPLETED && allBest(subjects)) {
                remarks.add(new Remark(Oddity.RESULT_BELOW_LEVELS, List.of(result.term(), reasons)));
            }
        }
        String against = levelsAgainstMarks(subjects);
        if (!against.isEmpty()) {
            remarks.add(new Remark(Oddity.LEVEL_AGAINST_MARK, List.of(against)));
        }
        boolean rewarded = record.reward() != null && !record.reward().isBlank();
        if (rewarded && (result == OverallResult.COMPLETED || result == OverallResult.NOT_COMPLETED)) {
            remarks.add(new Remark(Oddity.REWARD_WITHOUT_RESULT, List.of(record.reward(), result.term())));
        }
        if (returns != null) {
            remarks.add(new Remark(
                    Oddity.RETURNED_BEFORE, List.of(returns.times(), returns.lastReason(), returns.lastBy())));
        }
        if (record.absences() >= manyAbsences) {
            remarks.add(new Remark(Oddity.MANY_ABSENCES, List.of(record.absences())));
        }
        if (record.personalId() == null || record.personalId().isBlank()) {
            remarks.add(new Remark(Oddity.NO_PERSONAL_ID, List.of()));
        }
        return remarks;
    }

    private static String shortened(List<String> reasons) {
        String first = String.join("; ", reasons.subList(0, Math.min(MOST_REASONS, reasons.size())));
        return reasons.size() <= MOST_REASONS
                ? first
                : Texts.vi("office.reasons.more", first, reasons.size() - MOST_REASONS);
    }

    private String lowest(List<OverallAssessment.SubjectItem> subjects, List<OverallAssessment.TraitItem> traits) {
        List<String> names = new ArrayList<>();
        subjects.stream()
                .filter(s -> "C".equals(s.level()))
                .forEach(s -> names.add(curriculum.subject(s.code()).name()));
        traits.stream()
                .filter(t -> "C".equals(t.level()))
                .forEach(t -> names.add("«" + curriculum.trait(t.code()).name() + "»"));
        return String.join(", ", names);
    }

    private static boolean allBest(List<OverallAssessment.SubjectItem> subjects) {
        return subjects.stream().filter(s -> !s.exempt()).allMatch(s -> "T".equals(s.level()));
    }

    /** A mark that is far from the level beside it is usually a slip of the pen: 7 and 5 are the marks of TT 27/2020 Điều 9. */
    private String levelsAgainstMarks(List<OverallAssessment.SubjectItem> subjects) {
        return subjects.stream()
                .filter(s -> s.mark() != null && s.level() != null)
                .filter(s -> switch (s.level()) {
                    case "T" -> s.mark() < 7;
                    case "H" -> s.mark() < 5;
                    default -> s.mark() >= 5;
                })
                .map(s -> curriculum.subject(s.code()).name() + " " + s.level() + " – " + s.mark())
                .collect(Collectors.joining(", "));
    }
}
