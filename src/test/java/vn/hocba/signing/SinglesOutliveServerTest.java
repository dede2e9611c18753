package vn.hocba.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.HocbaApplication;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.request.Input;
import vn.hocba.request.RequestBoard;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.signing.session.Entered;
import vn.hocba.submission.SubmitClass;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.EngineJobs;

/** A package and a hand-over are confirmed on the phone while the server is down, and completed by the next one over the same database. */
class SinglesOutliveServerTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    private final Phone phone = new Phone(Clock.systemUTC());
    private CurrentUser clerk;
    private CurrentUser principal;
    private String pack;
    private String request;
    private String packageBatch;
    private String requestBatch;

    @Test
    void whatWasAskedForBeforeTheRestartIsSignedAfterIt() {
        try (ConfigurableApplicationContext first = start()) {
            askedForBoth(first);
        }
        phone.confirm(packageBatch, 0);
        phone.confirm(requestBatch, 0);
        try (ConfigurableApplicationContext second = start()) {
            JdbcClient jdbc = second.getBean(JdbcClient.class);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(jdbc.sql("select count(*) from submission_package where id = ?")
                                    .param(pack)
                                    .query(Integer.class)
                                    .single())
                            .isEqualTo(1));
            Session session = second.getBean(Session.class);
            RequestBoard board = second.getBean(RequestBoard.class);
            await().atMost(PATIENCE).until(() -> session.as(principal, () -> board.page(request))
                    .request()
                    .step()
                    .equals("SEAL"));
            RequestBoard.Page moved = session.as(principal, () -> board.page(request));
            assertThat(moved.signature().isComplete()).isTrue();
            assertThat(moved.decisions())
                    .extracting(RequestBoard.Decided::reason)
                    .contains("Hồ sơ giấy\ngửi sau.");
            byte[] handOver = jdbc.sql("select document from hand_over_draft where request_id = ?")
                    .param(request)
                    .query((row, n) -> row.getBytes("document"))
                    .single();
            assertThat(second.getBean(DssJudge.class).judge(handOver))
                    .isNotEmpty()
                    .allMatch(DssJudge.Verdict::passed);
        }
    }

    private void askedForBoth(ConfigurableApplicationContext context) {
        ReleasedRecords world = context.getBean(ReleasedRecords.class);
        RecordLife life = context.getBean(RecordLife.class);
        PhoneOwners owners = context.getBean(PhoneOwners.class);
        Session session = context.getBean(Session.class);
        School school = world.school();
        School to = world.schoolBelow(school.province());
        clerk = school.clerk();
        principal = school.principal();
        world.released(school, "Lò Thị Mai");
        String record = world.commenting(school, "Giàng Thị Mỷ");
        life.enrol(record);
        owners.giveUnit(school.admin(), school.unit().id());
        owners.give(school.admin(), principal.staffId());
        pack = session.as(clerk, () -> context.getBean(SubmitClass.class).submit(school.classId(), Entered.nothing()));
        packageBatch = awaitAsked(context, clerk);
        request = life.take(
                clerk, "transfer.ask", record, Map.of("school", to.unit().id(), "reason", RecordLife.REASON));
        life.take(to.principal(), "transfer.accept", request, Map.of("class", to.classId()));
        life.signResults(school, request);
        LocalDate today = LocalDate.now(context.getBean(Clock.class));
        session.run(principal, () -> context.getBean(RequestBoard.class)
                .take(
                        "transfer.release",
                        request,
                        new Input(
                                Map.of("day", today.plusDays(3), "note", "Hồ sơ giấy\ngửi sau."),
                                List.of(),
                                Entered.nothing())));
        requestBatch = awaitAsked(context, principal);
    }

    private static String awaitAsked(ConfigurableApplicationContext context, CurrentUser who) {
        Session session = context.getBean(Session.class);
        return await().atMost(PATIENCE)
                .until(
                        () -> session.as(
                                who,
                                () -> context.getBean(Batches.class).latest().get(0)),
                        progress -> progress.missing() instanceof Confirmation.Consent)
                .batchId();
    }

    /** The phone's server is not ours: it stays while ours is started anew. */
    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(
                        HocbaApplication.class,
                        ReleasedRecords.class,
                        RecordLife.class,
                        EngineJobs.class,
                        PhoneOwners.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> ((GenericApplicationContext) context).registerBean(Phone.class, () -> phone))
                .run(
                        "--hocba.data-dir=" + directory,
                        "--hocba.signing.key-rounds=1000",
                        "--spring.autoconfigure.exclude=com.vaadin.flow.spring.SpringBootAutoConfiguration,com.vaadin.flow.spring.SpringSecurityAutoConfiguration");
    }
}
