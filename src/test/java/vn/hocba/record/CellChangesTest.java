package vn.hocba.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.ClassFixture;
import vn.hocba.ClassFixture.Opened;
import vn.hocba.audit.AuditLog;
import vn.hocba.desk.teacher.FinishSubject;
import vn.hocba.fixture.PartCells;
import vn.hocba.fixture.Worlds;
import vn.hocba.identity.Session;

/** Who changed which mark from what to what. */
@SpringBootTest
@ActiveProfiles("test")
@Import(Worlds.class)
class CellChangesTest {

    @Autowired
    ClassFixture fixture;

    @Autowired
    EnterMarks enterMarks;

    @Autowired
    FinishSubject finishSubject;

    @Autowired
    CellChanges changes;

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Session session;

    private Opened opened;
    private String record;

    @BeforeEach
    void aClassOfOne() {
        opened = fixture.open(4, 1);
        record = opened.records().get(0);
    }

    private void enter(String part, String cell, String text) {
        assertThat(session.as(
                        opened.homeroom(), () -> enterMarks.enter(part, List.of(new Entry(record, cell, text, null)))))
                .allMatch(Entry.Outcome::accepted);
    }

    @Test
    void aValueThatIsReplacedOrTakenOutIsKeptWithItsAuthorAndTheMomentAndAFirstEntryIsNone() {
        enter("TOAN", "mark", "9");
        enter("TOAN", "mark", "9");
        enter("TOAN", "mark", "8");
        enter("TOAN", "mark", "");
        enter("TOAN", "mark", "10");

        assertThat(changes.of(record))
                .extracting(
                        CellChanges.Change::part,
                        CellChanges.Change::cell,
                        CellChanges.Change::before,
                        CellChanges.Change::after,
                        CellChanges.Change::actor,
                        CellChanges.Change::versionNo)
                .containsExactly(
                        tuple("TOAN", "mark", "9", "8", opened.homeroom().username(), 1),
                        tuple("TOAN", "mark", "8", "", opened.homeroom().username(), 1));
        assertThat(changes.of(record)).allSatisfy(change -> {
            assertThat(change.actorName()).isEqualTo(opened.homeroom().displayName());
            assertThat(change.at()).isNotNull();
        });
    }

    @Test
    void theMarkThatGoesWithAnExemptionIsAChangeWhenTheRowIsFinished() {
        enter("TOAN", "comment", "Hoàn thành tốt.");
        enter("TOAN", "mark", "9");
        PartCells.put(jdbc, record, "TOAN", Map.of("level", "M", "exemptGround", "lý do sức khỏe"));
        assertThat(changes.of(record)).isEmpty();

        session.run(opened.homeroom(), () -> finishSubject.finish(opened.classId(), "TOAN"));

        assertThat(changes.of(record))
                .extracting(CellChanges.Change::cell, CellChanges.Change::before, CellChanges.Change::after)
                .contains(tuple("mark", "9", ""));
    }

    @Test
    void anotherRewardIsAChangeOfTheClassPart() {
        enter("HOMEROOM", "reward", "Khen vì tiến bộ môn Toán");
        enter("HOMEROOM", "reward", "Khen vì tiến bộ môn Tiếng Việt");

        assertThat(changes.of(record))
                .extracting(CellChanges.Change::part, CellChanges.Change::cell, CellChanges.Change::before)
                .containsExactly(tuple("HOMEROOM", "reward", "Khen vì tiến bộ môn Toán"));
    }

    @Test
    void theLogOfTheRecordNamesEachChangeWithoutTheMarkAndTellsOneThatWasAlteredOrIsGone() {
        enter("TOAN", "mark", "5");
        enter("TOAN", "mark", "9");
        List<CellChanges.Change> kept = changes.of(record);

        assertThat(CellChanges.areWhole(record, kept, audit.of(record))).isTrue();
        assertThat(audit.isIntact(record)).isTrue();
        assertThat(audit.of(record))
                .filteredOn(entry -> entry.action().equals(CellChanges.ACTION))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail())
                        .startsWith("TOAN mark " + kept.get(0).id()));

        jdbc.sql("update cell_change set before_text = '8' where year_record_id = ?")
                .param(record)
                .update();
        assertThat(CellChanges.areWhole(record, changes.of(record), audit.of(record)))
                .isFalse();
        jdbc.sql("delete from cell_change where year_record_id = ?")
                .param(record)
                .update();
        assertThat(CellChanges.areWhole(record, changes.of(record), audit.of(record)))
                .isFalse();
    }
}
