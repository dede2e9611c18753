package vn.hocba.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.Studying;
import vn.hocba.shared.ClassId;
import vn.hocba.shared.PupilId;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.Texts;

/** The pupils of classes whose records a school manages still, and where each of them would go. */
@Repository
@ReadModel(of = {"record", "school"})
@Transactional(propagation = Propagation.MANDATORY)
class RemainingPupils {

    private static final String OF_SCHOOL =
            " from year_record r join school_class k on k.id = r.class_id join pupil p on p.id = r.pupil_id"
                    + " left join record_holder h on h.year_record_id = r.id and h.until is null"
                    + " where r.school_id = :from and r.state not in ('LEFT', 'RETRACTED')"
                    + " and coalesce(h.school_id, r.school_id) = :from";

    private final JdbcClient jdbc;
    private final YearRecords records;
    private final MovePupil move;
    private final SchoolDirectory directory;

    RemainingPupils(JdbcClient jdbc, YearRecords records, MovePupil move, SchoolDirectory directory) {
        this.jdbc = jdbc;
        this.records = records;
        this.move = move;
        this.directory = directory;
    }

    /** A pupil who has not moved. */
    record Remaining(String recordId, String name, String className) {}

    /** In the order of the classes and their lists. */
    List<Remaining> of(ClassesDetails details) {
        return of(details.from(), details.classes());
    }

    /** The same before anything was asked. */
    List<Remaining> of(String schoolId, List<String> classes) {
        return jdbc.sql("select r.id, p.full_name, k.name" + OF_SCHOOL
                        + " and r.class_id in (:classes) order by k.grade, k.name, r.ordinal")
                .param("from", schoolId)
                .param("classes", classes)
                .query((row, n) ->
                        new Remaining(row.getString("id"), row.getString("full_name"), row.getString("name")))
                .list();
    }

    /** The classes of a school's latest year that have such pupils: name by id. */
    Map<String, String> classes(String schoolId) {
        Map<String, String> classes = new LinkedHashMap<>();
        jdbc.sql("select distinct k.id, k.name, k.grade, k.school_year" + OF_SCHOOL
                        + " and r.school_year = (select max(x.school_year) from year_record x where x.school_id = :from)"
                        + " order by k.grade, k.name")
                .param("from", schoolId)
                .query(row -> {
                    classes.put(
                            row.getString("id"),
                            Texts.vi(
                                    "transfer.class",
                                    row.getString("name"),
                                    new SchoolYear(row.getInt("school_year")).toString()));
                });
        return classes;
    }

    /** Why this pupil cannot go now, and what to do; empty where nothing is in the way. */
    Optional<Refused> refusal(Remaining one, ClassesDetails details) {
        YearRecord record = records.get(one.recordId());
        return move.obstacle(record, new SchoolId(details.to()))
                .or(() -> target(record, details).isPresent()
                        ? Optional.empty()
                        : Optional.of(Refused.notFound("relocation.no-class", one.className())));
    }

    /** The class that was chosen where it fits, else the one in which the list there has the pupil, else that of the same name. */
    Optional<ClassId> target(YearRecord record, ClassesDetails details) {
        return Optional.ofNullable(details.classId())
                .map(directory::classById)
                .filter(chosen -> fits(chosen, record))
                .map(ClassInfo::id)
                .or(() -> listed(record, details.to(), record.schoolYear()))
                .or(() -> move.goesAlong(record)
                        ? Optional.empty()
                        : listed(record, details.to(), record.schoolYear() + 1))
                .or(() -> named(record, details.to()))
                .map(ClassId::new);
    }

    private Optional<String> listed(YearRecord record, String schoolId, int schoolYear) {
        return directory
                .studying(new PupilId(record.pupilId()), new SchoolId(schoolId), schoolYear)
                .map(Studying::classId);
    }

    private Optional<String> named(YearRecord record, String schoolId) {
        String name = directory.classById(record.classId()).name();
        return directory.classes(schoolId, record.schoolYear()).stream()
                .filter(info -> fits(info, record) && info.name().equals(name))
                .findFirst()
                .map(ClassInfo::id);
    }

    private static boolean fits(ClassInfo info, YearRecord record) {
        return info.grade() == record.grade() && info.schoolYear() == record.schoolYear();
    }
}
