package vn.hocba.cutoff;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hocba.workflow.ProcessPlaces;

/** The processes of a cut-off belong to the Sở that their key names. */
@Component
class CutOffPlaces implements ProcessPlaces {

    private final JdbcClient jdbc;

    CutOffPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> processes() {
        return Set.of("cutOff", "supplementaryAssessment");
    }

    @Override
    public Map<String, String> unitPaths(Collection<String> keys) {
        List<String> provinces = keys.stream()
                .map(key -> CutOffKey.parse(key).provinceId())
                .distinct()
                .toList();
        Map<String, String> byProvince = new HashMap<>();
        jdbc.sql("select id, path from org_unit where id in (:ids)")
                .param("ids", provinces)
                .query(row -> {
                    byProvince.put(row.getString("id"), row.getString("path"));
                });
        Map<String, String> paths = new HashMap<>();
        for (String key : keys) {
            String path = byProvince.get(CutOffKey.parse(key).provinceId());
            if (path != null) {
                paths.put(key, path);
            }
        }
        return paths;
    }
}
