package vn.hocba.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts of answers and versions as the rows say, with the statements by which existing rows were counted when the tables of counts came. */
public final class CountedAnew {

    private CountedAnew() {}

    /** Writes the counts anew: for rows that a test has written itself. */
    public static void of(JdbcClient jdbc) {
        jdbc.sql("delete from intake_count").update();
        jdbc.sql("delete from registered_count").update();
        statements().forEach(statement -> jdbc.sql(statement).update());
    }

    /** The statements of the migration. */
    private static List<String> statements() {
        try {
            String migration =
                    new ClassPathResource("db/migration/V20__reads.sql").getContentAsString(StandardCharsets.UTF_8);
            return Arrays.stream(migration.replaceAll("--.*", "").split(";"))
                    .map(String::strip)
                    .filter(statement -> statement.startsWith("insert"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
