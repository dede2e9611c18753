package vn.hocba.exemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.fixture.RecordLife.REASON;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.assessment.Contents;
import vn.hocba.desk.teacher.FinishSubject;
import vn.hocba.fixture.PartCells;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.record.EnterMarks;
import vn.hocba.record.Entry;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.Tt27View;
import vn.hocba.request.Offer;
import vn.hocba.request.RequestBoard;
import vn.hocba.shared.Refused;

/** Who is exempt from a subject, by whom and why: the model {@code exemption.bpmn} and what follows from it. */
@ReleasedRecordsTest
class ExemptionTest {

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    RequestBoard board;

    @Autowired
    EnterMarks enterMarks;

    @Autowired
    FinishSubject finishSubject;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    private School school;
    private String record;

    @BeforeEach
    void aRecordThatNobodyHasSigned() {
        school = world.school();
        record = world.commenting(school, "Lò Thị Mai");
    }

    private static Map<String, Object> asked(String subject, String ground) {
        return Map.of("subject", subject, "ground", ground, "reason", REASON);
    }

    private static Map<String, Object> decision(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(more);
        all.put("number", "12/QĐ-TH");
        all.put("day", LocalDate.of(2026, 9, 5));
        return all;
    }

    private List<String> offers(CurrentUser who) {
        return session.as(who, () -> board.offers(record)).stream()
                .map(Offer::name)
                .filter(name -> name.startsWith("exemption."))
                .toList();
    }

    private Entry.Outcome enter(String part, String cell, String text) {
        return session.as(school.homeroom(), () -> enterMarks.enter(part, List.of(new Entry(record, cell, text, null))))
                .get(0);
    }

    private Map<String, String> cells(String part) {
        return PartCells.of(jdbc, record, part);
    }

    @Test
    void aSubjectTeacherProposesTheHeadGrantsAndGroundAndDecisionAreSignedTakenAndRead() {
        assertThat(enter("GDTC", "level", "M").accepted()).isFalse();
        String request = life.take(school.homeroom(), "exemption.ask", record, asked("GDTC", "HEALTH"));
        assertThat(life.request(request)).isEqualTo("OPEN");
        assertThat(cells("GDTC")).doesNotContainEntry("level", "M");

        life.take(school.principal(), "exemption.approve", request, decision(Map.of()));

        assertThat(cells("GDTC"))
                .containsEntry("level", "M")
                .containsEntry(Contents.EXEMPT_GROUND, "lý do sức khỏe, Quyết định số 12/QĐ-TH ngày 05/09/2026");
        finishAll();
        life.signAndSubmit(school, record);

        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        RecordSnapshot signed = world.content(record);
        assertThat(Tt27View.of(signed).exemptions())
                .containsExactly(Map.entry("GDTC", "lý do sức khỏe, Quyết định số 12/QĐ-TH ngày 05/09/2026"));
        assertThat(signed.conclusion().completed()).isTrue();
    }

    @Test
    void theHeadGrantsAndEndsWithoutAProposalAndWhatWasEnteredComesBack() {
        Map<String, String> before = new TreeMap<>(cells("GDTC"));
        String request = life.take(school.principal(), "exemption.grant", record, decision(asked("GDTC", "HEALTH")));
        assertThat(life.request(request)).isEqualTo("DONE");
        assertThat(cells("GDTC")).containsEntry("level", "M");
        assertThat(enter("GDTC", "level", "T").reason()).contains("Đề nghị thôi miễn");
        assertThat(offers(school.principal())).contains("exemption.end");

        life.take(school.principal(), "exemption.end", record, decision(Map.of("subject", "GDTC", "reason", REASON)));

        before.remove("level");
        assertThat(cells("GDTC")).isEqualTo(before);
        assertThat(enter("GDTC", "level", "T").accepted()).isTrue();
        assertThat(offers(school.principal())).doesNotContain("exemption.end");
    }

    @Test
    void whatMayBeExemptIsDataAndOneRequestForASubjectWaitsAtATime() {
        assertThatThrownBy(() -> life.take(school.homeroom(), "exemption.ask", record, asked("TOAN", "HEALTH")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Môn Toán không được miễn vì lý do sức khỏe");
        life.take(school.homeroom(), "exemption.ask", record, asked("TOAN", "DISABILITY"));
        assertThatThrownBy(() -> life.take(school.homeroom(), "exemption.ask", record, asked("TOAN", "DISABILITY")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("đã trình hiệu trưởng");
        life.take(school.homeroom(), "exemption.ask", record, asked("GDTC", "HEALTH"));
    }

    @Test
    void theHeadsNoLeavesTheSubjectAsItWasAndWhoAskedMayTakeItBack() {
        Map<String, String> before = cells("GDTC");
        String first = life.take(school.admin(), "exemption.ask", record, asked("GDTC", "HEALTH"));
        life.take(school.principal(), "exemption.refuse", first, Map.of("reason", REASON));
        String second = life.take(school.homeroom(), "exemption.ask", record, asked("GDTC", "HEALTH"));
        life.take(school.homeroom(), "exemption.cancel", second, Map.of("reason", REASON));

        assertThat(life.request(first)).isEqualTo("REFUSED");
        assertThat(life.request(second)).isEqualTo("CANCELLED");
        assertThat(cells("GDTC")).isEqualTo(before);
    }

    @Test
    void teachersAndAdminAskTheHeadDecidesAndStrangersDoNeither() {
        assertThat(offers(school.homeroom())).containsExactly("exemption.ask");
        assertThat(offers(school.admin())).containsExactly("exemption.ask");
        assertThat(offers(school.principal())).contains("exemption.grant");
        assertThat(offers(school.clerk())).isEmpty();
        for (CurrentUser stranger : List.of(
                school.clerk(),
                world.teacher(school),
                school.official(),
                world.school().principal())) {
            assertThatThrownBy(() -> life.take(stranger, "exemption.ask", record, asked("GDTC", "HEALTH")))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> life.take(stranger, "exemption.grant", record, decision(asked("GDTC", "HEALTH"))))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void whatIsFinishedIsOpenedAgainFirstAndNobodySignsWhileItIsUndecided() {
        String request = life.take(school.homeroom(), "exemption.ask", record, asked("GDTC", "HEALTH"));
        finishAll();

        assertThatThrownBy(() -> life.take(school.principal(), "exemption.approve", request, decision(Map.of())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("mở lại dòng");
        assertThat(life.lacks(record)).contains("quyết định của hiệu trưởng về miễn học môn học");
        life.take(school.principal(), "exemption.refuse", request, Map.of("reason", REASON));
        assertThat(life.lacks(record)).doesNotContain("miễn");
    }

    private void finishAll() {
        jdbc.sql("select code from record_part where year_record_id = ? and code <> 'HOMEROOM' order by ordinal")
                .param(record)
                .query(String.class)
                .list()
                .forEach(code -> session.run(school.homeroom(), () -> finishSubject.finish(school.classId(), code)));
        assertThat(life.state(record)).isEqualTo("HOMEROOM");
    }
}
