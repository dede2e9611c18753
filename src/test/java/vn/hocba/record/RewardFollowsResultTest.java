package vn.hocba.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.ClassFixture;
import vn.hocba.ClassFixture.Opened;
import vn.hocba.desk.ReturnRecords;
import vn.hocba.desk.teacher.ConfirmRewards;
import vn.hocba.desk.teacher.FinishSubject;
import vn.hocba.desk.teacher.SignHomeroom;
import vn.hocba.document.PacketFormat;
import vn.hocba.fixture.PartCells;
import vn.hocba.fixture.Worlds;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.signing.session.Entered;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.Step;

/** The reward from the proposal until it is signed, and back when the result falls. */
@SpringBootTest
@ActiveProfiles("test")
@Import(Worlds.class)
class RewardFollowsResultTest {

    private static final String EXCELLENT = "Học sinh Xuất sắc";
    private static final String EXEMPLARY = "Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện";

    @Autowired
    ClassFixture fixture;

    @Autowired
    ClassSheets sheets;

    @Autowired
    EnterMarks enterMarks;

    @Autowired
    FinishSubject finishSubject;

    @Autowired
    ConfirmRewards confirmRewards;

    @Autowired
    SignHomeroom signHomeroom;

    @Autowired
    ReturnRecords returning;

    @Autowired
    PacketStore packets;

    @Autowired
    PacketFormat format;

    @Autowired
    Batches batches;

    @Autowired
    YearRecords records;

    @Autowired
    Snapshots snapshots;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Opened opened;
    private String id;

    private void aClassThatIsSummedUp() {
        opened = fixture.open(1, 1);
        id = opened.records().get(0);
        fixture.certify(opened);
        fixture.finishAll(opened);
        fixture.sumUp(opened);
    }

    private <T> T as(CurrentUser user, Supplier<T> action) {
        return session.as(user, action);
    }

    private Entry.Outcome enter(String part, String field, String text) {
        return as(opened.homeroom(), () -> enterMarks.enter(part, List.of(new Entry(id, field, text, null))))
                .get(0);
    }

    private ClassSheets.HomeroomRow row() {
        return as(opened.homeroom(), () -> sheets.homeroom(opened.classId())).get(0);
    }

    private String stored(String column) {
        return jdbc.sql("select " + column + " from year_record where id = ?")
                .param(id)
                .query((found, n) -> String.valueOf(found.getString(1)))
                .single();
    }

    private Batches.Progress signed() {
        String batch = as(
                opened.homeroom(),
                () -> signHomeroom.start(opened.classId(), List.of(), Entered.pin(ClassFixture.PIN.toCharArray())));
        Awaitility.await()
                .until(() ->
                        as(opened.homeroom(), () -> batches.progress(batch)).state() != BatchState.RUNNING);
        return as(opened.homeroom(), () -> batches.progress(batch));
    }

    private void markFallsTo(int mark) {
        fixture.sendBack(opened, id, "TOAN", "Nhầm cột điểm.");
        assertThat(enter("TOAN", "mark", Integer.toString(mark)).accepted()).isTrue();
        as(opened.homeroom(), () -> finishSubject.finish(opened.classId(), "TOAN"));
    }

    @Test
    void aProposalIsNeverWrittenBySigningButWaitsForAWord() {
        aClassThatIsSummedUp();
        enter(EnterMarks.HOMEROOM, "reward", "");

        assertThat(row().oddities()).startsWith(new Oddity.RewardProposed(EXCELLENT));
        assertThat(row().missing()).singleElement().asString().contains("xác nhận đề nghị khen thưởng", EXCELLENT);
        assertThat(signed().remarks()).singleElement().satisfies(remark -> assertThat(remark.reason())
                .contains("xác nhận đề nghị khen thưởng"));
        assertThat(stored("reward")).isEqualTo("null");

        assertThat(as(opened.homeroom(), () -> confirmRewards.inClass(opened.classId())))
                .singleElement()
                .matches(Entry.Outcome::accepted);
        assertThat(signed().isComplete()).isTrue();
        assertThat(stored("reward")).isEqualTo(EXCELLENT);
    }

    @Test
    void aProposalThatWasDeclinedIsSignedWithoutReward() {
        aClassThatIsSummedUp();

        assertThat(enter(EnterMarks.HOMEROOM, "reward", "không"))
                .extracting(Entry.Outcome::accepted, Entry.Outcome::stored)
                .containsExactly(true, "Không");
        assertThat(row().cells()).containsEntry("reward", "Không");
        assertThat(row().missing()).isEmpty();
        assertThat(signed().isComplete()).isTrue();
        assertThat(stored("reward")).isEqualTo("null");
    }

    @Test
    void aTitleIsTakenBackWithANoteWhenTheResultFallsAfterAReturn() {
        aClassThatIsSummedUp();
        assertThat(row().cells()).containsEntry("reward", EXCELLENT);

        markFallsTo(8);

        assertThat(row().assessment().result()).isEqualTo("GOOD");
        assertThat(row().cells()).doesNotContainKey("reward");
        assertThat(row().oddities()).startsWith(new Oddity.RewardTakenBack(EXCELLENT, "Hoàn thành tốt"));
        assertThat(jdbc.sql("select count(*) from audit_event where subject = ? and action = 'reward.taken-back'")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(enter(EnterMarks.HOMEROOM, "reward", "HS tiêu biểu").stored())
                .isEqualTo(EXEMPLARY);
        assertThat(enter(EnterMarks.HOMEROOM, "rewardGround", "Vượt trội môn Toán, được lớp bình chọn.")
                        .accepted())
                .isTrue();
        assertThat(signed().isComplete()).isTrue();
        assertThat(stored("reward")).isEqualTo(EXEMPLARY);
        assertThat(stored("reward_taken_back")).isEqualTo("null");
    }

    @Test
    void theNoteOfATitleThatWasTakenBackGoesWithTheSignature() {
        aClassThatIsSummedUp();
        markFallsTo(8);

        assertThat(signed().isComplete()).isTrue();
        assertThat(stored("reward")).isEqualTo("null");
        assertThat(stored("reward_taken_back")).isEqualTo("null");
        assertThat(stored("overall_result")).isEqualTo("GOOD");
    }

    @Test
    void whoCompletedAndNoLongerDoesIsNotPromotedByTheFormerSignature() {
        aClassThatIsSummedUp();
        assertThat(signed().isComplete()).isTrue();
        assertThat(packet().promoted()).isTrue();
        String batch = as(
                opened.principal(),
                () -> returning.start(
                        opened.classId(),
                        List.of(id),
                        new ReturnRecords.Instruction(
                                Step.PRINCIPAL, Step.COMMENTS, Set.of("TOAN"), "Nhầm cột điểm Toán.")));
        Awaitility.await()
                .until(() ->
                        as(opened.principal(), () -> batches.progress(batch)).state() != BatchState.RUNNING);
        enter("TOAN", "mark", "4");
        as(opened.homeroom(), () -> finishSubject.finish(opened.classId(), "TOAN"));
        assertThat(signed().isComplete()).isTrue();

        assertThat(packet().result()).isEqualTo("NOT_COMPLETED");
        assertThat(packet().completed()).isFalse();
        assertThat(packet().promoted()).isNull();
        assertThat(packet().reward()).isNull();
        assertThat(stored("promoted")).isEqualTo("null");
    }

    private RecordSnapshot.Conclusion packet() {
        return new TransactionTemplate(transactions)
                .execute(status -> format.read(packets.current(id)).conclusion());
    }

    @Test
    void aQualityThatFallsTakesTheTitleBackInTheSameSheet() {
        aClassThatIsSummedUp();

        enter(EnterMarks.HOMEROOM, "PC1", "Đ");

        assertThat(row().cells()).doesNotContainKey("reward");
        assertThat(row().oddities()).contains(new Oddity.RewardTakenBack(EXCELLENT, "Hoàn thành"));
    }

    @Test
    void aTitleForSomebodyElseIsRefusedWhereItIsTypedAndKeepsItsReason() {
        aClassThatIsSummedUp();
        markFallsTo(4);

        Entry.Outcome outcome = enter(EnterMarks.HOMEROOM, "reward", "Học sinh xuất sắc");

        assertThat(outcome.accepted()).isFalse();
        assertThat(outcome.reason()).contains("chỉ dành cho", "Hoàn thành xuất sắc", "Chưa hoàn thành");
        assertThat(row().refused().get("reward").reason()).isEqualTo(outcome.reason());
        assertThat(row().missing()).contains("còn ô chưa đúng");
        assertThat(stored("reward")).isEqualTo("null");
        assertThat(enter(EnterMarks.HOMEROOM, "reward", "Giải nhất cờ vua").accepted())
                .isTrue();
        assertThat(row().missing()).isEmpty();
    }

    @Test
    void aContradictionThatIsThereAlreadyCannotBeSigned() {
        aClassThatIsSummedUp();
        markFallsTo(8);
        jdbc.sql("update year_record set reward = ? where id = ?")
                .params(EXCELLENT, id)
                .update();

        assertThat(row().oddities())
                .contains(new Oddity.TitleAgainstResult(EXCELLENT, EXCELLENT, "Hoàn thành xuất sắc", "Hoàn thành tốt"));
        assertThat(signed().remarks()).singleElement().satisfies(remark -> assertThat(remark.reason())
                .contains("bỏ danh hiệu «Học sinh Xuất sắc» vì kết quả là «Hoàn thành tốt»"));
    }

    @Test
    void aRecordWithoutAnyAssessedSubjectHasNoResultAnywhereAndIsNotSigned() {
        opened = fixture.open(1, 1);
        id = opened.records().get(0);
        fixture.certify(opened);
        fixture.finishAll(opened);
        fixture.subjectCodes(opened).forEach(code -> PartCells.put(jdbc, id, code, Map.of("level", "M", "mark", "")));
        fixture.sumUp(opened);

        assertThat(row().assessment().result()).isNull();
        assertThat(row().oddities()).contains(new Oddity.NothingAssessed());
        assertThat(row().missing()).singleElement().asString().contains("miễn tất cả", "trả về môn");
        RecordSnapshot content = new TransactionTemplate(transactions).execute(status -> snapshots.of(records.get(id)));
        assertThat(content.conclusion().result()).isNull();
        assertThat(content.conclusion().reward()).isNull();
        assertThat(signed().remarks()).singleElement().satisfies(remark -> assertThat(remark.reason())
                .contains("không có kết quả giáo dục để ký"));
        assertThat(stored("state")).isEqualTo("HOMEROOM");
    }
}
