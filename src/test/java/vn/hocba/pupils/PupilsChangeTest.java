package vn.hocba.pupils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.fixture.ReleasedRecords.YEAR;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.audit.AuditLog;
import vn.hocba.desk.admin.OpenSchoolYear;
import vn.hocba.desk.teacher.FinishSubject;
import vn.hocba.dossier.RecordPage;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.record.ClassSheets;
import vn.hocba.request.Offer;
import vn.hocba.request.RequestBoard;
import vn.hocba.school.EnrolmentStatus;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.CountsCheck;

/** What becomes of the record of a pupil who changes class, leaves the school and comes back: by its list, and by a person's word. */
@ReleasedRecordsTest
class PupilsChangeTest {

    private static final String REASON = "Xếp lại lớp theo quyết định số 5";

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    FollowList follow;

    @Autowired
    Batches batches;

    @Autowired
    RequestBoard board;

    @Autowired
    RecordPage pages;

    @Autowired
    ClassSheets sheets;

    @Autowired
    FinishSubject finishSubject;

    @Autowired
    OpenSchoolYear openYear;

    @Autowired
    Session session;

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private School school;
    private CurrentUser ofB;
    private String classB;

    @BeforeEach
    void aSchoolWithTwoClassesOfOneGrade() {
        school = world.school();
        ofB = world.teacher(school);
        classB = Ids.next();
        jdbc.sql("insert into school_class (id, row_version, school_id, school_year, name, grade, homeroom_staff_id)"
                        + " values (?, 0, ?, ?, '1B', 1, ?)")
                .params(classB, school.unit().id(), YEAR, ofB.staffId())
                .update();
        jdbc.sql("select subject_code from teaching_assignment where class_id = ?")
                .param(school.classId())
                .query(String.class)
                .list()
                .forEach(subject -> jdbc.sql(
                                "insert into teaching_assignment (id, row_version, class_id, subject_code, staff_id) values (?, 0, ?, ?, ?)")
                        .params(Ids.next(), classB, subject, ofB.staffId())
                        .update());
    }

    @AfterEach
    void theBoardsCountWhatThereIs() {
        CountsCheck.ofSchool(jdbc, school.unit().id());
    }

    @Test
    void openSubjectsGoToTheTeachersOfTheClassThatTheListNamesAndFinishedOnesStay() {
        String record = enrolled(world.commenting(school, "Giàng A Páo"));
        session.run(school.homeroom(), () -> finishSubject.finish(school.classId(), "TOAN"));
        list(record, classB, EnrolmentStatus.STUDYING);

        assertThat(session.as(
                        school.principal(), () -> follow.waiting(school.unit().id(), YEAR)))
                .singleElement()
                .satisfies(one -> assertThat(one.words()).isEqualTo("Chuyển từ lớp 1A sang lớp 1B."));
        assertThat(followed().done()).isOne();

        assertThat(life.state(record)).isEqualTo("COMMENTING");
        assertThat(classOf(record)).isEqualTo("1B");
        assertThat(life.open(record)).doesNotContain("COMMENTS/TOAN").contains("COMMENTS/TV");
        assertThat(assignees(record)).containsExactly(ofB.staffId());
        assertThat(teacherOf(record, "TOAN")).isEqualTo(school.homeroom().staffId());
        assertThat(page(record).content().className()).isEqualTo("1B");
        assertThat(session.as(ofB, () -> sheets.subject(classB, "TV"))).hasSize(1);
        assertThat(session.as(
                        school.principal(), () -> follow.waiting(school.unit().id(), YEAR)))
                .isEmpty();
        assertThat(audit.isIntact(record)).isTrue();
    }

    @Test
    void theHomeroomStepGoesToTheHomeroomTeacherOfTheNewClass() {
        String record = enrolled(world.commenting(school, "Giàng A Páo"));
        finishAll();
        assertThat(life.open(record)).containsExactly("HOMEROOM/-");
        list(record, classB, EnrolmentStatus.STUDYING);

        followed();

        assertThat(life.open(record)).containsExactly("HOMEROOM/-");
        assertThat(assignees(record)).containsExactly(ofB.staffId());
    }

    @Test
    void aSignedRecordThatIsNotIssuedComesBackToTheNewHomeroomTeacherBecauseTheFormNamesTheClass() {
        String record = enrolled(world.commenting(school, "Giàng A Páo"));
        world.toPrincipal(school, record);
        list(record, classB, EnrolmentStatus.STUDYING);

        followed();

        assertThat(life.open(record)).containsExactly("HOMEROOM/-");
        assertThat(assignees(record)).containsExactly(ofB.staffId());
        assertThat(life.versions(record)).containsExactly("VOID");
        assertThat(jdbc.sql("select return_reason from work_item where year_record_id = ? and state = 'OPEN'")
                        .param(record)
                        .query(String.class)
                        .single())
                .isEqualTo("Chuyển từ lớp 1A sang lớp 1B.");
    }

    @Test
    void whatTheSoHasAcceptedKeepsItsClassAndThePageSaysSo() {
        String record = life.accepted(school);
        list(record, classB, EnrolmentStatus.STUDYING);

        assertThatThrownBy(this::followed).isInstanceOf(Refused.class);

        assertThat(classOf(record)).isEqualTo("1A");
        assertThat(page(record).whereabouts().otherClass()).isEqualTo("1B");
        assertThat(page(record).content().className()).isEqualTo("1A");
    }

    @Test
    void nobodyLeavesForAReasonThatIsNotOffered() {
        String record = enrolled(world.commenting(school, "Giàng A Páo"));

        for (String status : List.of("STUDYING", "", "LEFT")) {
            assertThatThrownBy(() ->
                            life.take(school.admin(), "pupils.leave", record, Map.of("status", status, "day", today())))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.key()).isEqualTo("pupils.reason.unknown"));
        }
        assertThat(life.state(record)).isEqualTo("COMMENTING");
    }

    @Test
    void aPersonMovesAPupilAndListAndRecordSayTheSame() {
        String record = enrolled(world.commenting(school, "Giàng A Páo"));

        life.take(
                school.admin(),
                "pupils.change-class",
                record,
                Map.of("class", classB, "day", today(), "reason", REASON));

        assertThat(classOf(record)).isEqualTo("1B");
        assertThat(assignees(record)).containsExactly(ofB.staffId());
        assertThat(enrolments(record)).containsExactly("1B STUDYING");
        assertThat(jdbc.sql("select count(*) from imported_mark where class_id = ?")
                        .param(classB)
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @ParameterizedTest
    @EnumSource(
            value = EnrolmentStatus.class,
            names = {"QUIT", "SUSPENDED", "DECEASED", "MOVED_AWAY"})
    void whoDoesNotStudyByTheListHasNoOpenRecordAndNobodyIsAskedForIt(EnrolmentStatus gone) {
        String record = enrolled(world.commenting(school, "Giàng A Páo"));
        String stays = enrolled(world.commenting(school, "Lò Thị Mai"));
        list(record, school.classId(), gone);

        followed();

        assertThat(life.state(record)).isEqualTo("LEFT");
        assertThat(life.open(record)).isEmpty();
        assertThat(life.state(stays)).isEqualTo("COMMENTING");
        assertThat(session.as(school.homeroom(), () -> sheets.subject(school.classId(), "TOAN")))
                .extracting(ClassSheets.SubjectRow::recordId)
                .containsExactly(stays);
        assertThat(session.as(school.homeroom(), () -> sheets.homeroom(school.classId())))
                .hasSize(1);
        assertThat(page(record).whereabouts().leave().reason()).isEqualTo(gone);
        assertThat(page(record).place().current()).isEmpty();
        assertThat(session.as(school.clerk(), () -> board.offers(record)).stream()
                        .filter(offer -> offer.name().equals("transfer.ask-out"))
                        .allMatch(Offer::isPossible))
                .isEqualTo(gone != EnrolmentStatus.DECEASED);
        assertThat(session.as(
                        school.admin(), () -> openYear.readiness(school.unit().id(), YEAR)))
                .filteredOn(info -> info.className().equals("1A"))
                .singleElement()
                .satisfies(info ->
                        assertThat(List.of(info.studying(), info.open())).containsExactly(1, 1));
    }

    @Test
    void whoIsBackInTheSameYearGoesOnWithTheSameRecordAndWhatWasEntered() {
        String record = enrolled(world.commenting(school, "Giàng A Páo"));
        session.run(school.homeroom(), () -> finishSubject.finish(school.classId(), "TOAN"));
        life.take(
                school.principal(),
                "pupils.leave",
                record,
                Map.of("status", "SUSPENDED", "day", today(), "decision", "12/QĐ-TH", "note", "Em chữa bệnh dài ngày"));
        assertThat(enrolments(record)).containsExactly("1A SUSPENDED");
        assertThat(page(record).whereabouts().leave().decisionNo()).isEqualTo("12/QĐ-TH");
        String code = page(record).content().lookupCode();

        life.take(school.admin(), "pupils.return", record, Map.of("class", classB, "day", today()));

        assertThat(life.state(record)).isEqualTo("COMMENTING");
        assertThat(classOf(record)).isEqualTo("1B");
        assertThat(assignees(record)).containsExactly(ofB.staffId());
        assertThat(life.open(record)).doesNotContain("COMMENTS/TOAN");
        assertThat(life.mark(record, "TOAN")).isEqualTo("9");
        assertThat(page(record).whereabouts().leave()).isNull();
        assertThat(page(record).place().current()).containsExactly("userTask_comments");
        assertThat(page(record).content().lookupCode()).isEqualTo(code);
        assertThat(enrolments(record)).contains("1B STUDYING");
        assertThat(audit.isIntact(record)).isTrue();
    }

    @Test
    void aDeathThatWasWrittenDownByMistakeIsTakenBackInItsOwnWords() {
        String record = enrolled(world.commenting(school, "Giàng A Páo"));
        life.take(school.admin(), "pupils.leave", record, Map.of("status", "DECEASED", "day", today()));

        assertThat(offers(school.admin(), record)).containsExactly("pupils.mistaken");
        life.take(school.admin(), "pupils.mistaken", record, Map.of("class", school.classId(), "day", today()));

        assertThat(life.state(record)).isEqualTo("COMMENTING");
        assertThat(enrolments(record)).containsExactly("1A STUDYING");
    }

    @Test
    void whoIsBackByTheListGoesOnWhereEverythingWasFinished() {
        String record = enrolled(world.commenting(school, "Giàng A Páo"));
        finishAll();
        list(record, school.classId(), EnrolmentStatus.QUIT);
        followed();
        list(record, school.classId(), EnrolmentStatus.STUDYING);

        followed();

        assertThat(life.open(record)).containsExactly("HOMEROOM/-");
        world.resign(school, record);
        life.submit(school);
        assertThat(life.state(record)).isEqualTo("ACCEPTED");
    }

    @Test
    void aVersionThatWasToReplaceTheAcceptedOneIsGivenUpAndTheCorrectionEndsWithTheReason() {
        String record = life.accepted(school);
        String correction = life.askCorrection(school, record, "TOAN");
        life.approveCorrection(school, correction);
        assertThat(life.state(record)).isEqualTo("COMMENTING");

        life.take(school.admin(), "pupils.leave", record, Map.of("status", "DECEASED", "day", today()));

        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        assertThat(life.request(correction)).isEqualTo("CANCELLED");
        assertThat(life.outcome(correction)).isEqualTo("Học sinh đã từ trần.");
        assertThat(life.open(record)).isEmpty();
    }

    @Test
    void aRecordThatIsWithTheSoWaitsForItsAnswer() {
        String record = enrolled(world.released(school, "Giàng A Páo").get(0));
        life.send(school);
        list(record, school.classId(), EnrolmentStatus.QUIT);

        assertThatThrownBy(this::followed).isInstanceOf(Refused.class);

        assertThat(life.state(record)).isEqualTo("SUBMITTED");
        assertThat(offers(school.admin(), record)).isEmpty();
    }

    @Test
    void aSuspensionNeedsADecisionAndNothingIsSetDownThatHasNotHappenedYet() {
        String record = enrolled(world.commenting(school, "Giàng A Páo"));

        assertThatThrownBy(() -> life.take(
                        school.admin(), "pupils.leave", record, Map.of("status", "SUSPENDED", "day", today())))
                .hasMessageContaining("số quyết định");
        assertThatThrownBy(() -> life.take(
                        school.admin(), "pupils.leave", record, Map.of("status", "QUIT", "day", today().plusDays(1))))
                .hasMessageContaining("sau hôm nay");
        assertThat(life.state(record)).isEqualTo("COMMENTING");
    }

    @Test
    void onlyTheAdminAndThePrincipalOfTheSchoolDecide() {
        String record = enrolled(world.commenting(school, "Giàng A Páo"));
        School other = world.schoolBelow(school.province());

        for (CurrentUser who : List.of(
                school.homeroom(),
                school.clerk(),
                school.official(),
                other.admin(),
                other.principal(),
                world.official(school.province(), Role.SUPERVISOR))) {
            assertThat(offers(who, record))
                    .as(who.title())
                    .isSubsetOf(
                            who == school.clerk()
                                    ? List.of("pupils.arrival", "pupils.register", "pupils.study")
                                    : List.of());
            assertThatThrownBy(() -> life.take(who, "pupils.leave", record, Map.of("status", "QUIT", "day", today())))
                    .as(who.title())
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.kind())
                            .isEqualTo(
                                    who.unitId().equals(school.unit().id()) || who.equals(school.official())
                                            ? Refused.Kind.NOT_ALLOWED
                                            : Refused.Kind.NOT_FOUND));
        }
        assertThatThrownBy(() -> session.as(
                        school.clerk(), () -> follow.start(school.unit().id(), YEAR)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> session.as(
                        other.admin(), () -> follow.waiting(school.unit().id(), YEAR)))
                .isInstanceOf(Refused.class);
        assertThat(offers(school.principal(), record))
                .containsExactly("pupils.change-class", "pupils.leave", "pupils.arrival");
    }

    private Batches.Progress followed() {
        return session.as(school.admin(), () -> {
            String batch = follow.start(school.unit().id(), YEAR);
            return Awaitility.await()
                    .until(
                            () -> session.as(school.admin(), () -> batches.progress(batch)),
                            progress -> progress.state() != BatchState.RUNNING);
        });
    }

    private String enrolled(String record) {
        jdbc.sql(
                        "insert into enrolment (id, row_version, pupil_id, school_id, class_id, school_year, ordinal, status)"
                                + " select ?, 0, pupil_id, school_id, class_id, school_year, ordinal, 'STUDYING' from year_record where id = ?")
                .params(Ids.next(), record)
                .update();
        return record;
    }

    private void list(String record, String classId, EnrolmentStatus status) {
        jdbc.sql(
                        "update enrolment set class_id = ?, status = ? where pupil_id = (select pupil_id from year_record where id = ?)")
                .params(classId, status.name(), record)
                .update();
    }

    private void finishAll() {
        jdbc.sql("select subject_code from teaching_assignment where class_id = ?")
                .param(school.classId())
                .query(String.class)
                .list()
                .forEach(subject ->
                        session.run(school.homeroom(), () -> finishSubject.finish(school.classId(), subject)));
    }

    private List<String> offers(CurrentUser who, String record) {
        return session.as(who, () -> board.offers(record)).stream()
                .map(Offer::name)
                .filter(name -> name.startsWith("pupils."))
                .toList();
    }

    private RecordPage.Page page(String record) {
        return session.as(school.principal(), () -> pages.of(record));
    }

    private String classOf(String record) {
        return jdbc.sql("select c.name from year_record r join school_class c on c.id = r.class_id where r.id = ?")
                .param(record)
                .query(String.class)
                .single();
    }

    private String teacherOf(String record, String subject) {
        return jdbc.sql("select staff_id from record_part where year_record_id = ? and code = ?")
                .params(record, subject)
                .query(String.class)
                .single();
    }

    private List<String> assignees(String record) {
        return jdbc.sql("select distinct assignee_id from work_item where year_record_id = ? and state = 'OPEN'")
                .param(record)
                .query(String.class)
                .list();
    }

    private List<String> enrolments(String record) {
        return jdbc.sql("select concat(c.name, ' ', e.status) from enrolment e join school_class c on c.id = e.class_id"
                        + " where e.pupil_id = (select pupil_id from year_record where id = ?) order by 1")
                .param(record)
                .query(String.class)
                .list();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
