package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.audit.AuditLog;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.AccountStanding;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.oversight.ProgressBoard;
import vn.hocba.record.RecordSnapshot.Study;
import vn.hocba.school.ChangeUnits.Decision;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.UnitBoard.Decided;
import vn.hocba.school.UnitBoard.Past;
import vn.hocba.school.UnitChange.Kind;
import vn.hocba.school.UnitChange.State;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.UnitId;
import vn.hocba.signing.MovableClock;
import vn.hocba.workflow.CountsCheck;

@ReleasedRecordsTest
class ChangeUnitsTest {

    private static final String NEW_NAME = "Trường Tiểu học Lê Lợi";

    @Autowired
    ChangeUnits changes;

    @Autowired
    UnitBoard board;

    @Autowired
    SetLevels levels;

    @Autowired
    DueUnitChanges due;

    @Autowired
    ReleasedRecords world;

    @Autowired
    SchoolDirectory directory;

    @Autowired
    ProgressBoard progress;

    @Autowired
    AccountStanding standing;

    @Autowired
    AuditLog audit;

    @Autowired
    Session session;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Unit province;
    private Unit commune;
    private School school;
    private CurrentUser officer;
    private LocalDate today;

    @BeforeEach
    void aSchoolBelowACommune() {
        province = world.province();
        commune = world.intermediate(province);
        school = world.schoolBelow(commune);
        jdbc.sql("insert into school_size (school_id, school_year, studying) values (?, ?, 0)")
                .params(school.unit().id(), ReleasedRecords.YEAR)
                .update();
        officer = world.ofProvince(province, Role.PROVINCE_OFFICER);
        today = LocalDate.now(clock);
    }

    @AfterEach
    void theBoardsCountWhatThereIs() {
        clock.reset();
        CountsCheck.ofSchool(jdbc, school.unit().id());
    }

    @Test
    void whatIsSignedFromThenOnHasTheNewNameAndWhatWasSignedStaysByteForByte() {
        String before = world.released(school, "Lò Thị Mai").get(0);
        byte[] signed = world.packet(before);

        assertThat(rename(today)).isTrue();

        assertThat(world.packet(before)).isEqualTo(signed);
        assertThat(world.content(before).issuer().schoolName())
                .isEqualTo(school.unit().name());
        String after = world.released(school, "Giàng A Sử").get(0);
        assertThat(world.content(after).issuer().schoolName()).isEqualTo(NEW_NAME);
        assertThat(directory.unit(school.unit().id()).name()).isEqualTo(NEW_NAME);
        assertThat(session.as(officer, () -> board.history(school.unit().id())))
                .extracting(Past::name)
                .containsExactly(school.unit().name(), NEW_NAME);
    }

    @Test
    void theStudyHistoryOfFormerYearsHasTheNameOfThoseYears() {
        String record = world.open(school, "Lò Thị Mai");
        String classBefore = Ids.next();
        jdbc.sql(
                        "insert into school_class (id, row_version, school_id, school_year, name, grade) values (?, 0, ?, ?, '1C', 1)")
                .params(classBefore, school.unit().id(), ReleasedRecords.YEAR - 1)
                .update();
        jdbc.sql(
                        "insert into enrolment (id, row_version, pupil_id, school_id, class_id, school_year, ordinal, status)"
                                + " select ?, 0, pupil_id, school_id, ?, school_year - 1, 1, 'STUDYING' from year_record where id = ?")
                .params(Ids.next(), classBefore, record)
                .update();
        rename(LocalDate.of(ReleasedRecords.YEAR, 8, 1));

        world.complete(school, record);

        assertThat(world.content(record).studies())
                .extracting(Study::schoolYear, Study::schoolName)
                .containsExactly(
                        Tuple.tuple(ReleasedRecords.YEAR - 1, school.unit().name()),
                        Tuple.tuple(ReleasedRecords.YEAR, NEW_NAME));
    }

    @Test
    void whatLiesAheadHoldsFromItsDayAndCanBeTakenBackUntilThen() {
        LocalDate day = today.plusDays(3);
        assertThat(rename(day)).isFalse();
        due.look();
        assertThat(name()).isEqualTo(school.unit().name());
        assertThatThrownBy(() -> rename(day)).isInstanceOf(Refused.class);

        session.run(officer, () -> changes.takeBack(onlyDecision().change().id()));
        at(day);
        due.look();
        assertThat(name()).isEqualTo(school.unit().name());

        clock.reset();
        rename(day);
        at(day);
        due.look();
        assertThat(name()).isEqualTo(NEW_NAME);
        assertThat(session.as(officer, () -> board.decided()))
                .extracting(decided -> decided.change().state())
                .containsExactlyInAnyOrder(State.CANCELLED, State.DONE);
        String done = session.as(officer, () -> board.decided()).stream()
                .filter(decided -> decided.change().state() == State.DONE)
                .findFirst()
                .orElseThrow()
                .change()
                .id();
        assertThatThrownBy(() -> session.run(officer, () -> changes.takeBack(done)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("school.units.holds-already"));
    }

    @Test
    void whoIsAboveTheSchoolNowSeesItAndWhoWasDoesNot() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        Unit other = world.intermediate(province);
        CurrentUser before = school.official();
        CurrentUser after = world.official(other, Role.SUPERVISOR);
        assertThat(seen(before)).containsExactly(school.unit().name());

        session.run(
                officer,
                () -> changes.decide(
                        decision(Kind.MOVE, school.unit().id(), other.id(), null, "Xã Đông Sơn", "Đông Sơn", today)));

        assertThat(seen(before)).isEmpty();
        assertThat(seen(after)).containsExactly(school.unit().name());
        assertThatThrownBy(() ->
                        session.run(before, () -> progress.school(school.unit().id(), ReleasedRecords.YEAR)))
                .isInstanceOf(Refused.class);
        assertThat(standing.of(school.clerk().accountId()).orElseThrow().unitPath())
                .isEqualTo(directory.unit(school.unit().id()).path())
                .startsWith(other.path());
        assertThat(directory.provinceOf(school.unit().id()).orElseThrow().id()).isEqualTo(province.id());
        assertThat(world.content(record).issuer().commune()).isNull();
        assertThat(world.content(world.released(school, "Giàng A Sử").get(0))
                        .issuer()
                        .commune())
                .isEqualTo("Xã Đông Sơn");
        assertThat(audit.of(school.unit().id())).anyMatch(line -> line.action().equals("unit.MOVE"));
    }

    @Test
    void aCommuneComesWithItsSchools() {
        Unit other = world.intermediate(province);
        session.run(
                officer, () -> changes.decide(decision(Kind.MOVE, commune.id(), other.id(), null, null, null, today)));

        assertThat(directory.unit(school.unit().id()).path()).startsWith(other.path() + commune.code() + "/");
        CurrentUser ofTheCommune = standing.of(school.official().accountId()).orElseThrow();
        assertThat(seen(ofTheCommune)).containsExactly(school.unit().name());
        assertThat(seen(world.official(other, Role.SUPERVISOR)))
                .containsExactly(school.unit().name());
    }

    @Test
    void onlyTheSoDecidesAboutItsUnitsAndPutsThemUnderItsOwn() {
        Unit below = world.intermediate(commune);
        Unit elsewhere = world.intermediate(world.province());
        for (CurrentUser who : List.of(
                school.admin(),
                school.official(),
                world.ofProvince(province, Role.PROVINCE_CLERK),
                world.ofProvince(world.province(), Role.PROVINCE_OFFICER))) {
            assertThatThrownBy(() -> session.run(
                            who,
                            () -> changes.decide(
                                    decision(Kind.RENAME, school.unit().id(), null, NEW_NAME, null, null, today))))
                    .as(who.title())
                    .isInstanceOf(Refused.class);
        }
        for (String wrong : List.of(elsewhere.id(), commune.id(), school.unit().id())) {
            assertThatThrownBy(() -> session.run(
                            officer,
                            () -> changes.decide(
                                    decision(Kind.MOVE, school.unit().id(), wrong, null, null, null, today))))
                    .isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> session.run(
                        officer,
                        () -> changes.decide(decision(Kind.MOVE, commune.id(), below.id(), null, null, null, today))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("school.units.no-place"));
        assertThatThrownBy(() -> session.run(
                        officer,
                        () -> changes.decide(new Decision(
                                Kind.RENAME,
                                school.unit().id(),
                                null,
                                NEW_NAME,
                                null,
                                null,
                                List.of(),
                                today,
                                " ",
                                today))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("school.units.decision"));
        assertThat(name()).isEqualTo(school.unit().name());
    }

    @Test
    void whereAUnitIsToGoStaysUntilThatDaySoThatNothingComesBelowItself() {
        Unit other = world.intermediate(province);
        Unit inside = world.intermediate(commune);
        LocalDate day = today.plusDays(10);
        session.run(
                officer, () -> changes.decide(decision(Kind.MOVE, commune.id(), other.id(), null, null, null, day)));

        for (Unit above : List.of(commune, inside)) {
            assertThatThrownBy(() -> session.run(
                            officer,
                            () -> changes.decide(decision(Kind.MOVE, other.id(), above.id(), null, null, null, day))))
                    .isInstanceOfSatisfying(Refused.class, refused -> {
                        assertThat(refused.key()).isEqualTo("school.units.other-open");
                        assertThat(refused.args()).containsExactly(commune.name());
                    });
        }
    }

    @Test
    void aSchoolOfSeveralLevelsKeepsTheOneOfWhichItHasRecords() {
        String id = school.unit().id();
        session.run(officer, () -> levels.set(id, Set.of(SchoolLevel.PRIMARY, SchoolLevel.LOWER_SECONDARY)));

        assertThat(session.as(officer, () -> levels.of(id)))
                .containsExactlyInAnyOrder(SchoolLevel.PRIMARY, SchoolLevel.LOWER_SECONDARY);
        assertThat(directory.unit(id).level()).isEqualTo(SchoolLevel.PRIMARY);
        assertThatThrownBy(() -> session.run(officer, () -> levels.set(id, Set.of(SchoolLevel.LOWER_SECONDARY))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> session.run(school.admin(), () -> levels.set(id, Set.of(SchoolLevel.PRIMARY))))
                .isInstanceOf(Refused.class);
    }

    private boolean rename(LocalDate from) {
        return session.as(
                officer,
                () -> changes.decide(decision(Kind.RENAME, school.unit().id(), null, NEW_NAME, null, null, from)));
    }

    private Decision decision(
            Kind kind, String unit, String other, String name, String commune, String place, LocalDate from) {
        return new Decision(
                kind,
                unit,
                other == null ? null : new UnitId(other),
                name,
                commune,
                place,
                List.of(),
                from,
                "1685/QĐ-UBND",
                today.minusDays(5));
    }

    private Decided onlyDecision() {
        return session.as(officer, () -> board.decided()).get(0);
    }

    private String name() {
        return directory.unit(school.unit().id()).name();
    }

    private List<String> seen(CurrentUser who) {
        return session.as(
                who, () -> progress.schools(ProgressBoard.Ask.first(ReleasedRecords.YEAR, 10)).schools().stream()
                        .map(ProgressBoard.Line::name)
                        .toList());
    }

    private void at(LocalDate day) {
        clock.set(day.atTime(LocalTime.of(8, 0)).atZone(clock.getZone()).toInstant());
    }
}
