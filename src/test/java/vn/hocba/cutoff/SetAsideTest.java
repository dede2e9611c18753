package vn.hocba.cutoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.fixture.ReleasedRecords.YEAR;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.audit.AuditLog;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffBoard.SchoolLine;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.shared.Refused;
import vn.hocba.workflow.EngineJobs;

/** Records that cannot be frozen: the others are, the wave ends, and the Sở sees why. */
@ReleasedRecordsTest
class SetAsideTest {

    private static final int JOBS_UNTIL_THE_END = 20;

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    FreezeAgain again;

    @Autowired
    CutOffBoard board;

    @Autowired
    CutOffs cutOffs;

    @Autowired
    Session session;

    @Autowired
    AuditLog audit;

    @Autowired
    EngineJobs jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    private School school;
    private CutOffKey key;
    private String good;
    private String bad;

    @BeforeEach
    void twoAcceptedRecords() {
        school = world.school();
        key = new CutOffKey(school.province().id(), YEAR);
        good = life.accepted(school);
        bad = life.accepted(school);
        life.beginYear(school);
    }

    @Test
    void aRegisteredRecordOfWhichThereIsNoYearRecordHereIsSetAsideAndTheWaveEnds() {
        jdbc.sql("update registered_record set year_record_id = 'của-nơi-khác' where year_record_id = ?")
                .param(bad)
                .update();

        cutOff(Wave.FIRST);

        assertThat(life.state(good)).isEqualTo("FROZEN");
        assertThat(cutOffs.find(key, Wave.FIRST).orElseThrow().state()).isEqualTo(CutOffs.State.DONE);
        assertThat(lines(Wave.FIRST)).singleElement().satisfies(line -> {
            assertThat(line.cause())
                    .contains("hệ thống không có học bạ của trường")
                    .contains("Hãy");
            assertThat(line.schoolName()).isNotBlank();
            assertThat(line.pupilName()).isNull();
        });
    }

    @Test
    void aVersionThatIsNotTheSchoolsIsSetAsideAndNeitherSideChanges() {
        jdbc.sql("update year_record set version_no = 7 where id = ?")
                .param(bad)
                .update();

        cutOff(Wave.FIRST);

        assertThat(life.registered(bad)).containsExactly("ACCEPTED");
        assertThat(life.state(bad)).isEqualTo("ACCEPTED");
        assertThat(lines(Wave.FIRST)).singleElement().satisfies(line -> assertThat(line.cause())
                .contains("khác bản trường đang giữ"));
        assertThat(exceptions(Wave.FIRST)).extracting(SchoolLine::setAside).containsExactly(1);
    }

    @Test
    void oneRecordThatFailsIsSetAsideWithTheReasonAndTheOthersAreFrozen() {
        forgetProcess(bad);

        cutOff(Wave.FIRST);

        assertThat(life.state(good)).isEqualTo("FROZEN");
        assertThat(life.registered(bad)).containsExactly("ACCEPTED");
        assertThat(lines(Wave.FIRST)).singleElement().satisfies(line -> {
            assertThat(line.recordId()).isEqualTo(bad);
            assertThat(line.pupilName()).isEqualTo("Lò Thị Mai");
            assertThat(line.cause()).contains("không ở bước chờ chốt");
        });
        assertThat(exceptions(Wave.FIRST)).extracting(SchoolLine::setAside).containsExactly(1);
        assertThat(cutOffs.find(key, Wave.FIRST).orElseThrow().frozen()).isOne();
        assertThat(audit.isIntact(good)).isTrue();
    }

    @Test
    void whatTheFirstWaveSetAsideTheSecondTriesAgainByItself() {
        forgetProcess(bad);
        cutOff(Wave.FIRST);
        assertThat(seen(Wave.FIRST).mayTry()).isFalse();
        assertThatThrownBy(() -> tryAgain(school.official(), Wave.FIRST))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("đợt 2");
        waitForFreeze(bad);

        cutOff(Wave.SECOND);

        assertThat(life.state(bad)).isEqualTo("FROZEN");
        assertThat(lines(Wave.FIRST)).isEmpty();
        assertThat(lines(Wave.SECOND)).isEmpty();
    }

    @Test
    void whatBothWavesSetAsideStandsInTheLaterOneOnlyAndTheEarlierKeepsThatItWasLeftOut() {
        forgetProcess(bad);
        cutOff(Wave.FIRST);
        assertThat(lines(Wave.FIRST)).hasSize(1);

        cutOff(Wave.SECOND);

        assertThat(seen(Wave.FIRST)).isEqualTo(new FreezeAgain.Lines(0, List.of(), false));
        assertThat(lines(Wave.SECOND)).hasSize(1);
        assertThat(exceptions(Wave.FIRST)).extracting(SchoolLine::setAside).containsExactly(1);
    }

    @Test
    void theSoTriesOneAgainAfterTheRepairAndItLeavesTheList() {
        forgetProcess(bad);
        cutOff(Wave.FIRST);
        cutOff(Wave.SECOND);
        assertThat(tryAgain(school.official(), Wave.SECOND)).isFalse();
        assertThat(lines(Wave.SECOND)).hasSize(1);
        waitForFreeze(bad);

        assertThat(tryAgain(school.official(), Wave.SECOND)).isTrue();

        assertThat(life.state(bad)).isEqualTo("FROZEN");
        assertThat(life.registered(bad)).containsExactly("FROZEN");
        assertThat(lines(Wave.SECOND)).isEmpty();
        assertThat(exceptions(Wave.SECOND)).isEmpty();
        assertThat(audit.of(key.provinceId()))
                .extracting(AuditLog.Entry::action)
                .contains("cut-off.record-tried-again");
        assertThatThrownBy(() -> tryAgain(school.official(), Wave.SECOND)).isInstanceOf(Refused.class);
    }

    @Test
    void nobodyElseSeesOrTriesThem() {
        forgetProcess(bad);
        cutOff(Wave.FIRST);
        cutOff(Wave.SECOND);
        CurrentUser otherProvince = world.school().official();

        assertThat(session.as(otherProvince, () -> again.of(YEAR, Wave.SECOND)).lines())
                .isEmpty();
        for (CurrentUser stranger : List.of(otherProvince, school.principal(), school.clerk(), school.admin())) {
            assertThatThrownBy(() -> tryAgain(stranger, Wave.SECOND)).isInstanceOf(Refused.class);
        }
    }

    /** A chunk that fails is tried again by the engine, as in production; it has to come to an end. */
    private void cutOff(Wave wave) {
        management.executeJob(timers().get(0).getId());
        int left = JOBS_UNTIL_THE_END;
        while (process() != null && timers().isEmpty()) {
            assertThat(left--).as(wave + " ends").isPositive();
            try {
                jobs.step(key.toString());
            } catch (RuntimeException failed) {
                assertThat(jobs.triesLeft(key.toString())).isEqualTo(5);
            }
        }
    }

    private List<Job> timers() {
        return management
                .createJobQuery()
                .processInstanceId(process().getId())
                .timers()
                .list();
    }

    private ProcessInstance process() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("cutOff")
                .processInstanceBusinessKey(key.toString())
                .singleResult();
    }

    private void forgetProcess(String record) {
        runtime.deleteProcessInstance(life.process(record).getId(), "lost");
    }

    private void waitForFreeze(String record) {
        runtime.createProcessInstanceByKey("yearRecord")
                .businessKey(record)
                .startBeforeActivity("gateway_accepted")
                .execute();
    }

    private boolean tryAgain(CurrentUser who, Wave wave) {
        return session.as(who, () -> again.tryAgain(YEAR, wave, bad));
    }

    private FreezeAgain.Lines seen(Wave wave) {
        return session.as(school.official(), () -> again.of(YEAR, wave));
    }

    private List<FreezeAgain.Line> lines(Wave wave) {
        return seen(wave).lines();
    }

    private List<SchoolLine> exceptions(Wave wave) {
        return session.as(school.official(), () -> board.schools(YEAR, wave));
    }
}
