package vn.hocba;

import static java.util.regex.Pattern.MULTILINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever reads a section of the domain page, a decision or another page as the reason for a line finds it in this repository. */
class CitationsTest {

    private static final Pattern SECTION = Pattern.compile("\\bdomain(?:\\.md)?,? §\\s?([0-9]+(?:\\.[0-9]+)*)");
    private static final Pattern HEADING = Pattern.compile("^#{2,3} ([0-9]+(?:\\.[0-9]+)*)\\.? ", MULTILINE);
    private static final Pattern PAGE = Pattern.compile("\\bdocs/[A-Za-z0-9_./-]*[A-Za-z0-9_-]");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern CHECK = Pattern.compile("\\bchecks? ([0-9]+)\\b");
    private static final Set<String> TEXTS =
            Set.of("java", "csv", "xsd", "bpmn", "dmn", "form", "md", "yml", "sql", "properties", "js", "css", "xml");

    private record Text(Path path, String words) {}

    @Test
    void everySectionOfTheDomainPageThatIsCitedIsThere() throws IOException {
        Set<String> sections = matches(HEADING, Files.readString(Path.of("docs/domain.md")));
        assertThat(sections).contains("1", "10.2", "14");

        List<String> missing = new ArrayList<>();
        for (Text text : texts()) {
            for (String cited : matches(SECTION, text.words())) {
                if (!sections.contains(cited)) {
                    missing.add(text.path() + " cites domain §" + cited);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyPageThatIsNamedIsThere() {
        List<String> missing = new ArrayList<>();
        for (Text text : texts()) {
            for (String page : matches(PAGE, text.words())) {
                if (!isThere(page)) {
                    missing.add(text.path() + " names " + page);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyLinkOfAPageLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Text page : texts()) {
            if (page.path().toString().endsWith(".md")) {
                for (String target : matches(LINK, page.words())) {
                    if (!Files.exists(page.path().resolveSibling(target))) {
                        broken.add(page.path() + " links to " + target);
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void theEightChecksOfAPacketAreNumberedWhereTheCodeSendsItsReader() throws IOException {
        String page = Files.readString(Path.of("docs/packet.md"));
        assertThat(matches(Pattern.compile("^([0-9]+)\\. ", MULTILINE), page))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
        for (Text text : texts()) {
            if (text.path().startsWith("src/main/java/vn/hocba/signing")) {
                assertThat(matches(CHECK, text.words()))
                        .as(text.path().toString())
                        .allSatisfy(
                                number -> assertThat(Integer.parseInt(number)).isBetween(1, 8));
            }
        }
    }

    /** A decision may be named by its number alone. */
    private static boolean isThere(String page) {
        if (Files.exists(Path.of(page))) {
            return true;
        }
        if (!page.matches("docs/decisions/[0-9]{4}")) {
            return false;
        }
        try (Stream<Path> decisions = Files.list(Path.of("docs/decisions"))) {
            return decisions.anyMatch(
                    decision -> decision.toString().replace('\\', '/').startsWith(page + "-"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Set<String> matches(Pattern pattern, String words) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(words);
        while (matcher.find()) {
            found.add(matcher.group(1 <= matcher.groupCount() ? 1 : 0));
        }
        return found;
    }

    private static List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        for (String root :
                List.of("src", "processes", "forms", "docs", "docker", "README.md", "CONTRIBUTING.md", "pom.xml")) {
            if (!Files.exists(Path.of(root))) {
                continue;
            }
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(CitationsTest::isText).toList()) {
                    texts.add(new Text(file, Files.readString(file)));
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return texts;
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && TEXTS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
