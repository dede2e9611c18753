package vn.hocba.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.hocba.shared.Sha256;

/** A model that was changed has a higher version tag than before, or a node that runs with it does not start over a database that has the old one. */
class ModelVersionsTest {

    private static final Path VERSIONS = Path.of("src/test/resources/processes/versions.txt");

    /** Where this fails: raise camunda:versionTag of the changed file, and write the line that is asked for. */
    @Test
    void everyModelIsTheOneThatIsKnownUnderItsVersionTag() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            List<String> lines = files.sorted().map(ModelVersionsTest::line).toList();

            assertThat(Files.readAllLines(VERSIONS)).containsExactlyElementsOf(lines);
        }
    }

    private static String line(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            Models.Model model = Models.Model.read(file.getFileName().toString(), content);
            return file.getFileName() + " " + model.tag() + " " + Sha256.of(content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
