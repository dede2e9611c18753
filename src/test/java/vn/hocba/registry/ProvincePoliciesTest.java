package vn.hocba.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.audit.AuditLog;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.registry.IntakeBoard.Filter;
import vn.hocba.registry.IntakeBoard.Outcome;
import vn.hocba.shared.Refused;

@ReleasedRecordsTest
class ProvincePoliciesTest {

    @Autowired
    ProvincePolicies policies;

    @Autowired
    IntakeBoard board;

    @Autowired
    Intake intake;

    @Autowired
    AuditLog audit;

    @Autowired
    Session session;

    @Autowired
    ReleasedRecords world;

    @Test
    void aProvinceDecidesForItselfOnly() {
        School first = world.school();
        School second = world.school();

        session.run(first.official(), () -> policies.set(Policy.LOOKUP_SHOW_UNFROZEN, true));

        assertThat(policies.isOn(first.province().code(), Policy.LOOKUP_SHOW_UNFROZEN))
                .isTrue();
        assertThat(policies.isOn(second.province().code(), Policy.LOOKUP_SHOW_UNFROZEN))
                .isFalse();
    }

    @Test
    void aDecisionIsInTheAuditLog() {
        School school = world.school();

        session.run(school.official(), () -> policies.set(Policy.LOOKUP_SHOW_UNFROZEN, false));

        assertThat(audit.of(school.province().id())).last().satisfies(line -> {
            assertThat(line.actorName()).isEqualTo("Phạm Thanh Bình");
            assertThat(line.detail()).isEqualTo("lookup.show-unfrozen=false");
        });
    }

    @Test
    void peopleOfASchoolNeitherDecideNorSeeTheIntake() {
        School school = world.school();

        for (CurrentUser user : List.of(school.principal(), school.clerk(), school.admin(), school.homeroom())) {
            assertThatThrownBy(() -> session.run(user, () -> policies.set(Policy.LOOKUP_SHOW_UNFROZEN, false)))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> session.as(user, board::schoolYears)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void theBoardCountsTheLatestAnswerPerClassOfTheOwnProvince() {
        School school = world.school();
        List<String> records = world.released(school, "Lò Thị Mai", "Giàng A Sử");
        world.school();
        intake.receive(world.pack(school, world.item(records.get(0)), world.item(records.get(1))));

        session.run(school.official(), () -> {
            assertThat(board.schoolYears()).containsExactly(ReleasedRecords.YEAR);
            assertThat(board.schools(ReleasedRecords.YEAR, "", 0, 10))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.schoolName()).isEqualTo(school.unit().name());
                        assertThat(line.accepted()).isEqualTo(2);
                        assertThat(line.rejected()).isZero();
                    });
            assertThat(board.classes(ReleasedRecords.YEAR, school.unit().code()))
                    .singleElement()
                    .satisfies(line -> assertThat(line.className()).isEqualTo("1A"));
            Filter accepted = new Filter(ReleasedRecords.YEAR, school.unit().code(), "1A", Outcome.ACCEPTED);
            assertThat(board.count(accepted)).isEqualTo(2);
            assertThat(board.answers(accepted, null, 10))
                    .extracting(IntakeBoard.Answer::pupilName)
                    .containsExactlyInAnyOrder("Lò Thị Mai", "Giàng A Sử");
            assertThat(board.count(new Filter(ReleasedRecords.YEAR, null, null, Outcome.REJECTED)))
                    .isZero();
        });
    }
}
