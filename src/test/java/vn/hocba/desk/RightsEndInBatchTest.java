package vn.hocba.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToIntBiFunction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.desk.admin.SchoolCertificates;
import vn.hocba.desk.principal.SignPrincipal;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.Accounts.NewAccount;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.shared.StaffId;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.Step;

/** The right to sign, or the certificate, ends while a batch is under way; in a school of its own, whose classes are half signed afterwards. */
@OfficeTest
class RightsEndInBatchTest {

    OfficeWorld world;

    @Autowired
    Accounts accounts;

    @Autowired
    Session session;

    @Autowired
    SignPrincipal signPrincipal;

    @Autowired
    SchoolCertificates certificates;

    @Autowired
    Batches batches;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    void ownSchool(OfficeWorld office) {
        world = office.ownOf(RightsEndInBatchTest.class);
    }

    @Test
    void aPrincipalWhoLosesTheRoleSignsNothingMore() {
        stopsInTheMiddle("1A", principal -> put(principal, Set.of()), "không có quyền làm việc này");
    }

    @Test
    void thePrincipalsClosedAccountSignsNothingMoreAndItsBatchIsOver() {
        inTheMiddle("2A", principal -> accounts.close(principal.accountId()), (principal, batch) -> {
            Batches.Progress ended = await().until(
                            () -> session.as(principal, () -> batches.progress(batch)),
                            progress -> progress.state() != BatchState.RUNNING);
            assertThat(ended.state()).isEqualTo(BatchState.STOPPED);
            assertThat(ended.message()).contains("đã ngừng sử dụng");
            assertThat(ended.failed()).isZero();
            return ended.waiting();
        });
    }

    @Test
    void aCertificateThatIsRevokedSignsNothingMore() {
        stopsInTheMiddle("3A", this::revoke, "Chứng thư chữ ký số đã bị thu hồi");
    }

    private void stopsInTheMiddle(String className, Consumer<CurrentUser> end, String reason) {
        inTheMiddle(className, end, (principal, batch) -> {
            Batches.Progress ended = await().until(
                            () -> session.as(principal, () -> batches.progress(batch)),
                            progress -> progress.waiting() == 0);
            assertThat(ended.isComplete()).isFalse();
            assertThat(ended.remarks())
                    .allSatisfy(remark -> assertThat(remark.reason()).contains(reason));
            return ended.failed();
        });
    }

    /**
     * Two records are signed; the others are held until the right has ended.
     *
     * @param left looks at the batch at its end, and says how many records it has not signed
     */
    private void inTheMiddle(String className, Consumer<CurrentUser> end, ToIntBiFunction<CurrentUser, String> left) {
        world.toPrincipal(className);
        CurrentUser principal = principal();
        world.certify(principal.staffId());
        List<String> records = world.records(className);
        assertThat(records).hasSizeGreaterThan(5);
        String classId = world.classNamed(className).id();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        CompletableFuture<Void> holding = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            records.subList(2, records.size()).forEach(this::hold);
            held.countDown();
            awaitIt(over);
        }));
        awaitIt(held);
        String batch = session.as(principal, () -> signPrincipal.start(classId, List.of(), OfficeWorld.pin()));
        await().pollInterval(Duration.ofMillis(5))
                .until(() ->
                        session.as(principal, () -> batches.progress(batch)).done() == 2);
        end.accept(principal);
        over.countDown();
        holding.join();
        int unsigned = left.applyAsInt(principal, batch);
        // Each of the two threads may have had one more in its hands.
        assertThat(records.size() - unsigned).isBetween(2, 4);
        assertThat(records.stream().filter(id -> world.state(id)
                        .equals(Step.PRINCIPAL.state().name())))
                .hasSize(unsigned);
        put(principal, Set.of(Role.PRINCIPAL));
    }

    private void hold(String recordId) {
        jdbc.sql("select id from year_record where id = ? for update")
                .param(recordId)
                .query(String.class)
                .single();
    }

    private static void awaitIt(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CurrentUser principal() {
        return world.someone(Role.PRINCIPAL);
    }

    private void put(CurrentUser user, Set<Role> roles) {
        accounts.put(new NewAccount(
                user.username(),
                null,
                user.displayName(),
                user.title(),
                roles,
                new StaffId(user.staffId()),
                user.unitId(),
                user.unitPath()));
    }

    private void revoke(CurrentUser principal) {
        session.run(world.someone(Role.SCHOOL_ADMIN), () -> {
            String serial = certificates.ofOwnSchool().stream()
                    .filter(holder -> holder.ownerId().equals(principal.staffId()))
                    .findFirst()
                    .orElseThrow()
                    .serial();
            certificates.revoke(serial, "Mất điện thoại có khóa ký");
        });
    }
}
