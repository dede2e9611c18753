package vn.hocba.request;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Power;
import vn.hocba.identity.Right;
import vn.hocba.request.RequestBoard.Lists;
import vn.hocba.request.RequestBoard.Row;
import vn.hocba.shared.UtcTimes;

/** Which requests concern a person, as lists. */
@Component
class RequestLists {

    private static final int SHOWN = 200;
    private static final int ENDED = 50;
    private static final String FOR_USER = "state = 'OPEN' and waits_unit_id = :unit and waits_role in (:roles)";
    private static final String NOT_FOR_USER = " and not (waits_unit_id = :unit and waits_role in (:roles))";
    private static final String OVERDUE = " and due_at < :now";

    private final JdbcClient jdbc;
    private final Kinds kinds;
    private final Clock clock;

    RequestLists(JdbcClient jdbc, Kinds kinds, Clock clock) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.clock = clock;
    }

    Lists of(CurrentUser user) {
        List<Row> waiting = waiting(user, "");
        // What is open has no end and comes last: a condition on the end would cost MySQL the order of the index.
        List<Row> ended = mine(user, "", "ended_at desc", ENDED).stream()
                .filter(row -> row.endedAt() != null)
                .toList();
        return new Lists(waiting, without(waiting, mine(user, " and state = 'OPEN'", "state, asked_at", SHOWN)), ended);
    }

    Lists overdue(CurrentUser user) {
        List<Row> waiting = waiting(user, OVERDUE);
        return new Lists(
                waiting,
                without(waiting, mine(user, " and state = 'OPEN'" + OVERDUE, "state, due_at", SHOWN)),
                List.of());
    }

    int waiting(CurrentUser user) {
        int forRole = jdbc.sql("select count(*) from record_request where " + FOR_USER)
                .param("unit", user.unitId())
                .param("roles", user.worksAs(Power.DECIDE_REQUESTS))
                .query(Integer.class)
                .single();
        return forRole + concerning(user, "").size();
    }

    private static List<Row> without(List<Row> waiting, List<Row> all) {
        Set<String> known = waiting.stream().map(Row::id).collect(Collectors.toSet());
        return all.stream().filter(row -> !known.contains(row.id())).toList();
    }

    /** For the user's roles, then what concerns the user otherwise; in both what is overdue first, then oldest first. */
    private List<Row> waiting(CurrentUser user, String which) {
        List<Row> forRole = jdbc.sql(RequestRows.SELECT + FOR_USER + which
                        + " order by case when due_at < :now then 0 else 1 end, asked_at limit " + SHOWN)
                .param("unit", user.unitId())
                .param("roles", user.worksAs(Power.DECIDE_REQUESTS))
                .param("now", UtcTimes.bind(clock.instant()))
                .query((row, n) -> RequestRows.read(row))
                .list();
        return Stream.concat(forRole.stream(), concerning(user, which).stream())
                .sorted(Comparator.comparing(this::isOverdue).reversed())
                .toList();
    }

    private boolean isOverdue(Row row) {
        return row.dueAt() != null && row.dueAt().isBefore(clock.instant());
    }

    /** What concerns the user without waiting for one of the user's roles, oldest first. */
    private List<Row> concerning(CurrentUser user, String which) {
        Set<String> ids = kinds.concerning(user);
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(RequestRows.SELECT + "id in (:ids)" + which + NOT_FOR_USER + " order by asked_at")
                        .param("ids", ids)
                        .param("unit", user.unitId())
                        .param("roles", user.worksAs(Power.DECIDE_REQUESTS))
                        .param("now", UtcTimes.bind(clock.instant()))
                        .query((row, n) -> RequestRows.read(row))
                        .list();
    }

    /**
     * A teacher sees what the teacher asked; offices of a school what was asked there or of it; the Sở what was asked in its province. Each concern finds an
     * index: one statement with «or» would read the requests of all schools, and so would a join with the units of a province. The Sở's lists are pages in the
     * order of theirs.
     */
    private List<Row> mine(CurrentUser user, String which, String order, int most) {
        boolean office = Right.READ_REQUESTS_OF_SCHOOL.isOf(user);
        if (!office && Right.READ_REQUESTS_OF_PROVINCE.isOf(user)) {
            return concerning(user, List.of("province_id = :unit"), which, "province_id desc, " + order, most);
        }
        return concerning(
                user,
                office
                        ? List.of("school_id = :unit", "other_unit_id = :unit and school_id <> :unit")
                        : List.of("asked_by = :user"),
                which,
                order,
                most);
    }

    private List<Row> concerning(CurrentUser user, List<String> concerns, String which, String order, int most) {
        return jdbc.sql(concerns.stream()
                        .map(concern -> RequestRows.SELECT + concern + which)
                        .collect(Collectors.joining(" union all ", "", " order by " + order + " limit " + most)))
                .param("unit", user.unitId())
                .param("user", user.username())
                .param("now", UtcTimes.bind(clock.instant()))
                .query((row, n) -> RequestRows.read(row))
                .list();
    }
}
