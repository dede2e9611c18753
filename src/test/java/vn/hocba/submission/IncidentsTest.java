package vn.hocba.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.signing.session.Entered;
import vn.hocba.submission.Incidents.Incident;
import vn.hocba.submission.Submissions.Sent;
import vn.hocba.submission.UnreliableProvince.Mood;
import vn.hocba.workflow.EngineJobs;

/** Who sees that submissions do not get through, and how they do in the end. */
@ReleasedRecordsTest
class IncidentsTest {

    private static final List<Duration> BACK_OFF = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(12));

    @Autowired
    Incidents incidents;

    @Autowired
    SubmitClass submitClass;

    @Autowired
    SendPackageAgain sendAgain;

    @Autowired
    Submissions submissions;

    @Autowired
    UnreliableProvince gateway;

    @Autowired
    EngineJobs jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Session session;

    @Autowired
    ReleasedRecords world;

    @Autowired
    JdbcClient jdbc;

    private Unit province;
    private Unit commune;
    private School school;
    private CurrentUser official;

    @BeforeEach
    void aSchoolOfACommune() {
        province = world.province();
        commune = world.intermediate(province);
        school = world.schoolBelow(commune);
        official = world.official(province, Role.PROVINCE);
    }

    @AfterEach
    void theProvinceAnswersAgain() {
        gateway.mood = Mood.ANSWERS;
    }

    @Test
    void anOutageShowsHowManyRecordsWaitSinceWhenWhyAndUntilTheNextAttempt() {
        world.released(school, "Lò Thị Mai", "Giàng A Sử");
        submitDuringOutage();
        world.released(school, "Vàng Thị Pà");
        submitDuringOutage();

        assertThat(seenBy(official)).singleElement().satisfies(incident -> {
            assertThat(incident.schoolName()).isEqualTo(school.unit().name());
            assertThat(incident.packages()).isEqualTo(2);
            assertThat(incident.records()).isEqualTo(3);
            assertThat(incident.exhausted()).isZero();
            assertThat(incident.since()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
            assertThat(incident.errors()).singleElement().asString().startsWith("Chưa kết nối được");
            assertThat(incident.next().words()).startsWith("Hệ thống tự thử lại lúc");
        });
    }

    @Test
    void attemptsComeLessAndLessOftenUntilOnlyAPersonCanGoOn() {
        world.released(school, "Lò Thị Mai");
        String packageId = submit();
        gateway.mood = Mood.CANNOT_BE_REACHED;

        for (Duration pause : BACK_OFF) {
            Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            fail(packageId);
            assertThat(onlyIncident().next().at())
                    .isBetween(before.plus(pause), Instant.now().plus(pause));
            assertThat(engineIncidents(packageId)).isZero();
        }
        fail(packageId);

        assertThat(engineIncidents(packageId)).isEqualTo(1);
        assertThat(onlyIncident().exhausted()).isEqualTo(1);
        assertThat(onlyIncident().next().words()).startsWith("Đã hết lượt tự gửi");
        assertThat(sent().attempts()).isEqualTo(BACK_OFF.size() + 1);
    }

    @Test
    void whatIsSentAgainAfterTheLastAttemptIsDeliveredAndGoneFromTheList() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        String packageId = submit();
        exhaust(packageId);
        String process = processOf(packageId);

        sendAgain(packageId);
        fail(packageId);
        assertThat(onlyIncident().exhausted()).isEqualTo(1);
        gateway.mood = Mood.ANSWERS;
        sendAgain(packageId);
        assertThat(onlyIncident().next().words()).isEqualTo("Hệ thống đang thử lại.");
        jobs.run(packageId);

        assertThat(state(record)).isEqualTo("ACCEPTED");
        assertThat(seenBy(official)).isEmpty();
        assertThat(runtime.createIncidentQuery().processInstanceId(process).count())
                .isZero();
        assertThat(sent()).satisfies(pack -> {
            assertThat(pack.state()).isEqualTo(PackageState.DELIVERED);
            assertThat(pack.failedSince()).isNull();
            assertThat(pack.next()).isNull();
        });
    }

    @Test
    void sendingAgainDuringTheOutageTakesNoneOfTheAttemptsThatAreLeft() {
        world.released(school, "Lò Thị Mai");
        String packageId = submit();
        gateway.mood = Mood.CANNOT_BE_REACHED;
        fail(packageId);
        assertThat(jobs.triesLeft(packageId)).isEqualTo(9);

        sendAgain(packageId);
        fail(packageId);

        assertThat(jobs.triesLeft(packageId)).isEqualTo(9);
    }

    @Test
    void afterALostAnswerAPackageIsTakenInOnceAndInPart() {
        List<String> records = world.released(school, "Lò Thị Mai", "Giàng A Sử");
        world.tamper(records.get(1));
        String packageId = submit();
        gateway.mood = Mood.ANSWERS_BUT_THE_ANSWER_IS_LOST;
        fail(packageId);
        assertThat(onlyIncident().records()).isEqualTo(2);

        gateway.mood = Mood.ANSWERS;
        jobs.run(packageId);

        assertThat(state(records.get(0))).isEqualTo("ACCEPTED");
        assertThat(state(records.get(1))).isEqualTo("HOMEROOM");
        assertThat(sent()).satisfies(pack -> {
            assertThat(pack.accepted()).isEqualTo(1);
            assertThat(pack.rejected()).isEqualTo(1);
        });
        assertThat(jdbc.sql("select count(*) from receipt where package_id = ?")
                        .param(packageId)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(seenBy(official)).isEmpty();
    }

    @Test
    void receiptsThatDoNotReachTheirRecordsAreAnIncidentOfTheRecordsStillWaiting() {
        List<String> records = world.released(school, "Lò Thị Mai", "Giàng A Sử");
        String packageId = submit();
        jobs.step(packageId);
        moveItem(packageId, records.get(0), "nowhere");
        for (int attempt = 0; attempt < 6; attempt++) {
            fail(packageId);
        }

        assertThat(onlyIncident()).satisfies(incident -> {
            assertThat(incident.records()).isEqualTo(1);
            assertThat(incident.exhausted()).isEqualTo(1);
            assertThat(incident.errors())
                    .containsExactly("Sở đã trả lời nhưng 1 biên nhận chưa chuyển được đến học bạ.");
        });
        assertThat(engineIncidents(packageId)).isEqualTo(1);

        moveItem(packageId, "nowhere", records.get(0));
        sendAgain(packageId);
        jobs.run(packageId);

        assertThat(records).allMatch(record -> state(record).equals("ACCEPTED"));
        assertThat(seenBy(official)).isEmpty();
    }

    @Test
    void theClerkSeesTheSameAtThePackageAndAtTheClass() {
        world.released(school, "Lò Thị Mai", "Giàng A Sử");
        submitDuringOutage();

        assertThat(sent().next()).isEqualTo(onlyIncident().next());
        assertThat(sent().failedSince()).isEqualTo(onlyIncident().since());
        assertThat(session.as(school.clerk(), incidents::recordsByClass))
                .hasSize(1)
                .containsEntry(school.classId(), 2);
    }

    @Test
    void everybodyAboveAndInTheSchoolSeesItAndNobodyBesideIt() {
        world.released(school, "Lò Thị Mai");
        submitDuringOutage();

        for (CurrentUser reader : List.of(
                official,
                world.official(commune, Role.SUPERVISOR),
                school.principal(),
                school.admin(),
                school.clerk())) {
            assertThat(seenBy(reader)).extracting(Incident::records).containsExactly(1);
            assertThat(session.as(reader, () -> incidents.ofSchool(school.unit().id())))
                    .hasSize(1);
        }
        School neighbour = world.schoolBelow(commune);
        for (CurrentUser other : List.of(
                world.official(world.province(), Role.PROVINCE),
                world.official(world.intermediate(province), Role.SUPERVISOR),
                neighbour.principal(),
                neighbour.clerk())) {
            assertThat(seenBy(other)).isEmpty();
            assertThatThrownBy(() -> session.as(
                            other, () -> incidents.ofSchool(school.unit().id())))
                    .isInstanceOf(Refused.class);
        }
        assertThat(session.as(neighbour.clerk(), incidents::recordsByClass)).isEmpty();
    }

    @Test
    void othersAreRefused() {
        assertThatThrownBy(() -> seenBy(school.homeroom())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> session.as(
                        school.homeroom(),
                        () -> incidents.ofSchool(school.unit().id())))
                .isInstanceOf(Refused.class);
        for (CurrentUser user : List.of(official, school.principal(), school.homeroom())) {
            assertThatThrownBy(() -> session.as(user, incidents::recordsByClass))
                    .isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> incidents.ofJurisdiction()).isInstanceOf(RuntimeException.class);
    }

    @Test
    void onlyTheClerkOfTheSchoolSendsAgain() {
        world.released(school, "Lò Thị Mai");
        String packageId = submitDuringOutage();

        for (CurrentUser user :
                List.of(official, school.principal(), world.schoolBelow(commune).clerk())) {
            assertThatThrownBy(() -> session.run(user, () -> sendAgain.send(packageId)))
                    .isInstanceOf(Refused.class);
        }
    }

    private String submit() {
        return session.as(
                school.clerk(),
                () -> submitClass.submit(school.classId(), Entered.pin(ReleasedRecords.PIN.toCharArray())));
    }

    private String submitDuringOutage() {
        String packageId = submit();
        gateway.mood = Mood.CANNOT_BE_REACHED;
        fail(packageId);
        return packageId;
    }

    private void exhaust(String packageId) {
        gateway.mood = Mood.CANNOT_BE_REACHED;
        for (int attempt = 0; attempt <= BACK_OFF.size(); attempt++) {
            fail(packageId);
        }
    }

    private void fail(String packageId) {
        assertThatThrownBy(() -> jobs.step(packageId)).isInstanceOf(RuntimeException.class);
    }

    private void sendAgain(String packageId) {
        session.run(school.clerk(), () -> sendAgain.send(packageId));
    }

    private List<Incident> seenBy(CurrentUser user) {
        return session.as(user, incidents::ofJurisdiction);
    }

    private Incident onlyIncident() {
        List<Incident> seen = seenBy(official);
        assertThat(seen).hasSize(1);
        return seen.get(0);
    }

    private Sent sent() {
        return session.as(school.clerk(), () -> submissions.ofYear(ReleasedRecords.YEAR))
                .get(0);
    }

    private long engineIncidents(String packageId) {
        return runtime.createIncidentQuery()
                .processInstanceId(processOf(packageId))
                .count();
    }

    private String processOf(String packageId) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(packageId)
                .singleResult()
                .getId();
    }

    private void moveItem(String packageId, String from, String to) {
        jdbc.sql("update submission_item set year_record_id = ? where package_id = ? and year_record_id = ?")
                .params(to, packageId, from)
                .update();
    }

    private String state(String record) {
        return jdbc.sql("select state from year_record where id = ?")
                .param(record)
                .query(String.class)
                .single();
    }
}
