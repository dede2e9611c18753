package vn.hocba.inclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.fixture.RecordLife.REASON;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.assessment.AssessedBy;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Part;
import vn.hocba.calendar.Wave;
import vn.hocba.desk.teacher.FinishSubject;
import vn.hocba.dossier.RecordPage;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.record.EnterMarks;
import vn.hocba.record.Entry;
import vn.hocba.record.Individually;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.request.Offer;
import vn.hocba.request.RequestBoard;
import vn.hocba.school.ImportedMarks;
import vn.hocba.shared.Ids;
import vn.hocba.shared.KeyedTexts;
import vn.hocba.shared.Refused;

/** Pupils with disability, from the plan to the freeze (TT 27/2020 Điều 8): the model {@code inclusion.bpmn} and what follows from it. */
@ReleasedRecordsTest
class InclusionTest {

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    RequestBoard board;

    @Autowired
    RecordPage pages;

    @Autowired
    EnterMarks enterMarks;

    @Autowired
    FinishSubject finishSubject;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    private School school;
    private String record;

    @BeforeEach
    void aRecordThatNobodyHasSigned() {
        school = world.school();
        record = world.commenting(school, "Lò Thị Mai");
    }

    private static Map<String, Object> asked(AssessedBy by) {
        return Map.of("by", by.name(), "number", "12/QĐ-TH", "day", LocalDate.of(2026, 9, 5), "reason", REASON);
    }

    private void decided(AssessedBy by) {
        String request = life.take(school.homeroom(), "inclusion.ask", record, asked(by));
        life.take(school.principal(), "inclusion.approve", request, Map.of());
    }

    private List<String> offers(CurrentUser who) {
        return session.as(who, () -> board.offers(record)).stream()
                .map(Offer::name)
                .toList();
    }

    private void enter(String part, String cell, String text) {
        assertThat(session.as(
                        school.homeroom(), () -> enterMarks.enter(part, List.of(new Entry(record, cell, text, null)))))
                .allMatch(Entry.Outcome::accepted);
    }

    private void finishAll() {
        jdbc.sql("select code from record_part where year_record_id = ? and code <> 'HOMEROOM' order by ordinal")
                .param(record)
                .query(String.class)
                .list()
                .forEach(code -> session.run(school.homeroom(), () -> finishSubject.finish(school.classId(), code)));
        assertThat(life.state(record)).isEqualTo("HOMEROOM");
    }

    @Test
    void aPlanIsAskedForDecidedSignedTakenAndFrozenAndNothingIsComputed() {
        decided(AssessedBy.PLAN);
        enter("TOAN", "mark", "");
        assertThat(session.as(
                                school.homeroom(),
                                () -> enterMarks.enter(
                                        EnterMarks.HOMEROOM,
                                        List.of(new Entry(record, "reward", "Học sinh Xuất sắc", null))))
                        .get(0)
                        .reason())
                .contains("đi cùng kết quả đánh giá chung");
        enter(EnterMarks.HOMEROOM, "reward", "");
        enter("DD", "level", "");
        finishAll();

        assertThat(life.lacks(record)).contains("quyết định của hiệu trưởng về hoàn thành chương trình");
        String request = life.take(school.homeroom(), "promotion.ask-by-plan", record, Map.of("reason", REASON));
        assertThat(session.as(school.principal(), () -> board.page(request)).offers())
                .extracting(Offer::name)
                .contains("promotion.completed-by-plan")
                .doesNotContain("promotion.promote", "promotion.retain");
        life.take(school.principal(), "promotion.completed-by-plan", request, Map.of("reason", REASON));
        assertThat(life.lacks(record)).isEmpty();
        life.signAndSubmit(school, record);

        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        RecordSnapshot signed = world.content(record);
        assertThat(Individually.in(signed)).contains(new Individually(AssessedBy.PLAN, "Số 12/QĐ-TH ngày 05/09/2026"));
        assertThat(signed.conclusion().result()).isNull();
        assertThat(signed.conclusion().completed()).isTrue();
        assertThat(signed.conclusion().promoted()).isTrue();
        assertThat(signed.conclusion().reward()).isNull();
        assertThat(session.as(school.principal(), () -> pages.of(record))
                        .assessment()
                        .isConcluded())
                .isTrue();
        life.cutOff(school, Wave.FIRST);
        assertThat(life.state(record)).isEqualTo("FROZEN");
    }

    @Test
    void whoHasNotCompletedByThePlanIsNotOpenedForTheSummerAndIsFrozenWithTheSecondWave() {
        decided(AssessedBy.NOTHING);
        finishAll();
        String request = life.take(school.homeroom(), "promotion.ask-by-plan", record, Map.of("reason", REASON));
        life.take(school.principal(), "promotion.not-completed-by-plan", request, Map.of("reason", REASON));
        life.signAndSubmit(school, record);

        RecordSnapshot signed = world.content(record);
        assertThat(signed.parts().get(0).value("level"))
                .as("nothing of what was typed before is said")
                .isNull();
        assertThat(signed.conclusion().promoted()).isFalse();
        life.cutOff(school, Wave.FIRST);
        life.openSummer(school);
        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        assertThat(life.version(record)).isOne();
        life.cutOff(school, Wave.SECOND);
        assertThat(life.state(record)).isEqualTo("FROZEN");
    }

    @Test
    void thePrincipalsNoLeavesThePupilAsEverybodyAndAPlanCanBeTakenBackByAnother() {
        String request = life.take(school.admin(), "inclusion.ask", record, asked(AssessedBy.PLAN));
        assertThatThrownBy(() -> life.take(school.principal(), "inclusion.ask", record, asked(AssessedBy.PLAN)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Đã trình hiệu trưởng");
        life.take(school.principal(), "inclusion.refuse", request, Map.of("reason", REASON));

        assertThat(life.request(request)).isEqualTo("REFUSED");
        assertThat(column("assessed_by")).isEqualTo("REGULATION");
        decided(AssessedBy.PLAN);
        assertThat(column("assessed_by")).isEqualTo("PLAN");
        assertThatThrownBy(() -> life.take(school.principal(), "inclusion.ask", record, asked(AssessedBy.PLAN)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("đang được đánh giá như vậy");
        decided(AssessedBy.REGULATION);
        assertThat(column("assessed_by")).isEqualTo("REGULATION");
    }

    @Test
    void untilThePrincipalHasDecidedTheHomeroomTeacherDoesNotSign() {
        String request = life.take(school.homeroom(), "inclusion.ask", record, asked(AssessedBy.PLAN));
        finishAll();

        assertThat(life.lacks(record)).contains("quyết định của hiệu trưởng về đánh giá học sinh khuyết tật");
        life.take(school.principal(), "inclusion.refuse", request, Map.of("reason", REASON));
        assertThat(life.lacks(record)).doesNotContain("khuyết tật");
    }

    @Test
    void onlyTheOwnSchoolsHomeroomTeacherAdminAndPrincipalAskAndThePrincipalAloneDecides() {
        assertThat(offers(school.principal())).contains("inclusion.ask");
        assertThat(offers(school.admin())).contains("inclusion.ask");
        assertThat(offers(school.homeroom())).contains("inclusion.ask");
        assertThat(offers(school.clerk())).doesNotContain("inclusion.ask");
        for (CurrentUser stranger : List.of(
                school.clerk(),
                world.teacher(school),
                school.official(),
                world.school().principal())) {
            assertThatThrownBy(() -> life.take(stranger, "inclusion.ask", record, asked(AssessedBy.PLAN)))
                    .isInstanceOf(Refused.class);
        }
        String request = life.take(school.homeroom(), "inclusion.ask", record, asked(AssessedBy.PLAN));
        for (CurrentUser other : List.of(
                school.homeroom(),
                school.admin(),
                school.clerk(),
                world.school().principal())) {
            assertThatThrownBy(() -> life.take(other, "inclusion.approve", request, Map.of()))
                    .isInstanceOf(Refused.class);
        }
        assertThat(column("assessed_by")).isEqualTo("REGULATION");
    }

    @Test
    void whatWasSignedIsNotMeasuredOtherwise() {
        world.toPrincipal(school, record);

        assertThat(offers(school.principal())).doesNotContain("inclusion.ask");
        assertThatThrownBy(() -> life.take(school.principal(), "inclusion.ask", record, asked(AssessedBy.PLAN)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("chỉ đổi cách đánh giá khi chủ nhiệm chưa ký");
    }

    @Test
    void theListOfPupilsSaysItToWhateverNobodyHasDecided() {
        listed(AssessedBy.PLAN);
        assertThat(column("assessed_by")).isEqualTo("PLAN");
        assertThat(column("assessed_ground")).isEqualTo("Khuyết tật trong danh sách: Khiếm thính");
        assertThat(jdbc.sql("select cells from record_part where year_record_id = ? and code = ?")
                        .params(record, Part.CLASS)
                        .query(String.class)
                        .single())
                .contains("\"weightKg\":\"23,5\"")
                .doesNotContain(Contents.ASSESSED_BY);

        decided(AssessedBy.REGULATION);
        listed(AssessedBy.PLAN);
        assertThat(column("assessed_by")).as("a person has decided").isEqualTo("REGULATION");
    }

    private void listed(AssessedBy by) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("delete from imported_mark where class_id = ? and part = ?")
                    .params(school.classId(), ImportedMarks.LISTED)
                    .update();
            jdbc.sql("insert into imported_mark (id, row_version, class_id, pupil_id, part, payload)"
                            + " select ?, 0, class_id, pupil_id, ?, ? from year_record where id = ?")
                    .params(
                            Ids.next(),
                            ImportedMarks.LISTED,
                            KeyedTexts.write(Map.of(
                                    Contents.ASSESSED_BY,
                                    by.name(),
                                    Contents.ASSESSED_GROUND,
                                    "Khuyết tật trong danh sách: Khiếm thính",
                                    "weightKg",
                                    "23,5")),
                            record)
                    .update();
            events.publishEvent(new ImportedMarks.Changed(school.classId()));
        });
    }

    private String column(String name) {
        return jdbc.sql("select " + name + " from year_record where id = ?")
                .param(record)
                .query(String.class)
                .single();
    }
}
