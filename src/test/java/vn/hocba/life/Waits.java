package vn.hocba.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.hocba.calendar.Milestone;
import vn.hocba.calendar.YearDates;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.record.RecordState;
import vn.hocba.request.Offer;
import vn.hocba.shared.UtcTimes;
import vn.hocba.workflow.Step;

/** What must hold of everything that waits at a record, at whatever time: somebody has to act who can, it has a bound, somebody sees it, and nothing final waits. */
final class Waits {

    /** Kinds that are about a version under way or about to be: nothing of them is left once a version is final. */
    private static final Set<String> BEFORE_THE_FREEZE = Set.of("CORRECTION", "PROMOTION", "INCLUSION");

    private static final Set<RecordState> FINAL = Set.of(RecordState.FROZEN, RecordState.RETRACTED, RecordState.LEFT);

    private final World world;
    private final School school;
    private final String record;

    Waits(World world, School school, String record) {
        this.world = world;
        this.school = school;
        this.record = record;
    }

    private record Work(Step step, String part, String assignee, String role, String milestone, Instant due) {}

    private record Open(String id, String kind, String role, String unit, Instant due) {}

    /** Of the work: its owner can sign in, has it in the inbox, and it has the due date of the calendar, after which it is counted as late. */
    void checkWork() {
        YearDates dates = dates();
        for (Work work : work()) {
            String said = work.step() + "/" + work.part();
            Milestone milestone = Milestone.valueOf(work.milestone());
            assertThat(milestone.isDue()).as(said).isTrue();
            assertThat(work.due()).as(said + " has its bound").isEqualTo(dates.due(milestone));
            List<CurrentUser> owners = owners(work);
            assertThat(owners).as(said + " has an owner: " + work).isNotEmpty();
            assertThat(world.session().as(owners.get(0), () -> world.inbox().groups()))
                    .as(said + " is in the inbox of " + owners.get(0).title())
                    .anySatisfy(group -> {
                        assertThat(group.step()).isEqualTo(work.step());
                        assertThat(group.part()).isEqualTo(work.part());
                    });
        }
    }

    /** Of the requests: somebody with the role can do something about each now, unless it waits for the record's own steps or a timer, and the office sees it. */
    private void checkRequests() {
        for (Open request : requests()) {
            if (request.role() == null) {
                continue;
            }
            List<CurrentUser> owners = everybody().stream()
                    .filter(person -> person.unitId().equals(request.unit()))
                    .filter(person -> person.is(Role.valueOf(request.role())))
                    .toList();
            assertThat(owners).as(request.kind() + " has an owner").isNotEmpty();
            assertThat(request.due()).as(request.kind() + " is due").isNotNull();
            checkOverdue(request, owners.get(0));
            assertThat(owners)
                    .as(request.kind() + " can be decided or taken back by its owner at "
                            + world.clock().instant())
                    .anySatisfy(owner -> {
                        assertThat(world.session()
                                        .as(owner, () -> world.board().page(request.id()))
                                        .offers())
                                .anyMatch(Offer::isPossible);
                        assertThat(world.session()
                                        .as(owner, () -> world.board().lists())
                                        .waiting())
                                .anyMatch(row -> row.id().equals(request.id()));
                    });
        }
    }

    /** What is overdue stands in its owner's list of that; somebody of the Sở can end it, unless a timer does. */
    private void checkOverdue(Open request, CurrentUser owner) {
        if (!request.due().isBefore(world.clock().instant())) {
            return;
        }
        assertThat(world.session().as(owner, () -> world.board().overdue()).waiting())
                .as(request.kind() + " is overdue")
                .anyMatch(row -> row.id().equals(request.id()));
        if (world.life().timers(request.id()).isEmpty()) {
            assertThat(everybody().stream().filter(person -> person.is(Role.PROVINCE_LEADER)))
                    .as(request.kind() + " can be ended above")
                    .anySatisfy(leader -> assertThat(world.session()
                                    .as(leader, () -> world.board().page(request.id()))
                                    .offers())
                            .anyMatch(Offer::isPossible));
        }
    }

    /** Nothing is both final and open, and the summer forgets nobody. */
    void checkEnds() {
        RecordState state = world.records().get(record).state();
        List<String> registered = world.life().registered(record);
        boolean sealed = registered.contains("FROZEN") || registered.contains("REPORTED");
        if (sealed) {
            assertThat(Step.at(state)).as("a person works at what is final").isEmpty();
        }
        if (!state.isOpenForEntry()) {
            assertThat(requests())
                    .extracting(Open::kind)
                    .as("what decides about a version that is signed already, at " + state)
                    .doesNotContain("INCLUSION", "PROMOTION");
        }
        if (FINAL.contains(state)) {
            assertThat(work()).as("work at " + state).isEmpty();
            assertThat(requests())
                    .extracting(Open::kind)
                    .as("requests at " + state)
                    .doesNotContainAnyElementsOf(BEFORE_THE_FREEZE);
        }
    }

    /** Between both cut-offs an accepted record without completion is not left lying: it is opened again, or a request about it is open. */
    void checkSummer() {
        assertThat(world.jdbc()
                        .sql(
                                "select count(*) from year_record r join registered_record g on g.year_record_id = r.id and g.state = 'ACCEPTED'"
                                        + " join enrolment e on e.pupil_id = r.pupil_id and e.class_id = r.class_id and e.status = 'STUDYING'"
                                        + " where r.id = ? and r.state = 'ACCEPTED' and r.programme_completed = false and r.supplementary_assessment = false"
                                        + " and r.assessed_by = 'REGULATION'"
                                        + " and not exists (select 1 from record_request q where q.year_record_id = r.id and q.state = 'OPEN')")
                        .param(record)
                        .query(Integer.class)
                        .single())
                .as("forgotten by the summer")
                .isZero();
    }

    /** Of the requests now and when each of these dates that is still ahead has passed. */
    void checkRequestsUntil(List<Milestone> milestones) {
        if (requests().isEmpty()) {
            return;
        }
        checkRequests();
        Instant now = world.clock().instant();
        try {
            for (Milestone milestone : milestones) {
                Instant passed = dates().limit(milestone).instant().plusSeconds(1);
                if (passed.isAfter(now)) {
                    world.clock().set(passed);
                    checkRequests();
                }
            }
        } finally {
            world.clock().set(now);
        }
    }

    private YearDates dates() {
        return world.calendar()
                .of(school.province().id(), world.records().get(record).schoolYear());
    }

    private List<Work> work() {
        return world.jdbc()
                .sql(
                        "select step, part, assignee_id, role, milestone, due_at from work_item where year_record_id = ? and state = 'OPEN'")
                .param(record)
                .query((row, n) -> new Work(
                        Step.valueOf(row.getString("step")),
                        row.getString("part"),
                        row.getString("assignee_id"),
                        row.getString("role"),
                        row.getString("milestone"),
                        UtcTimes.read(row, "due_at")))
                .list();
    }

    private List<Open> requests() {
        return world.jdbc()
                .sql(
                        "select id, kind, waits_role, waits_unit_id, due_at from record_request where year_record_id = ? and state = 'OPEN'")
                .param(record)
                .query((row, n) -> new Open(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getString("waits_role"),
                        row.getString("waits_unit_id"),
                        UtcTimes.read(row, "due_at")))
                .list();
    }

    private List<CurrentUser> owners(Work work) {
        return everybody().stream()
                .filter(person -> work.assignee() != null
                        ? work.assignee().equals(person.staffId()) && person.is(Role.TEACHER)
                        : person.is(Role.valueOf(work.role()))
                                && person.unitId().equals(school.unit().id()))
                .toList();
    }

    /** Who can sign in: at the school, and above it. */
    private List<CurrentUser> everybody() {
        return world
                .jdbc()
                .sql("select id from account where active = true and unit_id in (?, ?) order by id")
                .params(school.unit().id(), school.province().id())
                .query(String.class)
                .list()
                .stream()
                .flatMap(account -> world.accounts().byId(account).stream())
                .toList();
    }
}
