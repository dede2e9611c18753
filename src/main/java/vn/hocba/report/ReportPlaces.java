package vn.hocba.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hocba.workflow.ProcessPlaces;

/** The process of a report belongs to the Sở that reports. */
@Component
class ReportPlaces implements ProcessPlaces {

    private final JdbcClient jdbc;

    ReportPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> processes() {
        return Set.of("ministryReport");
    }

    @Override
    public Map<String, String> units(Collection<String> reportIds) {
        Map<String, String> units = new HashMap<>();
        jdbc.sql("select id, province_id from ministry_report where id in (:ids)")
                .param("ids", reportIds)
                .query(row -> {
                    units.put(row.getString("id"), row.getString("province_id"));
                });
        return units;
    }
}
