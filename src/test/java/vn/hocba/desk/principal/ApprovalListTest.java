package vn.hocba.desk.principal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.desk.OfficeTest;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.desk.ReturnRecords;
import vn.hocba.desk.ReturnTargets;
import vn.hocba.fixture.PartCells;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.record.Oddity;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.workflow.Step;

@OfficeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApprovalListTest {

    @Autowired
    OfficeWorld world;

    @Autowired
    ApprovalList list;

    @Autowired
    ReturnRecords returning;

    @Autowired
    ReturnTargets targets;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    void aClassThatWaits() {
        world.toPrincipal("4A");
    }

    @Test
    void whoHasNotCompletedTheYearStandsOnTopWithTheReason() {
        ApprovalList.Row first = rows().get(0);

        assertThat(first.result()).isEqualTo("Chưa hoàn thành");
        assertThat(first.oddities().get(0))
                .isInstanceOfSatisfying(
                        Oddity.NotCompleted.class,
                        odd -> assertThat(odd.reasons()).asString().contains("mức C"));
    }

    @Test
    void exceptionsComeBeforeTheRestWhichKeepsTheOrderOfTheClassList() {
        List<Boolean> odd = rows().stream()
                .filter(ApprovalList.Row::waits)
                .map(row -> row.isOdd())
                .toList();

        assertThat(odd).startsWith(true).endsWith(false);
        assertThat(odd.subList(0, odd.lastIndexOf(true) + 1)).containsOnly(true);
        assertThat(rows().stream().filter(row -> row.waits() && !row.isOdd()).map(ApprovalList.Row::ordinal))
                .isSorted();
    }

    @Test
    void levelTEverywhereWithAMereCompletedIsPointedOut() {
        assertThat(rows())
                .filteredOn(row -> has(row, Oddity.ResultBelowLevels.class))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.result()).isEqualTo("Hoàn thành"));
    }

    @Test
    void aMissingPersonalIdAndManyAbsencesArePointedOut() {
        String record = world.records("4A").get(11);
        PartCells.put(jdbc, record, "HOMEROOM", Map.of("excused", "19", "unexcused", "3"));
        jdbc.sql("update pupil set personal_id = null where id = (select pupil_id from year_record where id = ?)")
                .param(record)
                .update();

        assertThat(row(record).oddities()).contains(new Oddity.ManyAbsences(22), new Oddity.NoPersonalId());
    }

    @Test
    void aRecordThatCameBackSaysHowOftenAndWhy() {
        String record = world.records("4A").get(13);
        String classId = world.classNamed("4A").id();
        world.await(session.as(
                world.someone(Role.PRINCIPAL),
                () -> returning.start(
                        classId,
                        List.of(record),
                        new ReturnRecords.Instruction(
                                Step.PRINCIPAL, Step.HOMEROOM, Set.of(), "Nhận xét chưa khớp với kết quả."))));

        assertThat(row(record).waits()).isFalse();
        assertThat(row(record).oddities())
                .anySatisfy(odd -> assertThat(odd).isInstanceOfSatisfying(Oddity.ReturnedBefore.class, returned -> {
                    assertThat(returned.times()).isEqualTo(1);
                    assertThat(returned.reason()).isEqualTo("Nhận xét chưa khớp với kết quả.");
                }));
    }

    @Test
    void whoMayNotReturnRecordsOfAClassDoesNotSeeWhoTeachesThere() {
        String classId = world.classNamed("4A").id();

        assertThat(session.as(world.homeroom("4A"), () -> targets.of(classId)).subjects())
                .isNotEmpty();
        assertThatThrownBy(() -> session.as(world.homeroom("1A"), () -> targets.of(classId)))
                .isInstanceOf(Refused.class)
                .hasMessage(Texts.vi("record.not-your-class"));
    }

    @Test
    void recordsMayBeReturnedToPeopleByName() {
        ReturnTargets.Targets people = session.as(
                world.someone(Role.PRINCIPAL),
                () -> targets.of(world.classNamed("4A").id()));

        assertThat(people.homeroomTeacher()).isEqualTo(world.homeroom("4A").displayName());
        assertThat(people.subjects())
                .extracting(ReturnTargets.Taught::subjectName)
                .contains("Toán", "Khoa học");
        assertThat(people.subjects())
                .extracting(ReturnTargets.Taught::teacherName)
                .doesNotContainNull();
    }

    @Test
    void anAddressOfNoClassIsRefusedInWords() {
        assertThatThrownBy(() -> session.as(world.someone(Role.PRINCIPAL), () -> list.of("nowhere")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("office.no-such-class"));
    }

    private List<ApprovalList.Row> rows() {
        return session.as(
                        world.someone(Role.PRINCIPAL),
                        () -> list.of(world.classNamed("4A").id()))
                .rows();
    }

    private ApprovalList.Row row(String recordId) {
        return rows().stream()
                .filter(row -> row.recordId().equals(recordId))
                .findFirst()
                .orElseThrow();
    }

    private static boolean has(ApprovalList.Row row, Class<? extends Oddity> kind) {
        return row.oddities().stream().anyMatch(kind::isInstance);
    }
}
