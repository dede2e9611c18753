package vn.hocba.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.Refused;

/** The worksheets of a class as their teachers see them: a handful of queries each, whatever the number of pupils. */
@Service
@Transactional(readOnly = true)
@ReadModel(of = "school")
public class ClassSheets {

    private final YearRecordRepository records;
    private final RefusedEntryRepository refusedEntries;
    private final OverallAssessment assessment;
    private final Oddities oddities;
    private final SchoolDirectory directory;
    private final Access access;
    private final EntryRules rules;
    private final JdbcClient jdbc;

    ClassSheets(
            YearRecordRepository records,
            RefusedEntryRepository refusedEntries,
            OverallAssessment assessment,
            Oddities oddities,
            SchoolDirectory directory,
            Access access,
            EntryRules rules,
            JdbcClient jdbc) {
        this.records = records;
        this.refusedEntries = refusedEntries;
        this.assessment = assessment;
        this.oddities = oddities;
        this.directory = directory;
        this.access = access;
        this.rules = rules;
        this.jdbc = jdbc;
    }

    /**
     * A pupil's row in a subject.
     *
     * @param ordinal place on the class list, from 1; pupils who left keep theirs
     * @param rowVersion to send back with what is typed
     * @param oddities what hardly goes together in this row
     * @param refused what was typed and refused, by field
     */
    public record SubjectRow(
            String recordId,
            int ordinal,
            String pupilName,
            String pupilCode,
            RecordState state,
            String level,
            Integer mark,
            boolean exempt,
            String comment,
            boolean finished,
            List<Oddity> oddities,
            Long rowVersion,
            Map<String, RefusedCell> refused) {}

    /**
     * A pupil's row in the homeroom teacher's summary.
     *
     * @param ordinal place on the class list, from 1; pupils who left keep theirs
     * @param reward as the cell says it: {@link Reward#NONE} where it was declined
     * @param missing what has to be entered before it can be signed, in Vietnamese
     * @param oddities what is out of the ordinary, gravest first
     * @param unfinished codes of the subjects whose teachers have not said «Hoàn tất»
     */
    public record HomeroomRow(
            String recordId,
            int ordinal,
            String pupilName,
            String pupilCode,
            RecordState state,
            Map<String, String> traits,
            Integer excused,
            Integer unexcused,
            Integer heightCm,
            Integer weightKg,
            String comment,
            String reward,
            OverallAssessment.Assessment assessment,
            List<String> missing,
            List<Oddity> oddities,
            List<String> unfinished,
            Long rowVersion,
            Map<String, RefusedCell> refused) {}

    /** A value the rules refused, and why. */
    public record RefusedCell(String entered, String reason) {}

    /**
     * The rows of one subject that the current user teaches in a class.
     *
     * @throws Refused when the user does not teach it there
     */
    public List<SubjectRow> subject(String classId, String subjectCode) {
        CurrentUser user = access.holding(Role.TEACHER);
        ClassInfo info = find(classId);
        Map<String, Map<String, RefusedCell>> refused = refused(classId, subjectCode, info.grade());
        List<SubjectRow> rows = jdbc.sql(
                        "select r.id, r.ordinal, p.full_name, p.moet_code, r.state, s.level, s.mark, s.exempt, s.comment, s.finished, s.row_version"
                                + " from year_record r join pupil p on p.id = r.pupil_id join subject_result s on s.year_record_id = r.id"
                                + " where r.class_id = ? and s.subject_code = ? and s.teacher_id = ? order by r.ordinal")
                .param(classId)
                .param(subjectCode)
                .param(user.staffId())
                .query((row, n) -> {
                    boolean exempt = row.getBoolean("exempt");
                    Integer mark = exempt || row.getObject("mark") == null ? null : row.getInt("mark");
                    return new SubjectRow(
                            row.getString("id"),
                            row.getInt("ordinal"),
                            row.getString("full_name"),
                            row.getString("moet_code"),
                            RecordState.valueOf(row.getString("state")),
                            row.getString("level"),
                            mark,
                            exempt,
                            row.getString("comment"),
                            row.getBoolean("finished"),
                            oddities.levelAgainstMark(new OverallAssessment.SubjectItem(
                                            subjectCode, row.getString("level"), mark, exempt))
                                    .map(List::<Oddity>of)
                                    .orElse(List.of()),
                            row.getLong("row_version"),
                            refused.getOrDefault(row.getString("id"), Map.of()));
                })
                .list();
        if (rows.isEmpty()) {
            throw Refused.notFound("record.no-such-sheet");
        }
        return rows;
    }

    /**
     * The homeroom summary of the current user's own class; principals of the school may read it too.
     *
     * @throws Refused when it is not the user's class
     */
    public List<HomeroomRow> homeroom(String classId) {
        ClassInfo info = find(classId);
        CurrentUser user = access.at(info.schoolId(), Role.TEACHER, Role.PRINCIPAL);
        if (!user.is(Role.PRINCIPAL) && !user.staffId().equals(info.homeroomStaffId())) {
            throw Refused.notAllowed("record.not-your-class");
        }
        Map<String, Map<String, RefusedCell>> refused = refused(classId, EnterMarks.HOMEROOM, info.grade());
        Map<String, SchoolDirectory.PupilInfo> pupils = directory.pupilsOfClass(classId);
        Map<String, List<SubjectState>> subjects = subjectStates(classId);
        Map<String, List<OverallAssessment.TraitItem>> traits = traitItems(classId);
        List<HomeroomRow> rows = new ArrayList<>();
        for (YearRecord record : records.ofClass(classId)) {
            List<OverallAssessment.TraitItem> own = traits.getOrDefault(record.id(), List.of());
            List<SubjectState> ownSubjects = subjects.getOrDefault(record.id(), List.of());
            List<OverallAssessment.SubjectItem> items =
                    ownSubjects.stream().map(SubjectState::item).toList();
            OverallAssessment.Assessment assessed = assessment.assess(record.grade(), items, own);
            Map<String, RefusedCell> refusedCells = refused(record, assessed, refused);
            Map<String, String> levels = new LinkedHashMap<>();
            own.forEach(trait -> levels.put(trait.code(), trait.level()));
            rows.add(new HomeroomRow(
                    record.id(),
                    record.ordinal(),
                    pupils.get(record.pupilId()).fullName(),
                    pupils.get(record.pupilId()).moetCode(),
                    record.state(),
                    levels,
                    record.excusedAbsences(),
                    record.unexcusedAbsences(),
                    record.heightCm(),
                    record.weightKg(),
                    record.homeroomComment(),
                    record.rewardAsItStands().cell(),
                    assessed,
                    Completeness.ofHomeroom(record, assessed, !refusedCells.isEmpty()),
                    oddities.of(new Oddities.Facts(
                            assessed,
                            items,
                            own,
                            record.rewardAsItStands(),
                            absences(record),
                            Optional.empty(),
                            hasPersonalId(pupils.get(record.pupilId())))),
                    ownSubjects.stream()
                            .filter(subject -> !subject.finished())
                            .map(subject -> subject.item().code())
                            .toList(),
                    record.rowVersion(),
                    refusedCells));
        }
        return rows;
    }

    /**
     * The subjects that the current user teaches in a class, in the order of the printed form.
     *
     * @return codes; empty when there is none
     */
    public List<String> ownSubjects(String classId) {
        CurrentUser user = access.holding(Role.TEACHER);
        return jdbc.sql("select s.subject_code from year_record r join subject_result s on s.year_record_id = r.id"
                        + " where r.class_id = ? and s.teacher_id = ? group by s.subject_code order by min(s.ordinal)")
                .params(classId, user.staffId())
                .query(String.class)
                .list();
    }

    /** The current user's own homeroom classes, latest school year first. */
    public List<ClassInfo> ownClasses() {
        CurrentUser user = access.holding(Role.TEACHER);
        return jdbc.sql("select id, school_id, school_year, name, grade, homeroom_staff_id from school_class"
                        + " where homeroom_staff_id = ? order by school_year desc, grade, name")
                .param(user.staffId())
                .query(ClassInfo.class)
                .list();
    }

    private ClassInfo find(String classId) {
        try {
            return directory.classById(classId);
        } catch (EmptyResultDataAccessException none) {
            throw Refused.notFound("record.no-such-class");
        }
    }

    private record SubjectState(OverallAssessment.SubjectItem item, boolean finished) {}

    private Map<String, List<SubjectState>> subjectStates(String classId) {
        return jdbc
                .sql("select r.id, s.subject_code, s.level, s.mark, s.exempt, s.finished from year_record r"
                        + " join subject_result s on s.year_record_id = r.id where r.class_id = ? order by s.ordinal")
                .param(classId)
                .query((row, n) -> Map.entry(
                        row.getString("id"),
                        new SubjectState(
                                new OverallAssessment.SubjectItem(
                                        row.getString("subject_code"),
                                        row.getString("level"),
                                        row.getObject("mark") == null ? null : row.getInt("mark"),
                                        row.getBoolean("exempt")),
                                row.getBoolean("finished"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Map<String, List<OverallAssessment.TraitItem>> traitItems(String classId) {
        return jdbc
                .sql("select r.id, t.trait_code, t.level from year_record r"
                        + " join trait_result t on t.year_record_id = r.id where r.class_id = ? order by t.ordinal")
                .param(classId)
                .query((row, n) -> Map.entry(
                        row.getString("id"),
                        new OverallAssessment.TraitItem(row.getString("trait_code"), row.getString("level"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Why a title was refused, the record's own result says. */
    private static Map<String, RefusedCell> refused(
            YearRecord record, OverallAssessment.Assessment assessed, Map<String, Map<String, RefusedCell>> all) {
        Map<String, RefusedCell> cells = new LinkedHashMap<>(all.getOrDefault(record.id(), Map.of()));
        cells.computeIfPresent(
                "reward",
                (field, cell) -> cell.reason().isEmpty()
                        ? new RefusedCell(cell.entered(), RewardKeeping.reasonAgainst(cell.entered(), assessed))
                        : cell);
        return cells;
    }

    private static int absences(YearRecord record) {
        return Stream.of(record.excusedAbsences(), record.unexcusedAbsences())
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static boolean hasPersonalId(SchoolDirectory.PupilInfo pupil) {
        return pupil.personalId() != null && !pupil.personalId().isBlank();
    }

    private Map<String, Map<String, RefusedCell>> refused(String classId, String part, int grade) {
        return refusedEntries.ofClass(classId, part).stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.yearRecordId,
                        Collectors.toMap(
                                entry -> entry.field,
                                entry -> new RefusedCell(entry.entered, reason(part, entry, grade)))));
    }

    private String reason(String part, RefusedEntry entry, int grade) {
        Function<RefusedEntry, Object> check =
                part.equals(EnterMarks.HOMEROOM) ? this::checkHomeroom : kept -> checkSubject(kept, part, grade);
        try {
            check.apply(entry);
            return "";
        } catch (Refused refusal) {
            return refusal.getMessage();
        }
    }

    private Object checkSubject(RefusedEntry entry, String subjectCode, int grade) {
        return switch (entry.field) {
            case "level" -> rules.subjectLevel(entry.entered);
            case "mark" -> rules.mark(entry.entered, subjectCode, grade);
            default -> rules.text(entry.entered, EntryRules.COMMENT_LENGTH);
        };
    }

    private Object checkHomeroom(RefusedEntry entry) {
        return switch (entry.field) {
            case "excused", "unexcused", "heightCm", "weightKg" -> rules.number(entry.field, entry.entered);
            case "comment" -> rules.text(entry.entered, EntryRules.COMMENT_LENGTH);
            case "reward" -> rules.text(entry.entered, EntryRules.REWARD_LENGTH);
            default -> rules.traitLevel(entry.entered);
        };
    }
}
