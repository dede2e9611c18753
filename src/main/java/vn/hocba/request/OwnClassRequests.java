package vn.hocba.request;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.hocba.identity.CurrentUser;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.ReadModel;

/** The open requests about pupils of the classes whose homeroom teacher somebody is. */
@Repository
@ReadModel(of = {"record", "school"})
public class OwnClassRequests {

    private final JdbcClient jdbc;
    private final SchoolDirectory directory;

    OwnClassRequests(JdbcClient jdbc, SchoolDirectory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    /** Ids of those of a kind; nothing for who is no member of a staff. */
    public Set<String> of(CurrentUser who, String kind) {
        return ids(who, kind, "", "");
    }

    /** Ids of those of a kind that stand at a step. */
    public Set<String> of(CurrentUser who, String kind, String step) {
        return ids(who, kind, " and q.step = :step", step);
    }

    private Set<String> ids(CurrentUser who, String kind, String which, String step) {
        if (who.staffId() == null) {
            return Set.of();
        }
        return jdbc
                .sql("select q.id from school_class k join year_record r on r.class_id = k.id"
                        + " join record_request q on q.year_record_id = r.id and q.kind = :kind and q.state = 'OPEN'"
                        + " where k.school_id = :school and k.homeroom_staff_id = :staff" + which)
                .param("kind", kind)
                .param("school", who.unitId())
                .param("staff", who.staffId())
                .param("step", step)
                .query((row, n) -> row.getString("id"))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether somebody leads the class of a record. */
    public boolean leads(CurrentUser who, YearRecord record) {
        return who.unitId().equals(record.schoolId())
                && directory.classById(record.classId()).isLedBy(who.staffId());
    }
}
