package vn.hocba.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocba.fixture.ReleasedRecords.YEAR;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.audit.AuditLog;
import vn.hocba.desk.teacher.FinishSubject;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.lookup.FoundYear;
import vn.hocba.lookup.LookUp;
import vn.hocba.request.Evidence;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.RequestBoard;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Ids;
import vn.hocba.signing.session.Entered;
import vn.hocba.workflow.CountsCheck;

/** Two schools of one Sở, and what people and timers do in a transfer. */
@ReleasedRecordsTest
abstract class TransferWorld {

    static final String REASON = "Gia đình chuyển nơi ở, có đơn của cha mẹ";
    static final LocalDate BIRTH_DATE = LocalDate.of(2020, 9, 5);

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    RequestBoard board;

    @Autowired
    Session session;

    @Autowired
    FinishSubject finishSubject;

    @Autowired
    LookUp lookUp;

    @Autowired
    AuditLog audit;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Unit province;
    School from;
    School to;

    @BeforeEach
    void twoSchoolsOfOneProvince() {
        province = world.province();
        from = world.schoolBelow(province);
        to = world.schoolBelow(world.intermediate(province));
    }

    @AfterEach
    void theBoardsCountWhatThereIs() {
        CountsCheck.ofSchool(jdbc, from.unit().id());
        CountsCheck.ofSchool(jdbc, to.unit().id());
    }

    String commenting() {
        return enrolled(world.commenting(from, "Giàng Thị Mỷ"));
    }

    String enrolled(String record) {
        jdbc.sql(
                        "insert into enrolment (id, row_version, pupil_id, school_id, class_id, school_year, ordinal, status)"
                                + " select ?, 0, pupil_id, school_id, class_id, school_year, ordinal, 'STUDYING' from year_record where id = ?")
                .params(Ids.next(), record)
                .update();
        return record;
    }

    String ask(String record) {
        return life.take(
                from.clerk(), "transfer.ask", record, Map.of("school", to.unit().id(), "reason", REASON));
    }

    String askOut(String record) {
        return askOut(from.clerk(), record, "Trường Tiểu học Phố Xa", "Sở GDĐT tỉnh khác");
    }

    /** With the receiving school's acceptance on paper. */
    String askOut(CurrentUser who, String record, String school, String province) {
        Map<String, Object> entered =
                Map.of("school", school, "province", province, "number", "31/TN", "day", today(), "reason", REASON);
        return session.as(
                who,
                () -> board.take(
                        "transfer.ask-out",
                        record,
                        new Input(
                                entered,
                                List.of(new Evidence("giay-tiep-nhan.pdf", new byte[] {1})),
                                Entered.nothing())));
    }

    void accept(String request) {
        life.take(to.principal(), "transfer.accept", request, Map.of("class", to.classId()));
    }

    void release(String request, LocalDate day) {
        life.handOver(from, request, day);
    }

    /** Asked, accepted and released for today. */
    String released(String record) {
        String request = ask(record);
        accept(request);
        release(request, today());
        return request;
    }

    String moved(String record) {
        String request = released(record);
        fire(request, "timer_move");
        return request;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The timer of a request at an element. */
    Job timer(String request, String element) {
        Job timer = management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(request)
                        .singleResult()
                        .getId())
                .activityId(element)
                .singleResult();
        assertThat(timer).as(element).isNotNull();
        return timer;
    }

    void fire(String request, String element) {
        management.executeJob(timer(request, element).getId());
    }

    void finish(School school, String subject) {
        session.run(school.homeroom(), () -> assertThat(
                        finishSubject.finish(school.classId(), subject).incomplete())
                .isEmpty());
    }

    String schoolOf(String record) {
        return jdbc.sql("select school_id from year_record where id = ?")
                .param(record)
                .query(String.class)
                .single();
    }

    List<String> openAssignees(String record) {
        return jdbc.sql("select distinct assignee_id from work_item where year_record_id = ? and state = 'OPEN'")
                .param(record)
                .query(String.class)
                .list();
    }

    /** «code STATUS» of each enrolment of the pupil of a record. */
    List<String> enrolments(String record) {
        return jdbc.sql("select concat(u.code, ' ', e.status) from enrolment e join org_unit u on u.id = e.school_id"
                        + " where e.pupil_id = (select pupil_id from year_record where id = ?)")
                .param(record)
                .query(String.class)
                .list();
    }

    List<String> offers(CurrentUser who, String record) {
        return session.as(who, () -> board.offers(record)).stream()
                .map(Offer::name)
                .filter(name -> name.startsWith("transfer."))
                .toList();
    }

    String obstacle(CurrentUser who, String record, String offer) {
        return session.as(who, () -> board.offers(record)).stream()
                .filter(candidate -> candidate.name().equals(offer))
                .findFirst()
                .orElseThrow()
                .obstacle()
                .getMessage();
    }

    RequestBoard.Page page(CurrentUser who, String request) {
        return session.as(who, () -> board.page(request));
    }

    String lookUpCode(String record) {
        return jdbc.sql(
                        "select l.lookup_code from school_record l join year_record r on r.school_record_id = l.id where r.id = ?")
                .param(record)
                .query(String.class)
                .single();
    }

    List<FoundYear> lookUp(String record) {
        return lookUp.find(lookUpCode(record), "05/09/2020", "192.0.2.7");
    }

    int year() {
        return YEAR;
    }
}
