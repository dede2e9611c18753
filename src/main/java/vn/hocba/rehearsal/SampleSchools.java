package vn.hocba.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import vn.hocba.school.NamedFile;

/** The workbooks of the schools that come with the application. */
@Component
class SampleSchools {

    private static final String WORKBOOKS = "classpath*:demo/*/*.xlsx";

    /** The workbooks of each school. */
    List<List<NamedFile>> all() {
        Map<String, List<NamedFile>> schools = new LinkedHashMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(WORKBOOKS)) {
                String[] path = file.getURL().getPath().split("/");
                schools.computeIfAbsent(path[path.length - 2], folder -> new ArrayList<>())
                        .add(new NamedFile(file.getFilename(), file.getContentAsByteArray()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(WORKBOOKS, e);
        }
        return List.copyOf(schools.values());
    }
}
