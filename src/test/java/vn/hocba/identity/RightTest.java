package vn.hocba.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RightTest {

    /** After a change of {@link Right}: replace the table there by what this says is missing. */
    @Test
    void theTableOfWhoMayDoWhatIsTheOneThatIsAsked() throws IOException {
        assertThat(Files.readString(Path.of("docs", "who-may-do-what.md"))).endsWith("\n\n" + table());
    }

    private static String table() {
        return "| right | what a person does | in which role | where | in what relation | in what state | a deputy needs |\n|---|---|---|---|---|---|---|\n"
                + Stream.of(Right.values()).map(Right::line).map(RightTest::row).collect(Collectors.joining());
    }

    private static String row(Right.Line line) {
        String roles = line.roles().stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        return Stream.of(
                        "`" + line.right() + "`",
                        line.what(),
                        roles,
                        line.where().words(),
                        line.relation(),
                        line.state(),
                        line.power() == null ? "" : "`" + line.power() + "`")
                .map(cell -> cell.isEmpty() ? "–" : cell)
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    @ParameterizedTest
    @EnumSource(Right.class)
    void everyRightIsOfSomebody(Right right) {
        assertThat(right.line().roles()).isNotEmpty().doesNotHaveDuplicates();
    }
}
