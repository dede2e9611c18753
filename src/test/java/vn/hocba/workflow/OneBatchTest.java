package vn.hocba.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.desk.OfficeTest;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.desk.principal.SignPrincipal;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.shared.Refused;

/** Of a person's signatures for a class and step one runs at a time, whichever tab or node it was begun in. */
@OfficeTest
class OneBatchTest {

    OfficeWorld world;

    @Autowired
    SignPrincipal sign;

    @Autowired
    Batches batches;

    @Autowired
    BatchRepository repository;

    @Autowired
    BatchItems items;

    @Autowired
    BatchLeases leases;

    @Autowired
    Session session;

    @Autowired
    Clock clock;

    @Autowired
    void ownSchool(OfficeWorld office) {
        world = office.ownOf(OneBatchTest.class);
    }

    @Test
    void aSecondOneIsRefusedWhileItRunsAndThoseOfOtherClassesAndPeopleAreNot() {
        world.toPrincipal("1A");
        world.toPrincipal("2A");
        CurrentUser head = world.someone(Role.PRINCIPAL);
        world.certify(head.staffId());
        Batch running = runningElsewhere(head, "1A");
        runningElsewhere(world.homeroom("1A"), "1A");

        assertThatThrownBy(() -> start(head, "1A"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("workflow.batch.running"))
                .hasMessageContaining("đang chạy");
        assertThat(world.await(start(head, "2A")).isComplete()).isTrue();

        leases.end(running.id(), BatchState.STOPPED, null, clock.instant());
        assertThat(world.await(start(head, "1A")).isComplete()).isTrue();
    }

    @Test
    void oneThatWasInterruptedDoesNotGoOnBesideAnother() {
        CurrentUser head = world.someone(Role.PRINCIPAL);
        Batch first = runningElsewhere(head, "3A");
        leases.interrupt(first.id(), null);
        Batch second = runningElsewhere(head, "3A");

        assertThatThrownBy(() -> session.run(head, () -> batches.resume(first.id(), null)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("workflow.batch.running"));

        leases.end(second.id(), BatchState.FINISHED, null, clock.instant());
        assertThat(leases.resume(first.id())).isTrue();
        leases.end(first.id(), BatchState.STOPPED, null, clock.instant());
    }

    private String start(CurrentUser who, String className) {
        return session.as(who, () -> sign.start(world.classNamed(className).id(), List.of(), OfficeWorld.pin()));
    }

    /** As if begun in another tab, and not come to its end. */
    private Batch runningElsewhere(CurrentUser who, String className) {
        Batch batch = new Batch();
        batch.kind = sign.kind();
        batch.accountId = who.accountId();
        batch.schoolId = who.unitId();
        batch.classId = world.classNamed(className).id();
        batch.state = BatchState.RUNNING;
        batch.stepKey = BatchOrders.stepKey(batch);
        batch.total = 1;
        batch.createdAt = clock.instant();
        repository.saveAndFlush(batch);
        items.add(batch.id(), List.of(world.records(className).get(0)));
        leases.hold(batch.id());
        return batch;
    }
}
