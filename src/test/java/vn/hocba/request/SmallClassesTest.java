package vn.hocba.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.stereotype.Component;

/** One use case, one class: it stays small and knows few others. */
class SmallClassesTest {

    private static final int LINES = 300;
    private static final int COLLABORATORS = 8;

    @ParameterizedTest
    @ValueSource(strings = {"request", "correction", "promotion", "retraction", "supplement", "transfer"})
    void noClassOfAModuleOfRequestsIsLongOrNeedsManyOthers(String module) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/vn/hocba", module))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();

            assertThat(sources).isNotEmpty().allSatisfy(file -> assertThat(lines(file))
                    .as(file.toString())
                    .isLessThanOrEqualTo(LINES));
        }
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("vn.hocba." + module);
        assertThat(classes)
                .filteredOn(type -> type.isMetaAnnotatedWith(Component.class) || type.isAnnotatedWith(Component.class))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.getConstructors())
                        .allSatisfy(constructor -> assertThat(constructor.getRawParameterTypes())
                                .as(type.getName())
                                .hasSizeLessThanOrEqualTo(COLLABORATORS)));
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
