package vn.hocba.petition;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.hocba.identity.CurrentUser;
import vn.hocba.shared.ReadModel;

/** The petitions that wait about pupils of the classes whose homeroom teacher somebody is. */
@Repository
@ReadModel(of = {"request", "record", "school"})
class OwnClassPetitions {

    private final JdbcClient jdbc;

    OwnClassPetitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Their ids; nothing for who is no member of a staff. */
    Set<String> of(CurrentUser who) {
        if (who.staffId() == null) {
            return Set.of();
        }
        return jdbc
                .sql("select q.id from school_class k join year_record r on r.class_id = k.id"
                        + " join record_request q on q.year_record_id = r.id and q.kind = 'PETITION' and q.state = 'OPEN'"
                        + " where k.school_id = :school and k.homeroom_staff_id = :staff")
                .param("school", who.unitId())
                .param("staff", who.staffId())
                .query((row, n) -> row.getString("id"))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
