package vn.hocba.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.AssessedBy;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.KeyedTexts;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.Refused;

/** The worksheets of a class as their teachers see them: a handful of queries each, whatever the number of pupils. */
@Service
@ReadModel(of = "school")
@Transactional(readOnly = true)
public class ClassSheets {

    /** Who enters into a row: its teacher, or somebody who teaches beside. */
    private static final String OF_STAFF = "(s.staff_id = :staff or exists (select 1 from co_teacher t"
            + " where t.class_id = r.class_id and t.subject_code = s.code and t.staff_id = :staff))";

    private final YearRecordRepository records;
    private final RefusedCells refusedCells;
    private final ClassContents contents;
    private final Regulations regulations;
    private final Oddities oddities;
    private final SchoolDirectory directory;
    private final Access access;
    private final JdbcClient jdbc;

    ClassSheets(
            YearRecordRepository records,
            RefusedCells refusedCells,
            ClassContents contents,
            Regulations regulations,
            Oddities oddities,
            SchoolDirectory directory,
            Access access,
            JdbcClient jdbc) {
        this.records = records;
        this.refusedCells = refusedCells;
        this.contents = contents;
        this.regulations = regulations;
        this.oddities = oddities;
        this.directory = directory;
        this.access = access;
        this.jdbc = jdbc;
    }

    /**
     * A pupil's row in a subject.
     *
     * @param form of the subject in this grade
     * @param ordinal place on the class list, from 1; pupils who left keep theirs
     * @param cells what stands in the open cells, by code
     * @param closed cells in which nothing can be entered as the row stands
     * @param assessedBy what the pupil is measured by
     * @param missing what has to be entered before it can be handed on, in Vietnamese
     * @param oddities what hardly goes together in this row
     * @param rowVersion to send back with what is typed
     * @param refused what was typed and refused, by cell
     */
    public record SubjectRow(
            String recordId,
            int ordinal,
            String pupilName,
            String pupilCode,
            RecordState state,
            Part form,
            Map<String, String> cells,
            Set<String> closed,
            AssessedBy assessedBy,
            boolean finished,
            List<String> missing,
            List<Oddity> oddities,
            Long rowVersion,
            Map<String, RefusedCell> refused) {}

    /**
     * A pupil's row in the homeroom teacher's summary.
     *
     * @param ordinal place on the class list, from 1; pupils who left keep theirs
     * @param cells what stands in them, by code; the reward is {@link vn.hocba.assessment.Reward#NONE} where it was declined
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
            Part form,
            Map<String, String> cells,
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
        CurrentUser user = access.holding(Right.ENTER_MARKS);
        ClassInfo info = find(classId);
        Regulation regulation = regulations.of(info);
        Part form =
                regulation.part(info.grade(), subjectCode).orElseThrow(() -> Refused.notFound("record.no-such-sheet"));
        Map<String, List<RefusedEntry>> refused = refusedCells.of(classId, subjectCode);
        List<SubjectRow> rows = jdbc.sql(
                        "select r.id, r.ordinal, r.state, p.full_name, p.moet_code, s.cells, s.finished, s.row_version,"
                                + " r.regulation, r.decided_by, r.assessed_by"
                                + " from year_record r join pupil p on p.id = r.pupil_id join record_part s on s.year_record_id = r.id"
                                + " where r.class_id = :class and s.code = :code and r.state <> 'LEFT' and " + OF_STAFF
                                + " order by r.ordinal")
                .param("class", classId)
                .param("code", subjectCode)
                .param("staff", user.staffId())
                .query((row, n) -> subjectRow(
                        row,
                        regulations.of(info, row.getString("regulation"), row.getString("decided_by")),
                        form,
                        info.grade(),
                        refused))
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
        CurrentUser user = access.at(info.schoolId(), Right.SEE_SUMMARY);
        if (!Right.SEE_EVERY_SUMMARY.isOf(user) && !info.isLedBy(user.staffId())) {
            throw Refused.notAllowed("record.not-your-class");
        }
        Map<String, List<RefusedEntry>> refused = refusedCells.of(classId, Part.CLASS);
        Map<String, SchoolDirectory.PupilInfo> pupils = directory.pupilsOfClass(classId);
        Map<String, ClassContents.Entered> entered = contents.of(classId);
        List<HomeroomRow> rows = new ArrayList<>();
        for (YearRecord record : records.ofClass(classId)) {
            rows.add(homeroomRow(
                    record,
                    regulations.of(record),
                    pupils.get(record.pupilId()),
                    entered.get(record.id()),
                    refused.getOrDefault(record.id(), List.of())));
        }
        return rows;
    }

    /**
     * The subjects that the current user teaches in a class, in the order of the printed form.
     *
     * @return empty when there is none
     */
    public List<Part> ownSubjects(String classId) {
        CurrentUser user = access.holding(Right.ENTER_MARKS);
        ClassInfo info = find(classId);
        Regulation regulation = regulations.of(info);
        return jdbc
                .sql("select s.code from year_record r join record_part s on s.year_record_id = r.id"
                        + " where r.class_id = :class and r.state <> 'LEFT' and " + OF_STAFF
                        + " group by s.code order by min(s.ordinal)")
                .param("class", classId)
                .param("staff", user.staffId())
                .query(String.class)
                .list()
                .stream()
                .map(code -> regulation.demandPart(info.grade(), code))
                .toList();
    }

    /** The current user's own homeroom classes, latest school year first. */
    public List<ClassInfo> ownClasses() {
        CurrentUser user = access.holding(Right.ENTER_MARKS);
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

    private static SubjectRow subjectRow(
            ResultSet row, Regulation regulation, Part form, int grade, Map<String, List<RefusedEntry>> refused)
            throws SQLException {
        String id = row.getString("id");
        Map<String, Map<String, String>> parts = new LinkedHashMap<>();
        parts.put(form.code(), KeyedTexts.read(row.getString("cells")));
        if (!AssessedBy.valueOf(row.getString("assessed_by")).hasResult()) {
            parts.put(Part.CLASS, Map.of(Contents.ASSESSED_BY, row.getString("assessed_by")));
        }
        Contents said = new Contents(grade, parts);
        Set<String> closed = regulation.closed(said, form);
        Map<String, String> open = new LinkedHashMap<>(said.parts().get(form.code()));
        open.keySet().removeAll(closed);
        return new SubjectRow(
                id,
                row.getInt("ordinal"),
                row.getString("full_name"),
                row.getString("moet_code"),
                RecordState.valueOf(row.getString("state")),
                form,
                open,
                closed,
                said.assessedBy(),
                row.getBoolean("finished"),
                Completeness.ofSubject(regulation, said, form, refused.containsKey(id)),
                Oddities.contradictions(regulation, said),
                row.getLong("row_version"),
                RefusedCells.explained(refused.getOrDefault(id, List.of()), regulation, grade, form.code()));
    }

    private HomeroomRow homeroomRow(
            YearRecord record,
            Regulation regulation,
            SchoolDirectory.PupilInfo pupil,
            ClassContents.Entered entered,
            List<RefusedEntry> refused) {
        Contents said = entered.contents();
        Outcome assessed = regulation.outcome(said);
        Map<String, RefusedCell> refusedHere = RefusedCells.explained(refused, regulation, record.grade(), assessed);
        return new HomeroomRow(
                record.id(),
                record.ordinal(),
                pupil.fullName(),
                pupil.moetCode(),
                record.state(),
                regulation.demandPart(record.grade(), Part.CLASS),
                said.parts().getOrDefault(Part.CLASS, Map.of()),
                assessed,
                Completeness.ofHomeroom(record, regulation, said, !refusedHere.isEmpty()),
                oddities.of(new Oddities.Facts(
                        regulation,
                        said,
                        assessed,
                        record.rewardAsItStands(),
                        Oddities.absences(said),
                        Optional.empty(),
                        pupil.personalId() != null && !pupil.personalId().isBlank())),
                entered.parts().stream()
                        .filter(part -> !part.finished() && !part.code().equals(Part.CLASS))
                        .map(ClassContents.State::code)
                        .toList(),
                entered.parts().stream()
                        .filter(part -> part.code().equals(Part.CLASS))
                        .map(ClassContents.State::rowVersion)
                        .findFirst()
                        .orElseThrow(),
                refusedHere);
    }
}
