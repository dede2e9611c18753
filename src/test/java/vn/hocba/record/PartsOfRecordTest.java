package vn.hocba.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.ClassFixture;
import vn.hocba.ClassFixture.Opened;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Reward;
import vn.hocba.desk.principal.ApprovalList;
import vn.hocba.fixture.Worlds;
import vn.hocba.identity.Session;
import vn.hocba.school.ImportedMarks;
import vn.hocba.shared.Ids;

/** What comes into a record from elsewhere part by part, and by what it is judged from then on. */
@SpringBootTest
@ActiveProfiles("test")
@Import(Worlds.class)
class PartsOfRecordTest {

    private static final String EXCELLENT = "Học sinh Xuất sắc";

    @Autowired
    ClassFixture fixture;

    @Autowired
    YearRecords records;

    @Autowired
    FormerSchool formerSchool;

    @Autowired
    Snapshots snapshots;

    @Autowired
    EnterMarks enterMarks;

    @Autowired
    ClassSheets sheets;

    @Autowired
    ApprovalList approval;

    @Autowired
    Session session;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private <T> T inRecord(String id, Function<YearRecord, T> action) {
        return new TransactionTemplate(transactions).execute(status -> action.apply(records.lock(id)));
    }

    private static RecordSnapshot with(RecordSnapshot version, List<RecordSnapshot.Part> parts, String reward) {
        RecordSnapshot.Conclusion conclusion = version.conclusion();
        return ChangedSnapshots.with(
                version,
                parts,
                new RecordSnapshot.Conclusion(
                        conclusion.result(), conclusion.completed(), conclusion.promoted(), reward));
    }

    @Test
    void aPartOfWhichTheFormerSchoolSaysNothingKeepsWhatWorkbooksBrought() {
        Opened opened = fixture.open(4, 1);
        String id = opened.records().get(0);
        session.as(
                opened.homeroom(),
                () -> enterMarks.enter(
                        "TOAN", List.of(new Entry(id, "level", "H", null), new Entry(id, "mark", "7", null))));
        session.as(opened.homeroom(), () -> enterMarks.enter("TV", List.of(new Entry(id, "level", "H", null))));

        Map<String, Map<String, String>> after = inRecord(id, record -> {
            RecordSnapshot here = snapshots.of(record);
            List<RecordSnapshot.Part> theirs = here.parts().stream()
                    .filter(part -> !part.code().equals("TOAN"))
                    .toList();
            records.setFinished(record, "TV", false);
            record.part("TV").replace(Map.of("level", "T", "comment", "từ tệp"));
            formerSchool.fill(record, with(here, theirs, null));
            return record.contents().parts();
        });

        assertThat(after.get("TOAN")).isEqualTo(Map.of("level", "H", "mark", "7"));
        assertThat(after.get("TV")).isEqualTo(Map.of("level", "H"));
    }

    @Test
    void whatTheFormerSchoolWroteAndOursMayNotIsKeptAsideForTheTeacher() {
        Opened opened = fixture.open(4, 1);
        String id = opened.records().get(0);

        inRecord(id, record -> {
            RecordSnapshot here = snapshots.of(record);
            List<RecordSnapshot.Part> theirs = here.parts().stream()
                    .map(part -> part.code().equals("TOAN")
                            ? saying(part, Map.of("level", "T", "comment", "Giỏi 😀"))
                            : part)
                    .toList();
            formerSchool.fill(record, with(here, theirs, null));
            return null;
        });

        ClassSheets.SubjectRow row = session.as(opened.homeroom(), () -> sheets.subject(opened.classId(), "TOAN"))
                .get(0);
        assertThat(row.cells()).containsEntry("level", "T").doesNotContainKey("comment");
        assertThat(row.refused().get("comment").entered()).isEqualTo("Giỏi 😀");
        assertThat(row.refused().get("comment").reason()).contains("😀");
    }

    private static RecordSnapshot.Part saying(RecordSnapshot.Part part, Map<String, String> cells) {
        return ChangedSnapshots.saying(part, cell -> ChangedSnapshots.saying(cell, cells.get(cell.code())));
    }

    @Test
    void aRewardThatWasDeclinedStaysSoWhenTheSignedVersionIsRestoredAndOneThatNobodyWasAskedForStaysOpen() {
        Opened opened = fixture.open(1, 1);
        String id = opened.records().get(0);
        fixture.finishAll(opened);
        fixture.sumUp(opened);
        session.as(
                opened.homeroom(),
                () -> enterMarks.enter(Part.CLASS, List.of(new Entry(id, "reward", Reward.NONE, null))));

        Reward declined = inRecord(id, record -> {
            records.restore(record, snapshots.of(record));
            return record.rewardAsItStands();
        });
        Reward open = inRecord(id, record -> {
            record.part(Part.CLASS).put("PC1", "Đ");
            records.restore(record, snapshots.of(record));
            return record.rewardAsItStands();
        });
        Reward given = inRecord(id, record -> {
            RecordSnapshot version = snapshots.of(record);
            records.restore(record, with(version, version.parts(), EXCELLENT));
            return record.rewardAsItStands();
        });

        assertThat(declined).isEqualTo(new Reward(null, true, null));
        assertThat(open).isEqualTo(Reward.OPEN);
        assertThat(given).isEqualTo(new Reward(EXCELLENT, false, null));
    }

    @Test
    void aRewardThatAWorkbookTakesBackIsAChangeOfTheHomeroomTeachersPart() {
        Opened opened = fixture.open(1, 1);
        String id = opened.records().get(0);
        fixture.subjectCodes(opened).stream()
                .filter(subject -> !subject.equals("TOAN"))
                .forEach(subject -> fixture.finish(opened, subject));
        fixture.sumUp(opened);
        session.as(
                opened.homeroom(),
                () -> enterMarks.enter(Part.CLASS, List.of(new Entry(id, "reward", EXCELLENT, null))));
        long seen = session.as(
                opened.homeroom(),
                () -> sheets.homeroom(opened.classId()).get(0).rowVersion());
        jdbc.sql("insert into imported_mark (id, row_version, class_id, pupil_id, part, payload)"
                        + " select ?, 0, class_id, pupil_id, 'TOAN', ? from year_record where id = ?")
                .params(Ids.next(), "{\"comment\":\"Cần ôn tập.\",\"level\":\"C\",\"mark\":\"3\"}", id)
                .update();

        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> events.publishEvent(new ImportedMarks.Changed(opened.classId())));

        assertThat(inRecord(id, YearRecord::rewardAsItStands)).isEqualTo(new Reward(null, false, EXCELLENT));
        assertThat(session.as(
                        opened.homeroom(),
                        () -> enterMarks.enter(Part.CLASS, List.of(new Entry(id, "reward", "Giải Ba chạy", seen)))))
                .extracting(Entry.Outcome::accepted)
                .containsExactly(false);
    }

    @Test
    void theSheetsOfAClassAskTheTableThatHasJudgedARecordAsItsSignatureDoes() {
        Opened opened = fixture.open(1, 1);
        fixture.finishAll(opened);
        fixture.sumUp(opened);
        assertThat(session.as(
                        opened.principal(), () -> approval.of(opened.classId()).rows()))
                .hasSize(1);

        jdbc.sql("update year_record set decided_by = 'overallResultTt27:former' where class_id = ?")
                .param(opened.classId())
                .update();

        String former = "former";
        assertThatThrownBy(() -> session.as(opened.homeroom(), () -> sheets.homeroom(opened.classId())))
                .hasStackTraceContaining(former);
        assertThatThrownBy(() -> session.as(opened.homeroom(), () -> sheets.subject(opened.classId(), "TOAN")))
                .hasStackTraceContaining(former);
        assertThatThrownBy(() -> session.as(opened.principal(), () -> approval.of(opened.classId())))
                .hasStackTraceContaining(former);
    }
}
