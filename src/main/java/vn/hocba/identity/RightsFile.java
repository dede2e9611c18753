package vn.hocba.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads {@code identity/rights.csv}; a right without a line, or a line too many, ends the start of the application. */
final class RightsFile {

    private static final String FILE = "/identity/rights.csv";

    /** Beside the last one, which only lines have that ask a deputy for a power. */
    private static final int COLUMNS = 6;

    private RightsFile() {}

    static Map<Right, Right.Line> read() {
        Map<Right, Right.Line> lines = new EnumMap<>(Right.class);
        text().lines().skip(1).map(RightsFile::line).forEach(line -> {
            if (lines.put(line.right(), line) != null) {
                throw new IllegalStateException(FILE + " says two things of " + line.right());
            }
        });
        Stream.of(Right.values())
                .filter(right -> !lines.containsKey(right))
                .findFirst()
                .ifPresent(right -> {
                    throw new IllegalStateException(FILE + " says nothing of " + right);
                });
        return lines;
    }

    private static Right.Line line(String text) {
        String[] cells = text.split("\\|", -1);
        if (cells.length != COLUMNS && cells.length != COLUMNS + 1) {
            throw new IllegalStateException(FILE + " has a line of " + cells.length + " cells: " + text);
        }
        List<Role> roles = Stream.of(cells[2].split(" ")).map(Role::valueOf).toList();
        return new Right.Line(
                Right.valueOf(cells[0]),
                cells[1],
                roles,
                cells.length == COLUMNS ? null : Power.valueOf(cells[COLUMNS]),
                Right.Where.valueOf(cells[3]),
                cells[4],
                cells[5]);
    }

    private static String text() {
        try (InputStream file = RightsFile.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
