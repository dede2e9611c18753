package vn.hocba.workflow;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.Calendar.InForce;
import vn.hocba.calendar.CalendarChanged;
import vn.hocba.calendar.Milestone;
import vn.hocba.calendar.OpenWork;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.UtcTimes;

/** Lets the due dates of open work follow the calendar. */
@Component
@ReadModel(of = "school")
class CalendarWork implements OpenWork {

    /** Longer than any transaction that makes work items. */
    private static final Duration LOOKING_BACK = Duration.ofMinutes(5);

    private static final String OPEN_IN_PROVINCE = " where state = 'OPEN' and school_year = :year"
            + " and school_id in (select u.id from org_unit u where u.path like :path) and (";

    private final JdbcClient jdbc;
    private final Calendar calendar;
    private final Clock clock;

    CalendarWork(JdbcClient jdbc, Calendar calendar, Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public int following(CalendarChanged change) {
        List<Milestone> moved = dues(change.moved());
        return moved.isEmpty()
                ? 0
                : bind("select count(*) from work_item" + dueOtherwise(moved), of(change), moved)
                        .query(Integer.class)
                        .single();
    }

    /** In the transaction of the decision, with one statement for the whole province. */
    @EventListener
    @Transactional
    public void follow(CalendarChanged change) {
        List<Milestone> moved = dues(change.moved());
        if (!moved.isEmpty()) {
            move(of(change), moved);
        }
    }

    /** Once more, for what a transaction made with the former date and committed only after the decision. */
    @Scheduled(fixedDelay = 60_000)
    @Transactional
    public void followAgain() {
        calendar.decidedSince(clock.instant().minus(LOOKING_BACK))
                .forEach(inForce -> move(inForce, dues(List.of(Milestone.values()))));
    }

    private void move(InForce inForce, List<Milestone> dues) {
        String newDue = dues.stream()
                .map(milestone -> " when '" + milestone + "' then :" + milestone)
                .collect(Collectors.joining("", "case milestone", " else due_at end"));
        bind("update work_item set due_at = " + newDue + dueOtherwise(dues), inForce, dues)
                .update();
    }

    private static InForce of(CalendarChanged change) {
        return new InForce(change.provincePath(), change.after());
    }

    private static List<Milestone> dues(Collection<Milestone> milestones) {
        return milestones.stream().filter(Milestone::isDue).toList();
    }

    private static String dueOtherwise(List<Milestone> dues) {
        return dues.stream()
                .map(milestone -> "milestone = '" + milestone + "' and due_at <> :" + milestone)
                .collect(Collectors.joining(" or ", OPEN_IN_PROVINCE, ")"));
    }

    private JdbcClient.StatementSpec bind(String sql, InForce inForce, List<Milestone> dues) {
        JdbcClient.StatementSpec statement =
                jdbc.sql(sql).param("year", inForce.dates().schoolYear()).param("path", inForce.provincePath() + "%");
        for (Milestone milestone : dues) {
            statement = statement.param(
                    milestone.name(), UtcTimes.bind(inForce.dates().due(milestone)));
        }
        return statement;
    }
}
