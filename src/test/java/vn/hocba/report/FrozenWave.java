package vn.hocba.report;

import static org.awaitility.Awaitility.await;
import static vn.hocba.fixture.ReleasedRecords.YEAR;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.calendar.Wave;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.identity.Session;
import vn.hocba.registry.CountedAnew;
import vn.hocba.signing.session.Entered;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;

/** Takes records through the cut-off of the first wave, and reports through the hands of an official. */
class FrozenWave {

    private final ReleasedRecords world;
    private final RecordLife life;
    private final Reports reports;
    private final SignReport signReport;
    private final Batches batches;
    private final Session session;
    private final JdbcClient jdbc;

    FrozenWave(
            ReleasedRecords world,
            RecordLife life,
            Reports reports,
            SignReport signReport,
            Batches batches,
            Session session,
            JdbcClient jdbc) {
        this.world = world;
        this.life = life;
        this.reports = reports;
        this.signReport = signReport;
        this.batches = batches;
        this.session = session;
        this.jdbc = jdbc;
    }

    /** Records of pupils with these names, accepted and confirmed. */
    List<String> accepted(School school, String... names) {
        List<String> records = world.released(school, names);
        life.submit(school);
        jdbc.sql("update registered_record set programme_completed = true where year_record_id in (:ids)")
                .param("ids", records)
                .update();
        CountedAnew.of(jdbc);
        return records;
    }

    /** Runs {@code cut-off.bpmn} until it waits for the second wave. */
    void cutOff(School school) {
        life.cutOff(school, Wave.FIRST);
    }

    /** The report of the first wave. */
    Report report(School school) {
        return reports.find(school.province().id(), YEAR, Wave.FIRST).orElseThrow();
    }

    /** Signs with this PIN and waits for the end of the batch. */
    Batches.Progress sign(School school, String pin) {
        return session.as(school.official(), () -> {
            String batchId = signReport.sign(report(school).id(), Entered.pin(pin.toCharArray()));
            return await().until(
                            () -> session.as(school.official(), () -> batches.progress(batchId)),
                            progress -> progress.state() != BatchState.RUNNING);
        });
    }
}
