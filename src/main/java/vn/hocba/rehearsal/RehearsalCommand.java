package vn.hocba.rehearsal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.hocba.school.NamedFile;
import vn.hocba.school.SchoolIdentification;
import vn.hocba.school.SchoolImport;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;

/**
 * {@code rehearse SCHOOL_DIR --out OUT_DIR [--until accepted|reported] [--seed N]}: a school's year without screens, in a database that is thrown away afterwards. Until
 * «accepted», the default, everything goes smoothly; until «reported» it does not, whom that meets being drawn by the seed, and both cut-offs and reports are played on a
 * compressed clock.
 */
public final class RehearsalCommand {

    /** The first argument that asks for it. */
    public static final String NAME = "rehearse";

    /** What prepares screens and demands a web server. */
    static final String SCREENS =
            "com.vaadin.flow.spring.SpringBootAutoConfiguration,com.vaadin.flow.spring.SpringSecurityAutoConfiguration";

    private static final String ACCEPTED = "accepted";
    private static final String REPORTED = "reported";
    private static final List<String> UNTIL = List.of(ACCEPTED, REPORTED);
    private static final String FAILURE_REPORT = "rehearsal-failure.txt";

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

    /** What somebody may have meant for a workbook: those that cannot be read are refused with the reason. */
    private static final Pattern SPREADSHEET = Pattern.compile("(?i).*\\.(?:xlsx|xlsm|xlsb|xls|csv|ods|zip)");

    private static final int NOT_ALL_ENDED = 1;
    private static final int NOT_POSSIBLE = 2;

    private RehearsalCommand() {}

    /**
     * Runs the command.
     *
     * @param application the class to start the context with
     * @param args without {@value #NAME}
     * @return the exit code: 0 only if every pupil of the lists has a record that came to its end, 1 if some have not, 2 if it could not be played
     */
    public static int run(Class<?> application, List<String> args) throws IOException, InterruptedException {
        List<String> rest = new ArrayList<>(args);
        Optional<String> out = take(rest, "--out");
        Optional<String> until = take(rest, "--until");
        String seed = take(rest, "--seed").orElse(Long.toString(Draw.USUAL_SEED));
        if (rest.size() != 1
                || out.isEmpty()
                || !UNTIL.contains(until.orElse(ACCEPTED))
                || !NUMBER.matcher(seed).matches()) {
            System.err.println(Texts.vi("rehearsal.usage"));
            return NOT_POSSIBLE;
        }
        Path target = Path.of(out.get());
        Path folder = Path.of(rest.get(0));
        boolean wholeYear = until.orElse(ACCEPTED).equals(REPORTED);
        if (!Files.isDirectory(folder)) {
            System.err.println(Texts.vi("rehearsal.no-folder", folder));
            return NOT_POSSIBLE;
        }
        if (ShortLivedJvm.isWorthwhile()) {
            return ShortLivedJvm.run(application, NAME, args);
        }
        Path scratch = Files.createTempDirectory("hocba-rehearsal");
        try {
            List<NamedFile> files = files(folder);
            // What cannot be played is told before half a minute is spent on the preparation.
            SchoolIdentification.Identity identity = new SchoolIdentification().read(files);
            SchoolImport.requireSupported(identity.level());
            try (ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
                    .web(WebApplicationType.NONE)
                    .logStartupInfo(false)
                    .run(settings(scratch, seed))) {
                return play(context, files, identity, target, wholeYear);
            }
        } catch (Refused refused) {
            System.err.println(refused.getMessage());
            return NOT_POSSIBLE;
        } catch (IOException | RuntimeException unforeseen) {
            System.err.println(unforeseen(unforeseen, target));
            return NOT_POSSIBLE;
        } finally {
            delete(scratch);
        }
    }

    /**
     * Given as arguments, which nothing overrides: a rehearsal must never reach the database of an installation. Its own is thrown away
     * with its keys, so a commit need not wait for the disk, nor a key be protected against guessing.
     */
    private static String[] settings(Path scratch, String seed) {
        return new String[] {
            "--hocba.data-dir=" + scratch,
            "--spring.datasource.url=jdbc:h2:file:" + scratch.resolve("hocba") + ";MODE=MySQL;QUERY_CACHE_SIZE=256",
            "--spring.datasource.username=sa",
            "--spring.datasource.password=",
            "--hocba.signing.key-rounds=1000",
            "--" + CompressedClock.PROPERTY + "=true",
            "--" + Draw.PROPERTY + "=" + seed,
            "--spring.autoconfigure.exclude=" + SCREENS,
            "--logging.level.root=ERROR"
        };
    }

    /** Takes an option and its value out of the arguments. */
    private static Optional<String> take(List<String> arguments, String option) {
        int at = arguments.indexOf(option);
        if (at < 0 || at == arguments.size() - 1) {
            return Optional.empty();
        }
        arguments.remove(at);
        return Optional.of(arguments.remove(at));
    }

    private static int play(
            ConfigurableApplicationContext context,
            List<NamedFile> files,
            SchoolIdentification.Identity identity,
            Path target,
            boolean wholeYear)
            throws IOException {
        PhaseProgress bar = new PhaseProgress(System.err);
        Course course = wholeYear ? context.getBean(EventfulYear.class) : Course.SMOOTH;
        Rehearsal.Outcome outcome = context.getBean(Rehearsal.class).play(files, identity, bar, course);
        context.getBean(RehearsalOutput.class).write(outcome, target, bar);
        outcome.problems().stream().limit(20).forEach(System.err::println);
        if (outcome.withoutRecord() > 0) {
            System.err.println(Texts.vi("rehearsal.without-record", outcome.withoutRecord()));
        }
        YearTable.of(outcome.ended()).forEach(System.out::println);
        System.out.println(Texts.vi(
                "rehearsal.result",
                outcome.accepted(),
                outcome.pupils(),
                outcome.took().toSeconds(),
                target));
        return outcome.isComplete() ? 0 : NOT_ALL_ENDED;
    }

    /** A person gets a sentence; whoever repairs it finds the rest in a file. */
    private static String unforeseen(Exception failure, Path target) throws IOException {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused.getMessage();
            }
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        Path report = Files.isDirectory(target) || !Files.exists(target)
                ? Files.createDirectories(target).resolve(FAILURE_REPORT)
                : Files.createTempFile("hocba-", "-" + FAILURE_REPORT);
        Files.writeString(report, trace.toString());
        return Texts.vi("rehearsal.failed", report);
    }

    private static List<NamedFile> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            List<NamedFile> files = new ArrayList<>();
            for (Path file : entries.sorted().toList()) {
                String name = file.getFileName().toString();
                if (!Files.isRegularFile(file) || !SPREADSHEET.matcher(name).matches()) {
                    System.err.println(Texts.vi("rehearsal.ignored", name));
                    continue;
                }
                NamedFile named = new NamedFile(name, Files.readAllBytes(file));
                if (named.isBeside()) {
                    System.err.println(Texts.vi("rehearsal.beside", name));
                } else {
                    files.add(named);
                }
            }
            if (files.isEmpty()) {
                throw Refused.notFound("rehearsal.no-workbooks", folder);
            }
            return files;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
