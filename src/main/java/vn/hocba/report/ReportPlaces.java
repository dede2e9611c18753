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
    public Map<String, String> unitPaths(Collection<String> reportIds) {
        Map<String, String> paths = new HashMap<>();
        jdbc.sql(
                        "select m.id, u.path from ministry_report m join org_unit u on u.id = m.province_id where m.id in (:ids)")
                .param("ids", reportIds)
                .query(row -> {
                    paths.put(row.getString("id"), row.getString("path"));
                });
        return paths;
    }
}
