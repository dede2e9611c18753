package vn.hocba.submission;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hocba.workflow.ProcessPlaces;

/** The process of a package belongs to the school that submits it. */
@Component
class PackagePlaces implements ProcessPlaces {

    private final JdbcClient jdbc;

    PackagePlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> processes() {
        return Set.of("submission");
    }

    @Override
    public Map<String, String> units(Collection<String> packageIds) {
        Map<String, String> units = new HashMap<>();
        jdbc.sql("select id, school_id from submission_package where id in (:ids)")
                .param("ids", packageIds)
                .query(row -> {
                    units.put(row.getString("id"), row.getString("school_id"));
                });
        return units;
    }
}
