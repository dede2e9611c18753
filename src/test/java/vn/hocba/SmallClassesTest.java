package vn.hocba;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.vaadin.flow.router.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;

/** One use case, one class: it stays small and knows few others. */
class SmallClassesTest {

    private static final int LINES = 300;
    private static final int COLLABORATORS = 8;
    private static final Path SOURCES = Path.of("src/main/java");

    /** Files that are longer all the same, each with the reason. */
    private static final Map<String, String> LONG = Map.of(
            "vn/hocba/ui/Worksheet.java", "one component with one script beside it: keys, focus and saving of a cell");

    /** What is put together of more parts all the same, each with the reason. */
    private static final Map<String, String> WIDE =
            Map.of("vn.hocba.desk.teacher.ui.SubjectSheetView", "goes with the regulation");

    @Test
    void noSourceIsLong() throws IOException {
        Map<String, Long> tooLong = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                if (lines(file) > LINES) {
                    tooLong.put(SOURCES.relativize(file).toString(), lines(file));
                }
            });
        }

        assertThat(tooLong).containsOnlyKeys(LONG.keySet());
    }

    @Test
    void nothingIsPutTogetherOfManyParts() {
        Map<String, Integer> tooWide = new TreeMap<>();
        int seen = 0;
        for (JavaClass type : OurClasses.all()) {
            if (isPutTogether(type)) {
                seen++;
                type.getConstructors().stream()
                        .map(constructor -> constructor.getRawParameterTypes().size())
                        .filter(parts -> parts > COLLABORATORS)
                        .forEach(parts -> tooWide.put(type.getName(), parts));
            }
        }

        assertThat(seen).isGreaterThan(200);
        assertThat(tooWide).containsOnlyKeys(WIDE.keySet());
    }

    /** Components and screens: everything that gets what it needs from Spring. */
    private static boolean isPutTogether(JavaClass type) {
        return type.isAnnotatedWith(Component.class)
                || type.isMetaAnnotatedWith(Component.class)
                || type.isAnnotatedWith(Route.class);
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
