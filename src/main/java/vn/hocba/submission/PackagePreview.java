package vn.hocba.submission;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.ReadModel;
import vn.hocba.workflow.Step;

/** What of a class waits to be submitted. */
@Service
@ReadModel(of = {"school", "record"})
@Transactional(readOnly = true)
public class PackagePreview {

    private final Access access;
    private final SchoolDirectory directory;
    private final JdbcClient jdbc;

    PackagePreview(Access access, SchoolDirectory directory, JdbcClient jdbc) {
        this.access = access;
        this.directory = directory;
        this.jdbc = jdbc;
    }

    /** A record that waits to be submitted. */
    public record Waiting(String recordId, int ordinal, String pupilName, int versionNo) {}

    /**
     * What a package of the class would hold.
     *
     * @param waiting in the order of the class list
     * @param total records of the class, whatever their state
     */
    public record Preview(String classId, String className, List<Waiting> waiting, int total) {}

    /**
     * What waits to be submitted.
     *
     * @throws vn.hocba.shared.Refused unless the current user is a clerk of the school
     */
    public Preview of(String classId) {
        ClassInfo info = directory.classById(classId);
        access.at(info.schoolId(), Right.SUBMIT);
        List<Waiting> waiting = jdbc.sql(
                        "select r.id, r.ordinal, p.full_name, r.version_no from year_record r"
                                + " join pupil p on p.id = r.pupil_id where r.class_id = :class and r.state = :state order by r.ordinal")
                .param("class", classId)
                .param("state", Step.SUBMIT.state().name())
                .query((row, n) -> new Waiting(
                        row.getString("id"),
                        row.getInt("ordinal"),
                        row.getString("full_name"),
                        row.getInt("version_no")))
                .list();
        int total = jdbc.sql("select count(*) from year_record where class_id = ? and state <> 'LEFT'")
                .param(classId)
                .query(Integer.class)
                .single();
        return new Preview(classId, info.name(), waiting, total);
    }
}
