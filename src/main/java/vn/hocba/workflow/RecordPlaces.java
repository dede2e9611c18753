package vn.hocba.workflow;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hocba.shared.ReadModel;

/** The process of a record belongs to the school that manages the record. */
@Component
@ReadModel(of = "record")
class RecordPlaces implements ProcessPlaces {

    private final JdbcClient jdbc;

    RecordPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> processes() {
        return Set.of("yearRecord");
    }

    @Override
    public Map<String, String> units(Collection<String> recordIds) {
        Map<String, String> units = new HashMap<>();
        jdbc.sql("select id, school_id from year_record where id in (:ids)")
                .param("ids", recordIds)
                .query(row -> {
                    units.put(row.getString("id"), row.getString("school_id"));
                });
        return units;
    }
}
