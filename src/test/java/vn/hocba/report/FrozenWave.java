package vn.hocba.report;

import static org.awaitility.Awaitility.await;
import static vn.hocba.fixture.ReleasedRecords.PIN;
import static vn.hocba.fixture.ReleasedRecords.YEAR;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.calendar.Wave;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.identity.Session;
import vn.hocba.registry.CountedAnew;
import vn.hocba.signing.session.Entered;
import vn.hocba.submission.SubmitClass;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.CutOffProcesses;
import vn.hocba.workflow.EngineJobs;

/** Takes records through the cut-off of the first wave, and reports through the hands of an official. */
class FrozenWave {

    private final ReleasedRecords world;
    private final SubmitClass submitClass;
    private final CutOffProcesses cutOffs;
    private final Reports reports;
    private final SignReport signReport;
    private final Batches batches;
    private final Session session;
    private final JdbcClient jdbc;
    private final EngineJobs jobs;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final TransactionTemplate transaction;

    FrozenWave(
            ReleasedRecords world,
            SubmitClass submitClass,
            CutOffProcesses cutOffs,
            Reports reports,
            SignReport signReport,
            Batches batches,
            Session session,
            JdbcClient jdbc,
            EngineJobs jobs,
            RuntimeService runtime,
            ManagementService management,
            TransactionTemplate transaction) {
        this.world = world;
        this.submitClass = submitClass;
        this.cutOffs = cutOffs;
        this.reports = reports;
        this.signReport = signReport;
        this.batches = batches;
        this.session = session;
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.runtime = runtime;
        this.management = management;
        this.transaction = transaction;
    }

    /** Records of pupils with these names, accepted and confirmed. */
    List<String> accepted(School school, String... names) {
        List<String> records = world.released(school, names);
        jobs.run(
                session.as(school.clerk(), () -> submitClass.submit(school.classId(), Entered.pin(PIN.toCharArray()))));
        jdbc.sql("update registered_record set programme_completed = true where year_record_id in (:ids)")
                .param("ids", records)
                .update();
        CountedAnew.of(jdbc);
        return records;
    }

    /** Runs {@code cut-off.bpmn} until it waits for the second wave. */
    void cutOff(School school) {
        String key = school.province().id() + ":" + YEAR;
        transaction.executeWithoutResult(status -> cutOffs.start(key));
        management.executeJob(timer(key).getId());
        while (timer(key) == null) {
            jobs.step(key);
        }
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

    private Job timer(String key) {
        return management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("cutOff")
                        .processInstanceBusinessKey(key)
                        .singleResult()
                        .getId())
                .timers()
                .singleResult();
    }
}
