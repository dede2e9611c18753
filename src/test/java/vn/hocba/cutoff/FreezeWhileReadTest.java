package vn.hocba.cutoff;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocba.fixture.ReleasedRecords.YEAR;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.audit.AuditLog;
import vn.hocba.calendar.Wave;
import vn.hocba.dossier.RecordPage;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.Session;

/** Somebody reads the same records again and again while one wave after the other freezes them: no chunk fails. */
@ReleasedRecordsTest
class FreezeWhileReadTest {

    private static final int PROVINCES = 12;

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    RecordPage pages;

    @Autowired
    CutOffs cutOffs;

    @Autowired
    Session session;

    @Autowired
    AuditLog audit;

    @Test
    void everyChunkIsFrozenAtItsFirstAttemptAndBothChainsStayWhole() {
        List<School> schools = new ArrayList<>();
        List<String> records = new ArrayList<>();
        for (int n = 0; n < PROVINCES; n++) {
            schools.add(world.school());
            records.add(life.accepted(schools.get(n)));
        }
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger reads = new AtomicInteger();
        AtomicInteger place = new AtomicInteger();
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                int n = place.get();
                session.run(schools.get(n).principal(), () -> pages.of(records.get(n)));
                reads.incrementAndGet();
            }
        });

        for (int n = 0; n < PROVINCES; n++) {
            place.set(n);
            int before = reads.get();
            Awaitility.await().until(() -> reads.get() > before + 1);
            // A job that fails throws.
            life.cutOff(schools.get(n), Wave.FIRST);
        }
        over.set(true);
        reader.join();

        for (int n = 0; n < PROVINCES; n++) {
            CutOffKey key = new CutOffKey(schools.get(n).province().id(), YEAR);
            assertThat(cutOffs.find(key, Wave.FIRST).orElseThrow().frozen()).isOne();
            assertThat(audit.isIntact(records.get(n))).isTrue();
            assertThat(audit.of(records.get(n)))
                    .extracting(AuditLog.Entry::action)
                    .contains("record.read", "registry.frozen");
        }
    }
}
