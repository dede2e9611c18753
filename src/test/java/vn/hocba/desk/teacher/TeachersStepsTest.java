package vn.hocba.desk.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.ClassFixture;
import vn.hocba.ClassFixture.Opened;
import vn.hocba.desk.ReturnRecords;
import vn.hocba.desk.ReturnRecords.Instruction;
import vn.hocba.fixture.PartCells;
import vn.hocba.fixture.Worlds;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.record.ClassSheets;
import vn.hocba.record.EnterMarks;
import vn.hocba.record.Entry;
import vn.hocba.record.RecordState;
import vn.hocba.shared.Refused;
import vn.hocba.signing.session.Entered;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.Inbox;
import vn.hocba.workflow.Step;

@SpringBootTest
@ActiveProfiles("test")
@Import(Worlds.class)
class TeachersStepsTest {

    private static final String REASON = "Nhận xét chưa khớp với mức đạt được.";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ClassFixture fixture;

    @Autowired
    FinishSubject finishSubject;

    @Autowired
    SignRows signRows;

    @Autowired
    ReturnRecords returnRecords;

    @Autowired
    EnterMarks enterMarks;

    @Autowired
    ClassSheets sheets;

    @Autowired
    Inbox inbox;

    @Autowired
    Batches batches;

    @Autowired
    Session session;

    @Test
    void whereRowsAreNotSignedTheyAreFinished() {
        Opened opened = fixture.open(1, 1);
        session.run(opened.homeroom(), () -> {
            assertThat(signRows.isAsked(opened.classId(), "TOAN")).isFalse();
            assertThatThrownBy(() -> signRows.start(
                            "TOAN",
                            List.of(opened.classId()),
                            opened.records(),
                            Entered.pin(ClassFixture.PIN.toCharArray())))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Hoàn tất");
        });
    }

    private FinishSubject.Outcome finish(CurrentUser user, Opened opened, String subject) {
        return session.as(user, () -> finishSubject.finish(opened.classId(), subject));
    }

    private List<RecordState> states(Opened opened) {
        return session.as(opened.homeroom(), () -> sheets.homeroom(opened.classId())).stream()
                .map(ClassSheets.HomeroomRow::state)
                .toList();
    }

    private String start(CurrentUser user, Opened opened, List<String> records, Set<String> subjects, String reason) {
        Instruction instruction = new Instruction(Step.HOMEROOM, Step.COMMENTS, subjects, reason);
        return session.as(user, () -> returnRecords.start(opened.classId(), records, instruction));
    }

    private Batches.Progress sendBack(Opened opened, List<String> records, Set<String> subjects) {
        String batch = start(opened.homeroom(), opened, records, subjects, REASON);
        return await().until(
                        () -> session.as(opened.homeroom(), () -> batches.progress(batch)),
                        progress -> progress.state() != BatchState.RUNNING);
    }

    @Test
    void finishingHandsOnCompleteRowsAndSaysWhatTheOthersLack() {
        Opened opened = fixture.open(4, 3);
        String first = opened.records().get(0);
        String second = opened.records().get(1);
        List<Entry> cells = List.of(
                new Entry(first, "level", "T", null),
                new Entry(first, "mark", "9", null),
                new Entry(first, "comment", "Tính nhẩm nhanh.", null),
                new Entry(second, "level", "H", null),
                new Entry(second, "mark", "12", null));
        session.run(opened.homeroom(), () -> enterMarks.enter("TOAN", cells));

        FinishSubject.Outcome outcome = finish(opened.homeroom(), opened, "TOAN");

        assertThat(outcome.finished()).isEqualTo(1);
        assertThat(outcome.incomplete())
                .extracting(FinishSubject.Incomplete::pupilName, FinishSubject.Incomplete::reason)
                .containsExactly(
                        tuple("Lò Thị Mai", "Chưa đủ: thiếu điểm KTĐK, thiếu nhận xét, còn ô chưa đúng."),
                        tuple("Vừ A Páo", "Chưa đủ: thiếu mức đạt được, thiếu điểm KTĐK, thiếu nhận xét."));
        assertThat(finish(opened.homeroom(), opened, "TOAN").finished()).isZero();
    }

    @Test
    void anExemptRowIsCompleteWithoutMarkAndComment() {
        Opened opened = fixture.open(4, 1);
        PartCells.put(jdbc, opened.records().get(0), "TOAN", Map.of("level", "M"));
        assertThat(finish(opened.homeroom(), opened, "TOAN").incomplete())
                .extracting(FinishSubject.Incomplete::reason)
                .singleElement()
                .asString()
                .as("nobody has granted it")
                .contains("chưa có quyết định miễn");
        PartCells.put(jdbc, opened.records().get(0), "TOAN", Map.of("exemptGround", "lý do sức khỏe"));

        assertThat(finish(opened.homeroom(), opened, "TOAN")).isEqualTo(new FinishSubject.Outcome(1, List.of()));
    }

    @Test
    void theLastSubjectSendsTheRecordToTheHomeroomTeacher() {
        Opened opened = fixture.open(1, 2);
        fixture.subjectCodes(opened).stream()
                .filter(code -> !code.equals(ClassFixture.SPECIALIST))
                .forEach(code -> fixture.finish(opened, code));
        assertThat(states(opened)).containsOnly(RecordState.COMMENTING);

        fixture.finish(opened, ClassFixture.SPECIALIST);

        assertThat(states(opened)).containsOnly(RecordState.HOMEROOM);
        assertThat(session.as(opened.homeroom(), inbox::groups))
                .extracting(Inbox.Group::step, Inbox.Group::open)
                .containsExactly(tuple(Step.HOMEROOM, 2));
    }

    @Test
    void aRowIsNotOpenedAgainOnceTheRecordHasGoneOn() {
        Opened opened = fixture.open(1, 1);
        fixture.finishAll(opened);
        String id = opened.records().get(0);

        assertThatThrownBy(() -> session.run(opened.homeroom(), () -> finishSubject.reopen(id, "TOAN")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Chờ chủ nhiệm tổng hợp và ký");
    }

    @Test
    void anotherTeacherFinishesAndOpensNothing() {
        Opened opened = fixture.open(1, 1);
        fixture.finish(opened, "TOAN");
        String id = opened.records().get(0);

        assertThatThrownBy(() -> finish(opened.stranger(), opened, "TOAN")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> session.run(opened.stranger(), () -> finishSubject.reopen(id, "TOAN")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("không được phân công");
    }

    @Test
    void aReturnReopensOnlyTheChosenSubjectsAndTheirTeachersSeeTheReasonFirst() {
        Opened opened = fixture.open(1, 2);
        fixture.finishAll(opened);

        Batches.Progress progress = sendBack(opened, opened.records().subList(0, 1), Set.of(ClassFixture.SPECIALIST));

        assertThat(progress.isComplete()).isTrue();
        assertThat(states(opened)).containsExactly(RecordState.COMMENTING, RecordState.HOMEROOM);
        assertThat(fixture.finished(opened, ClassFixture.SPECIALIST).values()).containsExactly(false, true);
        assertThat(fixture.finished(opened, "TOAN").values()).containsOnly(true);
        assertThat(session.as(opened.specialist(), inbox::returned))
                .extracting(Inbox.Returned::part, Inbox.Returned::reason, Inbox.Returned::by)
                .containsExactly(tuple(ClassFixture.SPECIALIST, REASON, "Nguyễn Thị Lan (Giáo viên)"));
    }

    @Test
    void aReturnedRecordComesBackWhenItsSubjectIsFinishedAgain() {
        Opened opened = fixture.open(1, 1);
        fixture.finishAll(opened);
        sendBack(opened, opened.records(), Set.of(ClassFixture.SPECIALIST));

        fixture.finish(opened, ClassFixture.SPECIALIST);

        assertThat(states(opened)).containsExactly(RecordState.HOMEROOM);
        assertThat(session.as(opened.specialist(), inbox::returned)).isEmpty();
    }

    @Test
    void aReturnWithoutReasonOrSubjectIsRefused() {
        Opened opened = fixture.open(1, 1);
        fixture.finishAll(opened);

        assertThatThrownBy(() -> start(opened.homeroom(), opened, opened.records(), Set.of("TOAN"), "Sai"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Hãy ghi rõ lý do");
        assertThatThrownBy(() -> start(opened.homeroom(), opened, opened.records(), Set.of("TOAN"), REASON + " 😀"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("«😀»");
        assertThatThrownBy(() -> start(opened.homeroom(), opened, opened.records(), Set.of(), REASON))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ít nhất một môn");
    }

    @Test
    void onlyTheHomeroomTeacherOfTheClassReturnsFromThatStep() {
        Opened opened = fixture.open(1, 1);
        fixture.finishAll(opened);

        assertThatThrownBy(() -> start(opened.specialist(), opened, opened.records(), Set.of("TOAN"), REASON))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("không phải giáo viên chủ nhiệm");
    }

    @Test
    void aRecordThatIsElsewhereFailsAloneWithItsReason() {
        Opened opened = fixture.open(1, 1);

        Batches.Progress progress = sendBack(opened, opened.records(), Set.of("TOAN"));

        assertThat(progress.failed()).isEqualTo(1);
        assertThat(progress.remarks().get(0).reason()).contains("Đang nhận xét môn học");
    }
}
