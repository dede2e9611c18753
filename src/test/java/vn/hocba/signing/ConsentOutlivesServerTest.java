package vn.hocba.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.HocbaApplication;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.desk.ReturnRecords;
import vn.hocba.desk.principal.SignPrincipal;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.record.PacketStore;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.signing.session.Entered;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.Batches.Progress;
import vn.hocba.workflow.Step;

/** A class is signed by a consent on the phone while the server is down, and completed by the next one over the same database. */
class ConsentOutlivesServerTest {

    private static final String CLASS = "1A";
    private static final int REFUSED = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    private final Phone phone = new Phone(Clock.systemUTC());
    private String batch;
    private List<String> records;

    @Test
    void whatWasPreparedBeforeTheRestartIsSignedAfterItAndWhatHasChangedIsPassedOver() {
        try (ConfigurableApplicationContext first = start()) {
            preparedAndAsked(first);
        }
        try (ConfigurableApplicationContext second = start()) {
            Session session = second.getBean(Session.class);
            CurrentUser principal = principal(second);
            String returned = records.get(records.size() - 1);
            session.run(principal, () -> {
                assertThat(progress(second).missing()).isInstanceOf(Confirmation.Consent.class);
                sendBack(second, returned);
            });

            phone.confirm(batch, REFUSED);

            Progress ended = session.as(principal, () -> await().atMost(PATIENCE)
                    .until(
                            () -> session.as(principal, () -> progress(second)),
                            progress -> progress.state() == BatchState.FINISHED));
            partlySigned(second, ended, returned);
        }
    }

    private void preparedAndAsked(ConfigurableApplicationContext context) {
        OfficeWorld world = context.getBean(OfficeWorld.class);
        world.toPrincipal(CLASS);
        records = world.records(CLASS);
        assertThat(records).hasSizeGreaterThan(20);
        CurrentUser principal = world.someone(Role.PRINCIPAL);
        context.getBean(PhoneOwners.class).give(world.someone(Role.SCHOOL_ADMIN), principal.staffId());
        Session session = context.getBean(Session.class);
        batch = session.as(principal, () -> context.getBean(SignPrincipal.class)
                .start(world.classNamed(CLASS).id(), List.of(), Entered.nothing()));
        await().atMost(PATIENCE)
                .until(() -> session.as(principal, () -> progress(context)).missing() != null);
        assertThat(phone.asked(batch)).isEqualTo(records.size());
    }

    private void sendBack(ConfigurableApplicationContext context, String recordId) {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        String classId = jdbc.sql("select class_id from year_record where id = ?")
                .param(recordId)
                .query(String.class)
                .single();
        context.getBean(ReturnRecords.class)
                .start(
                        classId,
                        List.of(recordId),
                        new ReturnRecords.Instruction(
                                Step.PRINCIPAL, Step.HOMEROOM, Set.of(), "Nhận xét của em chưa đủ ý"));
        await().atMost(PATIENCE).until(() -> states(jdbc, List.of(recordId)).containsKey("HOMEROOM"));
    }

    private void partlySigned(ConfigurableApplicationContext context, Progress ended, String returned) {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        int signed = records.size() - REFUSED - 1;
        assertThat(ended.done()).isEqualTo(signed);
        assertThat(ended.failed()).isEqualTo(REFUSED);
        assertThat(ended.stale()).isEqualTo(1);
        assertThat(ended.waiting()).isZero();
        assertThat(ended.isComplete()).isFalse();
        assertThat(ended.remarks().stream().filter(remark -> remark.reason().contains("hết lượt ký trong ngày")))
                .hasSize(REFUSED);
        assertThat(ended.remarks())
                .filteredOn(remark -> remark.targetId().equals(returned))
                .singleElement()
                .satisfies(remark -> assertThat(remark.reason()).startsWith("Bỏ qua, chưa ký"));
        assertThat(states(jdbc, records)).isEqualTo(Map.of("SEALING", signed, "PRINCIPAL", REFUSED, "HOMEROOM", 1));
        DssJudge judge = context.getBean(DssJudge.class);
        PacketStore packets = context.getBean(PacketStore.class);
        String one = jdbc.sql("select year_record_id from record_signature where slot = 'CBQL' order by id limit 1")
                .query(String.class)
                .single();
        byte[] packet = context.getBean(TransactionTemplate.class).execute(status -> packets.current(one));
        assertThat(judge.judge(packet)).hasSize(2).allMatch(DssJudge.Verdict::passed);
        await().until(() ->
                jdbc.sql("select (select count(*) from signing_session) + (select count(*) from signing_draft)")
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private Progress progress(ConfigurableApplicationContext context) {
        return context.getBean(Batches.class).progress(batch);
    }

    private CurrentUser principal(ConfigurableApplicationContext context) {
        String account = context.getBean(JdbcClient.class)
                .sql("select account_id from batch where id = ?")
                .param(batch)
                .query(String.class)
                .single();
        return context.getBean(Accounts.class).byId(account).orElseThrow();
    }

    private static Map<String, Integer> states(JdbcClient jdbc, List<String> ids) {
        return jdbc
                .sql("select state, count(*) from year_record where id in (:ids) group by state")
                .param("ids", ids)
                .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The phone's server is not ours: it stays while ours is started anew. */
    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(HocbaApplication.class, OfficeWorld.class, PhoneOwners.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> ((GenericApplicationContext) context).registerBean(Phone.class, () -> phone))
                .run(
                        "--hocba.data-dir=" + directory,
                        "--hocba.signing.key-rounds=1000",
                        "--spring.autoconfigure.exclude=com.vaadin.flow.spring.SpringBootAutoConfiguration,com.vaadin.flow.spring.SpringSecurityAutoConfiguration");
    }
}
