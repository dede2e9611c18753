package vn.hocba.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.HocbaApplication;
import vn.hocba.audit.AuditLog;
import vn.hocba.desk.inbox.ResumeBatch;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.school.NamedFile;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolIdentification;
import vn.hocba.signing.session.Entered;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.Batches.Progress;
import vn.hocba.workflow.Step;

/** A server that gets SIGKILL while a homeroom teacher signs a class, and the next one over the same database. */
class KilledServerIT {

    private static final String PIN = "246810";
    private static final String CLASS = "1A";
    private static final int SIGNED_BEFORE = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    @Test
    void aBatchThatLostItsServerGoesOnWhereItStoppedAndSignsNothingTwice() throws Exception {
        assertThat(runVictim()).as("exit code of a process that was killed").isEqualTo(137);
        try (ConfigurableApplicationContext context = start(directory)) {
            JdbcClient jdbc = context.getBean(JdbcClient.class);
            Batches batches = context.getBean(Batches.class);
            String batchId = jdbc.sql("select id from batch where kind = 'sign-homeroom'")
                    .query(String.class)
                    .single();
            aMinuteHasPassed(jdbc, batchId);
            CurrentUser teacher = teacher(context, batchId);
            context.getBean(Session.class).run(teacher, () -> {
                Progress left = await(batches, batchId, BatchState.INTERRUPTED);
                assertThat(left.done()).isBetween(SIGNED_BEFORE, left.total() - 1);
                assertThat(signatures(jdbc)).isEqualTo(left.done());
                assertThat(count(jdbc, "year_record r where r.state = 'PRINCIPAL'"))
                        .isEqualTo(left.done());
                context.getBean(ResumeBatch.class).resume(batchId, Entered.pin(PIN.toCharArray()));
                Progress ended = await(batches, batchId, BatchState.FINISHED);
                assertThat(ended.isComplete()).isTrue();
                assertThat(ended.done()).isEqualTo(ended.total());
                assertThat(signatures(jdbc)).isEqualTo(ended.total());
            });
            assertThat(count(jdbc, "(select year_record_id from record_signature group by year_record_id) s"))
                    .isEqualTo(signatures(jdbc));
            assertThat(count(jdbc, "work_item where step = 'HOMEROOM' and state = 'OPEN'"))
                    .isZero();
            AuditLog audit = context.getBean(AuditLog.class);
            jdbc.sql("select year_record_id from record_signature")
                    .query(String.class)
                    .list()
                    .forEach(record -> assertThat(audit.isIntact(record)).isTrue());
        }
    }

    /** The server that gets killed; a program of its own. */
    static final class Victim {

        public static void main(String[] args) throws IOException {
            ConfigurableApplicationContext context = start(Path.of(args[0]));
            SchoolPlay play = context.getBean(SchoolPlay.class);
            Founding founding = context.getBean(Founding.class);
            List<NamedFile> files = workbooks();
            SchoolIdentification.Identity identity = founding.identify(files);
            Unit school = founding.layDown(
                    identity, new Founding.Above("SO-79", identity.provinceName(), "XA-79774", "Phường", "TP"));
            CurrentUser first = founding.firstAdmin(school, "Quản trị");
            founding.importFiles(first, files);
            List<CurrentUser> people = founding.equip(first, null, PIN);
            play.openYear(
                    first,
                    context.getBean(SchoolDirectory.class)
                            .schoolYears(school.id())
                            .get(0),
                    progress -> {});
            for (CurrentUser person : people) {
                play.work(person, Step.COMMENTS, PIN, List.of(CLASS), progress -> {});
            }
            for (CurrentUser person : people) {
                play.work(person, Step.HOMEROOM, PIN, List.of(CLASS), Victim::dieInTheMiddle);
            }
        }

        private static void dieInTheMiddle(Progress progress) {
            if (progress.done() >= SIGNED_BEFORE) {
                try {
                    new ProcessBuilder(
                                    "kill",
                                    "-KILL",
                                    Long.toString(ProcessHandle.current().pid()))
                            .start();
                } catch (IOException e) {
                    throw new IllegalStateException("cannot be killed", e);
                }
            }
        }
    }

    /** Since the last sign of life, by the clock of the database. */
    private static void aMinuteHasPassed(JdbcClient jdbc, String batchId) {
        jdbc.sql("update batch set lease_until = lease_until - 60 where id = ?")
                .param(batchId)
                .update();
    }

    private int runVictim() throws IOException, InterruptedException {
        Path said = directory.resolve("said.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        ManagementFactory.getRuntimeMXBean().getClassPath(),
                        Victim.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(Files.readString(said))
                .isTrue();
        return process.exitValue();
    }

    private static ConfigurableApplicationContext start(Path data) {
        return new SpringApplicationBuilder(HocbaApplication.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--hocba.data-dir=" + data,
                        "--hocba.signing.key-rounds=1000",
                        "--hocba.sign-in.bcrypt-cost=4",
                        "--spring.autoconfigure.exclude=" + RehearsalCommand.SCREENS);
    }

    private static CurrentUser teacher(ConfigurableApplicationContext context, String batchId) {
        String account = context.getBean(JdbcClient.class)
                .sql("select account_id from batch where id = ?")
                .param(batchId)
                .query(String.class)
                .single();
        return context.getBean(Accounts.class).byId(account).orElseThrow();
    }

    private static Progress await(Batches batches, String batchId, BatchState state) {
        return Awaitility.await()
                .pollInSameThread()
                .atMost(PATIENCE)
                .until(() -> batches.progress(batchId), progress -> progress.state() == state);
    }

    private static int signatures(JdbcClient jdbc) {
        return count(jdbc, "record_signature");
    }

    private static int count(JdbcClient jdbc, String from) {
        return jdbc.sql("select count(*) from " + from).query(Integer.class).single();
    }

    private static List<NamedFile> workbooks() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/demo/tieu-hoc-rang-dong"))) {
            return files.filter(file -> file.toString().endsWith(".xlsx"))
                    .sorted()
                    .map(KilledServerIT::read)
                    .toList();
        }
    }

    private static NamedFile read(Path file) {
        try {
            return new NamedFile(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
