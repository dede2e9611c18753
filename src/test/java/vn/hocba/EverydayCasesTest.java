package vn.hocba;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of everyday cases is whole, and each test it names is there. */
class EverydayCasesTest {

    private static final int CASES = 57;

    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]+)(?:#([a-zA-Z0-9]+))?`");

    private record Row(int number, String outcome, String shownBy, String remark) {}

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(Path.of("docs/everyday-cases.md")).stream()
                .filter(line -> line.matches("\\| [0-9]+ \\|.*"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Row(Integer.parseInt(cells[1].trim()), cells[3].trim(), cells[4], cells[5].trim()))
                .toList();
    }

    @Test
    void everyCaseHasItsRow() throws IOException {
        assertThat(rows().stream().map(Row::number).toList())
                .isEqualTo(IntStream.rangeClosed(1, CASES).boxed().toList());
    }

    @Test
    void whatWorksIsShownByATestAndWhatDoesNotSaysWhy() throws IOException {
        for (Row row : rows()) {
            assertThat(row.outcome()).as("case %d", row.number()).isIn("W", "R", "P", "–");
            if (row.outcome().equals("W")) {
                assertThat(row.shownBy()).as("case %d", row.number()).containsPattern(TEST);
            } else {
                assertThat(row.remark()).as("case %d", row.number()).isNotBlank();
            }
        }
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Row row : rows()) {
            Matcher named = TEST.matcher(row.shownBy());
            while (named.find()) {
                String source = sourceOf(named.group(1));
                if (source.isEmpty() || named.group(2) != null && !source.contains("void " + named.group(2) + "(")) {
                    missing.add("case " + row.number() + ": " + named.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** The text of a test class, and of the class it inherits tests from; empty where there is none. */
    private static String sourceOf(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<Path> found =
                    files.filter(file -> file.endsWith(name + ".java")).toList();
            StringBuilder text = new StringBuilder();
            for (Path file : found) {
                String own = Files.readString(file);
                text.append(own);
                Matcher parent = Pattern.compile("class \\w+ extends (\\w+)").matcher(own);
                if (parent.find()) {
                    text.append(sourceOf(parent.group(1)));
                }
            }
            return text.toString();
        }
    }
}
