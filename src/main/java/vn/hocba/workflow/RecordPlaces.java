package vn.hocba.workflow;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The process of a record belongs to the school that manages the record. */
@Component
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
    public Map<String, String> unitPaths(Collection<String> recordIds) {
        Map<String, String> paths = new HashMap<>();
        jdbc.sql("select r.id, u.path from year_record r join org_unit u on u.id = r.school_id where r.id in (:ids)")
                .param("ids", recordIds)
                .query(row -> {
                    paths.put(row.getString("id"), row.getString("path"));
                });
        return paths;
    }
}
