package vn.hocba.request;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hocba.workflow.ProcessPlaces;

/** The process of a request belongs to the school where it was asked. */
@Component
class RequestPlaces implements ProcessPlaces {

    private final List<RequestKind<?>> kinds;
    private final JdbcClient jdbc;

    RequestPlaces(List<RequestKind<?>> kinds, JdbcClient jdbc) {
        this.kinds = kinds;
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> processes() {
        return kinds.stream().map(kind -> kind.type().process()).collect(Collectors.toSet());
    }

    @Override
    public Map<String, String> units(Collection<String> requestIds) {
        Map<String, String> units = new HashMap<>();
        jdbc.sql("select id, school_id from record_request where id in (:ids)")
                .param("ids", requestIds)
                .query(row -> {
                    units.put(row.getString("id"), row.getString("school_id"));
                });
        return units;
    }
}
