package vn.hocba.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only one regulation says is named in its package alone: symbols, limits, the last grade, thresholds of results. */
class OnePackageTest {

    private static final Path SOURCES = Path.of("src/main/java/vn/hocba");
    private static final String HOME = "assessment/tt27/";

    private static final Map<String, Pattern> KNOWN_ONLY_THERE = Map.of(
            "a symbol of a level (T, H, C, Đ, M)", Pattern.compile("\"[THCĐM]\"|(then|=|in \\() *'[THCĐM]'"),
            "the best mark",
                    Pattern.compile("(?i)(max|best|largest|highest)\\w*mark\\w*\\s*=\\s*10\\b|[,(]\\s*0,\\s*10\\)"),
            "days of absence in a year", Pattern.compile("\\b366\\b"),
            "the tallest and the heaviest pupil",
                    Pattern.compile("(?i)(tallest|heaviest|height_?cm|weight_?kg)\\w*\\s*=\\s*\\d+"),
            "the last grade",
                    Pattern.compile("(?i)last_?grade\\s*=\\s*\\d|grade(\\(\\))?\\s*(==|!=|<|<=|>|>=)\\s*5\\b"),
            "a threshold of Điều 9", Pattern.compile("(?i)mark(\\(\\))?\\s*(<|<=|>|>=)\\s*[4-9]\\b"));

    /** Whatever stands here has its reason; a line that is no longer needed has to go. */
    private static final Map<String, String> EXCEPTIONS = new TreeMap<>(Map.of(
            "record/SnapshotCells.java", "a version keeps «miễn» as a flag, which regulations read as a symbol",
            "school/ImportedMarks.java", "so does what a workbook says until it is stored"));

    @Test
    void whatOneRegulationSaysStandsInItsPackageAlone() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            for (Path file : sources) {
                String name = SOURCES.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith(HOME)) {
                    known(file).forEach(what -> found.merge(name, what, (one, two) -> one + ", " + two));
                }
            }
        }

        assertThat(found.keySet()).as("%s", found).containsExactlyElementsOf(EXCEPTIONS.keySet());
    }

    @Test
    void thePatternsFindWhatTheyLookFor() throws IOException {
        String symbols = Files.readString(SOURCES.resolve(HOME + "Scale.java"));

        assertThat(KNOWN_ONLY_THERE
                        .get("a symbol of a level (T, H, C, Đ, M)")
                        .matcher(symbols)
                        .results())
                .hasSize(7);
        assertThat(KNOWN_ONLY_THERE.get("the best mark").matcher(symbols).find())
                .isTrue();
        assertThat(KNOWN_ONLY_THERE
                        .get("the best mark")
                        .matcher("integer(MARK, text, 0, 10)")
                        .find())
                .isTrue();
        assertThat(KNOWN_ONLY_THERE
                        .get("days of absence in a year")
                        .matcher(symbols)
                        .find())
                .isTrue();
        assertThat(KNOWN_ONLY_THERE
                        .get("the tallest and the heaviest pupil")
                        .matcher(symbols)
                        .results())
                .hasSize(2);
        assertThat(KNOWN_ONLY_THERE
                        .get("the last grade")
                        .matcher("record.grade() == 5")
                        .find())
                .isTrue();
        assertThat(KNOWN_ONLY_THERE
                        .get("a threshold of Điều 9")
                        .matcher("lowest.mark() < 7")
                        .find())
                .isTrue();
    }

    private static Stream<String> known(Path file) {
        try {
            String text = Files.readString(file);
            return KNOWN_ONLY_THERE.entrySet().stream()
                    .filter(one -> one.getValue().matcher(text).find())
                    .map(Map.Entry::getKey);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
