package vn.hocba.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.ClassFixture;
import vn.hocba.ClassFixture.Opened;
import vn.hocba.desk.teacher.FinishSubject;
import vn.hocba.fixture.PartCells;
import vn.hocba.fixture.Worlds;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;

@SpringBootTest
@ActiveProfiles("test")
@Import(Worlds.class)
class EnterMarksTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ClassFixture fixture;

    @Autowired
    EnterMarks enterMarks;

    @Autowired
    ClassSheets sheets;

    @Autowired
    FinishSubject finishSubject;

    @Autowired
    Session session;

    private Entry.Outcome enter(
            CurrentUser user, String part, String recordId, String field, String text, Long version) {
        return as(user, () -> enterMarks.enter(part, List.of(new Entry(recordId, field, text, version))))
                .get(0);
    }

    private Entry.Outcome enter(CurrentUser user, String part, String recordId, String field, String text) {
        return enter(user, part, recordId, field, text, null);
    }

    private <T> T as(CurrentUser user, Supplier<T> action) {
        return session.as(user, action);
    }

    private ClassSheets.SubjectRow row(Opened opened, String subject, int place) {
        return as(opened.homeroom(), () -> sheets.subject(opened.classId(), subject))
                .get(place);
    }

    private ClassSheets.HomeroomRow summary(Opened opened, int place) {
        return as(opened.homeroom(), () -> sheets.homeroom(opened.classId())).get(place);
    }

    @Test
    void aGoodValueIsStoredTheWayTheRegulationWritesIt() {
        Opened opened = fixture.open(4, 1);
        String id = opened.records().get(0);

        Entry.Outcome level = enter(opened.homeroom(), "TOAN", id, "level", " t ");
        Entry.Outcome mark = enter(opened.homeroom(), "TOAN", id, "mark", "09");

        assertThat(level)
                .extracting(Entry.Outcome::accepted, Entry.Outcome::stored)
                .containsExactly(true, "T");
        assertThat(mark)
                .extracting(Entry.Outcome::accepted, Entry.Outcome::stored)
                .containsExactly(true, "9");
        assertThat(row(opened, "TOAN", 0).cells()).containsEntry("level", "T").containsEntry("mark", "9");
    }

    @Test
    void aRefusedValueIsKeptWithItsReasonAndTheStoredOneStays() {
        Opened opened = fixture.open(4, 1);
        String id = opened.records().get(0);
        enter(opened.homeroom(), "TOAN", id, "mark", "8");

        Entry.Outcome refused = enter(opened.homeroom(), "TOAN", id, "mark", "7,5");

        assertThat(refused.accepted()).isFalse();
        assertThat(refused.reason()).contains("số nguyên từ 0 đến 10").contains("7,5");
        assertThat(row(opened, "TOAN", 0).cells()).containsEntry("mark", "8");
        assertThat(row(opened, "TOAN", 0).refused())
                .containsEntry("mark", new ClassSheets.RefusedCell("7,5", refused.reason()));
    }

    @Test
    void aGoodValueAfterwardsTakesTheRefusedOneAway() {
        Opened opened = fixture.open(4, 1);
        String id = opened.records().get(0);
        enter(opened.homeroom(), "TOAN", id, "mark", "11");

        enter(opened.homeroom(), "TOAN", id, "mark", "10");

        assertThat(row(opened, "TOAN", 0).refused()).isEmpty();
        assertThat(row(opened, "TOAN", 0).cells()).containsEntry("mark", "10");
    }

    @Test
    void aCommentThatIsTooLongKeepsItsReasonAfterAReload() {
        Opened opened = fixture.open(4, 1);

        enter(opened.homeroom(), "TOAN", opened.records().get(0), "comment", "a".repeat(1500));

        ClassSheets.RefusedCell kept = row(opened, "TOAN", 0).refused().get("comment");
        assertThat(kept.entered()).hasSize(1500);
        assertThat(kept.reason()).contains("1.500", "1.000");
    }

    @Test
    void aMarkIsRefusedWhereTheGradeHasNoTest() {
        Opened opened = fixture.open(2, 1);

        Entry.Outcome outcome = enter(opened.homeroom(), "DD", opened.records().get(0), "mark", "9");

        assertThat(outcome.accepted()).isFalse();
        assertThat(outcome.reason()).contains("Đạo đức").contains("không có bài kiểm tra");
        assertThat(outcome.kept()).isFalse();
        assertThat(row(opened, "DD", 0).refused()).isEmpty();
    }

    @Test
    void anExemptionThatNobodyHasGrantedIsRefusedWithWhatToDo() {
        Opened opened = fixture.open(4, 1);
        String id = opened.records().get(0);

        assertThat(enter(opened.homeroom(), "TOAN", id, "level", "miễn").reason())
                .contains("chưa được miễn môn Toán", "Đề nghị miễn môn học");

        assertThat(row(opened, "TOAN", 0).cells()).doesNotContainKey("level");
        assertThat(row(opened, "TOAN", 0).refused()).containsKey("level");
        assertThat(row(opened, "TOAN", 0).missing()).contains("còn ô chưa đúng");
    }

    @Test
    void anExemptPupilHasNoMarkAndGetsNone() {
        Opened opened = fixture.open(4, 1);
        String id = opened.records().get(0);
        PartCells.put(jdbc, id, "TOAN", Map.of("level", "M", "exemptGround", "lý do sức khỏe", "mark", "8"));

        assertThat(row(opened, "TOAN", 0).cells()).doesNotContainKey("mark");
        assertThat(row(opened, "TOAN", 0).closed()).containsExactly("mark");
        assertThat(enter(opened.homeroom(), "TOAN", id, "mark", "8").reason()).contains("miễn");
        assertThat(enter(opened.homeroom(), "TOAN", id, "level", "T").reason())
                .contains("đã được hiệu trưởng quyết định miễn môn Toán", "Đề nghị thôi miễn");
        assertThat(row(opened, "TOAN", 0).cells()).containsEntry("level", "M");
    }

    @Test
    void anExemptionThatAWorkbookBroughtIsToBeConfirmedAndALevelInsteadOfItBringsTheMarkBack() {
        Opened opened = fixture.open(4, 1);
        String id = opened.records().get(0);
        PartCells.put(jdbc, id, "TOAN", Map.of("level", "M", "mark", "9"));
        assertThat(row(opened, "TOAN", 0).cells()).doesNotContainKey("mark");
        assertThat(row(opened, "TOAN", 0).missing())
                .singleElement()
                .asString()
                .contains("chưa có quyết định miễn của hiệu trưởng");

        enter(opened.homeroom(), "TOAN", id, "level", "T");

        assertThat(row(opened, "TOAN", 0).cells()).containsEntry("level", "T").containsEntry("mark", "9");
    }

    @Test
    void aMarkPastedBesideAnExemptionIsRefusedAndDoesNotStayInTheWayOfTheRow() {
        Opened opened = fixture.open(4, 1);
        String id = opened.records().get(0);
        PartCells.put(jdbc, id, "TOAN", Map.of("level", "M", "exemptGround", "lý do sức khỏe"));

        List<Entry.Outcome> outcomes = as(
                opened.homeroom(),
                () -> enterMarks.enter(
                        "TOAN", List.of(new Entry(id, "level", "M", null), new Entry(id, "mark", "9", null))));

        assertThat(outcomes).extracting(Entry.Outcome::accepted).containsExactly(true, false);
        assertThat(row(opened, "TOAN", 0).refused()).isEmpty();
    }

    @Test
    void anExemptionThatWasFinishedHasForgottenTheMark() {
        Opened opened = fixture.open(4, 1);
        String id = opened.records().get(0);
        PartCells.put(jdbc, id, "TOAN", Map.of("level", "M", "exemptGround", "lý do sức khỏe", "mark", "9"));

        session.run(opened.homeroom(), () -> finishSubject.finish(opened.classId(), "TOAN"));

        assertThat(row(opened, "TOAN", 0).finished()).isTrue();
        assertThat(PartCells.of(jdbc, id, "TOAN")).doesNotContainKey("mark").containsKey("exemptGround");
    }

    @Test
    void aRowThatFailsIsAnsweredWithANumberAndTheOthersAreStored() {
        Opened opened = fixture.open(4, 2);

        List<Entry.Outcome> outcomes = as(
                opened.homeroom(),
                () -> enterMarks.enter(
                        "TOAN",
                        List.of(
                                new Entry(opened.records().get(0), "no such field", "T", null),
                                new Entry(opened.records().get(1), "level", "H", null))));

        assertThat(outcomes).extracting(Entry.Outcome::accepted).containsExactly(false, true);
        assertThat(outcomes.get(0).reason()).containsPattern("mã lỗi [0-9a-zA-Z_-]{8}");
        assertThat(outcomes.get(0).kept()).isFalse();
        assertThat(row(opened, "TOAN", 1).cells()).containsEntry("level", "H");
    }

    @Test
    void aSubjectThatTheRecordNoLongerHasIsRefusedInWords() {
        Opened opened = fixture.open(1, 1);

        Entry.Outcome outcome =
                enter(opened.homeroom(), "TIN_CN", opened.records().get(0), "level", "T");

        assertThat(outcome.reason()).contains("không còn môn này");
    }

    @Test
    void onlyAValueThatTheRulesRefuseIsKeptAside() {
        Opened opened = fixture.open(4, 1);
        String id = opened.records().get(0);

        assertThat(enter(opened.homeroom(), "TOAN", id, "mark", "11").kept()).isTrue();
        assertThat(enter(opened.homeroom(), "TOAN", id, "mark", "10").kept()).isFalse();
        assertThat(enter(opened.stranger(), "TOAN", id, "level", "T").kept()).isFalse();
    }

    @Test
    void anotherTeachersRowIsRefused() {
        Opened opened = fixture.open(4, 1);

        Entry.Outcome outcome =
                enter(opened.stranger(), "TOAN", opened.records().get(0), "level", "T");

        assertThat(outcome.accepted()).isFalse();
        assertThat(outcome.reason()).contains("không được phân công");
        assertThat(row(opened, "TOAN", 0).cells()).doesNotContainKey("level");
    }

    @Test
    void aFinishedRowIsRefusedUntilItIsOpenedAgain() {
        Opened opened = fixture.open(4, 1);
        String id = opened.records().get(0);
        fixture.finish(opened, "TOAN");
        assertThat(enter(opened.homeroom(), "TOAN", id, "level", "H").reason()).contains("đã hoàn tất");

        session.run(opened.homeroom(), () -> finishSubject.reopen(id, "TOAN"));

        assertThat(enter(opened.homeroom(), "TOAN", id, "level", "H").accepted())
                .isTrue();
    }

    @Test
    void aSubjectIsLockedOnceTheRecordWaitsForTheHomeroomTeacher() {
        Opened opened = fixture.open(4, 1);
        fixture.finishAll(opened);

        Entry.Outcome outcome =
                enter(opened.homeroom(), "TOAN", opened.records().get(0), "level", "H");

        assertThat(outcome.reason()).contains("Chờ chủ nhiệm tổng hợp và ký");
    }

    @Test
    void ofTwoPeopleWhoSawTheSameRowTheSecondIsToldThatItHasChanged() {
        Opened opened = fixture.open(4, 1);
        String id = opened.records().get(0);
        Long seen = row(opened, "TOAN", 0).rowVersion();
        Entry.Outcome first = enter(opened.homeroom(), "TOAN", id, "level", "T", seen);

        Entry.Outcome second = enter(opened.homeroom(), "TOAN", id, "level", "C", seen);

        assertThat(first.accepted()).isTrue();
        assertThat(second.accepted()).isFalse();
        assertThat(second.reason()).contains("vừa được sửa ở nơi khác");
        assertThat(row(opened, "TOAN", 0).cells()).containsEntry("level", "T");
    }

    @Test
    void theVersionThatComesBackIsTheOneToSendNext() {
        Opened opened = fixture.open(4, 1);
        String id = opened.records().get(0);
        Entry.Outcome first = enter(
                opened.homeroom(),
                "TOAN",
                id,
                "level",
                "T",
                row(opened, "TOAN", 0).rowVersion());

        Entry.Outcome second = enter(opened.homeroom(), "TOAN", id, "mark", "9", first.rowVersion());

        assertThat(second.accepted()).isTrue();
        assertThat(second.rowVersion()).isEqualTo(row(opened, "TOAN", 0).rowVersion());
    }

    @Test
    void theSummaryAcceptsLevelsDaysAndCommentWhileSubjectsAreStillOpen() {
        Opened opened = fixture.open(1, 1);
        String id = opened.records().get(0);

        List<Entry.Outcome> outcomes = as(
                opened.homeroom(),
                () -> enterMarks.enter(
                        EnterMarks.HOMEROOM,
                        List.of(
                                new Entry(id, "PC1", "đ", 0L),
                                new Entry(id, "excused", "3", 0L),
                                new Entry(id, "PC2", "H", 0L))));

        assertThat(outcomes).extracting(Entry.Outcome::accepted).containsExactly(true, true, false);
        assertThat(outcomes).extracting(Entry.Outcome::stored).startsWith("Đ", "3");
        assertThat(summary(opened, 0).cells()).containsEntry("PC1", "Đ");
        assertThat(summary(opened, 0).cells()).containsEntry("excused", "3");
        assertThat(summary(opened, 0).refused()).containsKey("PC2");
    }

    @Test
    void theSummarysVersionCountsEvenWhenOnlyATraitChanges() {
        Opened opened = fixture.open(1, 1);
        String id = opened.records().get(0);
        Long seen = summary(opened, 0).rowVersion();

        Entry.Outcome first = enter(opened.homeroom(), EnterMarks.HOMEROOM, id, "PC1", "T", seen);
        Entry.Outcome stale = enter(opened.homeroom(), EnterMarks.HOMEROOM, id, "PC1", "C", seen);
        Entry.Outcome next = enter(opened.homeroom(), EnterMarks.HOMEROOM, id, "excused", "2", first.rowVersion());

        assertThat(first.accepted()).isTrue();
        assertThat(first.rowVersion()).isGreaterThan(seen);
        assertThat(stale.reason()).contains("vừa được sửa ở nơi khác");
        assertThat(next.accepted()).isTrue();
        assertThat(next.rowVersion()).isEqualTo(summary(opened, 0).rowVersion());
    }

    @Test
    void theTeacherOfASubjectNeverConflictsWithTheHomeroomTeacher() {
        Opened opened = fixture.open(1, 1);
        String id = opened.records().get(0);
        Long seen = summary(opened, 0).rowVersion();
        Long seenInSubject = row(opened, "TOAN", 0).rowVersion();

        assertThat(enter(opened.homeroom(), "TOAN", id, "level", "T", seenInSubject)
                        .accepted())
                .isTrue();
        assertThat(enter(opened.homeroom(), EnterMarks.HOMEROOM, id, "PC1", "T", seen)
                        .accepted())
                .isTrue();
        assertThat(enter(
                                opened.homeroom(),
                                "TV",
                                id,
                                "level",
                                "T",
                                row(opened, "TV", 0).rowVersion())
                        .accepted())
                .isTrue();
    }

    @Test
    void aRewardCountsTheSummaryUpAlthoughItStandsInTheRecord() {
        Opened opened = fixture.open(1, 1);
        String id = opened.records().get(0);
        Long seen = summary(opened, 0).rowVersion();

        Entry.Outcome typed = enter(opened.homeroom(), EnterMarks.HOMEROOM, id, "reward", "Giải nhất cờ vua", seen);

        assertThat(typed.rowVersion()).isGreaterThan(seen);
        assertThat(enter(opened.homeroom(), EnterMarks.HOMEROOM, id, "reward", "", seen)
                        .reason())
                .contains("vừa được sửa ở nơi khác");
        assertThat(summary(opened, 0).cells()).containsEntry("reward", "Giải nhất cờ vua");
    }

    @Test
    void theSummaryOfAnotherClassIsRefused() {
        Opened opened = fixture.open(1, 1);

        Entry.Outcome outcome =
                enter(opened.specialist(), EnterMarks.HOMEROOM, opened.records().get(0), "PC1", "T");

        assertThat(outcome.reason()).contains("không phải giáo viên chủ nhiệm");
    }

    @Test
    void oneBadRecordDoesNotHoldUpTheOthers() {
        Opened opened = fixture.open(4, 2);
        Opened other = fixture.open(4, 1);

        List<Entry.Outcome> outcomes = as(
                opened.homeroom(),
                () -> enterMarks.enter(
                        "TOAN",
                        List.of(
                                new Entry(opened.records().get(0), "level", "T", null),
                                new Entry(other.records().get(0), "level", "T", null),
                                new Entry(opened.records().get(1), "level", "H", null))));

        assertThat(outcomes).extracting(Entry.Outcome::accepted).containsExactly(true, false, true);
    }
}
