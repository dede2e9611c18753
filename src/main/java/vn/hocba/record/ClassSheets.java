package vn.hocba.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Regulation;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.Refused;

/** The worksheets of a class as their teachers see them: a handful of queries each, whatever the number of pupils. */
@Service
@Transactional(readOnly = true)
public class ClassSheets {

    private final YearRecordRepository records;
    private final RefusedEntryRepository refusedEntries;
    private final Oddities oddities;
    private final SchoolDirectory directory;
    private final Access access;
    private final Regulations regulations;
    private final JdbcClient jdbc;

    ClassSheets(
            YearRecordRepository records,
            RefusedEntryRepository refusedEntries,
            Oddities oddities,
            SchoolDirectory directory,
            Access access,
            Regulations regulations,
            JdbcClient jdbc) {
        this.records = records;
        this.refusedEntries = refusedEntries;
        this.oddities = oddities;
        this.directory = directory;
        this.access = access;
        this.regulations = regulations;
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
     * @param reward as the cell says it: {@link vn.hocba.assessment.Reward#NONE} where it was declined
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
            Outcome assessment,
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
        Regulation regulation = regulations.of(info);
        Map<String, Map<String, RefusedCell>> refused = refused(classId, subjectCode, info.grade(), regulation);
        List<SubjectRow> rows = jdbc.sql(
                        "select r.id, r.ordinal, p.full_name, p.moet_code, r.state, s.level, s.mark, s.exempt, s.comment, s.finished, s.row_version"
                                + " from year_record r join pupil p on p.id = r.pupil_id join subject_result s on s.year_record_id = r.id"
                                + " where r.class_id = ? and s.subject_code = ? and s.teacher_id = ? order by r.ordinal")
                .param(classId)
                .param(subjectCode)
                .param(user.staffId())
                .query((row, n) -> {
                    boolean exempt = row.getBoolean(8);
                    Integer mark = exempt || row.getObject(7) == null ? null : row.getInt(7);
                    return new SubjectRow(
                            row.getString(1),
                            row.getInt(2),
                            row.getString(3),
                            row.getString(4),
                            RecordState.valueOf(row.getString(5)),
                            row.getString(6),
                            mark,
                            exempt,
                            row.getString(9),
                            row.getBoolean(10),
                            Oddities.contradictions(
                                    regulation,
                                    new Contents(
                                            info.grade(), Map.of(subjectCode, cells(row.getString(6), mark, exempt)))),
                            row.getLong(11),
                            refused.getOrDefault(row.getString(1), Map.of()));
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
        Regulation regulation = regulations.of(info);
        Map<String, Map<String, RefusedCell>> refused = refused(classId, EnterMarks.HOMEROOM, info.grade(), regulation);
        Map<String, SchoolDirectory.PupilInfo> pupils = directory.pupilsOfClass(classId);
        Map<String, List<SubjectState>> subjects = subjectStates(classId);
        Map<String, Map<String, String>> traits = traitLevels(classId);
        List<HomeroomRow> rows = new ArrayList<>();
        for (YearRecord record : records.ofClass(classId)) {
            Map<String, String> levels = traits.getOrDefault(record.id(), Map.of());
            List<SubjectState> ownSubjects = subjects.getOrDefault(record.id(), List.of());
            Contents contents = contents(record, ownSubjects, levels);
            Outcome assessed = regulation.outcome(contents);
            Map<String, RefusedCell> refusedCells = refused(record, regulation, assessed, refused);
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
                    Completeness.ofHomeroom(record, regulation, contents, !refusedCells.isEmpty()),
                    oddities.of(new Oddities.Facts(
                            regulation,
                            contents,
                            assessed,
                            record.rewardAsItStands(),
                            absences(record),
                            Optional.empty(),
                            hasPersonalId(pupils.get(record.pupilId())))),
                    ownSubjects.stream()
                            .filter(subject -> !subject.finished())
                            .map(SubjectState::code)
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

    private record SubjectState(String code, Map<String, String> cells, boolean finished) {}

    private Map<String, List<SubjectState>> subjectStates(String classId) {
        return jdbc
                .sql("select r.id, s.subject_code, s.level, s.mark, s.exempt, s.finished from year_record r"
                        + " join subject_result s on s.year_record_id = r.id where r.class_id = ? order by s.ordinal")
                .param(classId)
                .query((row, n) -> Map.entry(
                        row.getString(1),
                        new SubjectState(
                                row.getString(2),
                                cells(
                                        row.getString(3),
                                        row.getObject(4) == null ? null : row.getInt(4),
                                        row.getBoolean(5)),
                                row.getBoolean(6))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Map<String, String> cells(String level, Integer mark, boolean exempt) {
        Map<String, String> cells = new LinkedHashMap<>();
        YearRecord.put(cells, "level", exempt ? SubjectResult.EXEMPT : level);
        YearRecord.put(cells, "mark", mark);
        return cells;
    }

    /** Levels by the code of a quality or competence, null while not entered; by record. */
    private Map<String, Map<String, String>> traitLevels(String classId) {
        Map<String, Map<String, String>> levels = new HashMap<>();
        jdbc.sql("select r.id, t.trait_code, t.level from year_record r"
                        + " join trait_result t on t.year_record_id = r.id where r.class_id = ? order by t.ordinal")
                .param(classId)
                .query(row -> {
                    levels.computeIfAbsent(row.getString(1), id -> new LinkedHashMap<>())
                            .put(row.getString(2), row.getString(3));
                });
        return levels;
    }

    private static Contents contents(YearRecord record, List<SubjectState> subjects, Map<String, String> traits) {
        Map<String, Map<String, String>> parts = new LinkedHashMap<>();
        subjects.forEach(subject -> parts.put(subject.code(), subject.cells()));
        parts.put(EnterMarks.HOMEROOM, record.classCells(traits));
        return new Contents(record.grade(), parts);
    }

    /** Why a title was refused, the record's own result says. */
    private static Map<String, RefusedCell> refused(
            YearRecord record, Regulation regulation, Outcome assessed, Map<String, Map<String, RefusedCell>> all) {
        Map<String, RefusedCell> cells = new LinkedHashMap<>(all.getOrDefault(record.id(), Map.of()));
        cells.computeIfPresent(
                "reward",
                (field, cell) -> cell.reason().isEmpty()
                        ? new RefusedCell(
                                cell.entered(), RewardKeeping.reasonAgainst(regulation, cell.entered(), assessed))
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

    private Map<String, Map<String, RefusedCell>> refused(
            String classId, String part, int grade, Regulation regulation) {
        return refusedEntries.ofClass(classId, part).stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.yearRecordId,
                        Collectors.toMap(
                                entry -> entry.field,
                                entry -> new RefusedCell(entry.entered, reason(part, entry, grade, regulation)))));
    }

    private static String reason(String part, RefusedEntry entry, int grade, Regulation regulation) {
        try {
            regulation.read(grade, part, entry.field, entry.entered);
            return "";
        } catch (Refused refusal) {
            return refusal.getMessage();
        }
    }
}
