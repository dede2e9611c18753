package vn.hocba.school;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.school.UnitChange.Kind;
import vn.hocba.school.UnitChange.State;
import vn.hocba.shared.UtcTimes;

/** What was decided about units. Who may decide it, {@link ChangeUnits} says. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class UnitChanges {

    private static final String SELECT =
            "select c.id, c.kind, c.unit_id, c.other_unit_id, c.name, c.commune, c.place, c.classes,"
                    + " c.starts_on, c.decision_no, c.decided_on, c.state, c.asked_by from unit_change c ";

    private final JdbcClient jdbc;
    private final Clock clock;

    UnitChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(UnitChange change) {
        jdbc.sql(
                        "insert into unit_change (id, row_version, kind, unit_id, other_unit_id, name, commune, place, classes, starts_on,"
                                + " decision_no, decided_on, state, asked_by, asked_at) values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        change.id(),
                        change.kind().name(),
                        change.unitId(),
                        change.otherUnitId(),
                        change.name(),
                        change.commune(),
                        change.place(),
                        String.join(",", change.classIds()),
                        change.startsOn(),
                        change.decisionNo(),
                        change.decidedOn(),
                        change.state().name(),
                        change.askedBy(),
                        UtcTimes.bind(clock.instant()))
                .update();
    }

    /** Reads it and holds it until the transaction ends; empty where there is none. */
    Optional<UnitChange> lock(String id) {
        return jdbc.sql(SELECT + "where c.id = ? for update")
                .param(id)
                .query(UnitChanges::read)
                .optional();
    }

    /** Those of a unit that are planned or not done yet. */
    List<UnitChange> openOf(String unitId) {
        return jdbc.sql(SELECT + "where c.unit_id = ? and c.state in ('PLANNED', 'RUNNING')")
                .param(unitId)
                .query(UnitChanges::read)
                .list();
    }

    /** The planned ones whose day has come, in the order of their days. */
    @Transactional(readOnly = true)
    public List<UnitChange> due(LocalDate today) {
        return jdbc.sql(SELECT + "where c.state = 'PLANNED' and c.starts_on <= ? order by c.starts_on, c.asked_at")
                .param(today)
                .query(UnitChanges::read)
                .list();
    }

    /** Those of the units at or below a path, what is not done first, then the latest. */
    @Transactional(readOnly = true)
    public List<UnitChange> below(String path) {
        return jdbc.sql(
                        SELECT + "join org_unit u on u.id = c.unit_id where u.path like ?"
                                + " order by case when c.state in ('PLANNED', 'RUNNING') then 0 else 1 end, c.starts_on desc, c.asked_at desc")
                .param(path + "%")
                .query(UnitChanges::read)
                .list();
    }

    /** @param by name and title; null where a day or the work itself ended it */
    void put(String id, State state, String by) {
        jdbc.sql(
                        "update unit_change set state = ?, ended_by = ?, ended_at = ?, row_version = row_version + 1 where id = ?")
                .params(state.name(), by, UtcTimes.bind(clock.instant()), id)
                .update();
    }

    private static UnitChange read(ResultSet row, int n) throws SQLException {
        String classes = row.getString("classes");
        return new UnitChange(
                row.getString("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("unit_id"),
                row.getString("other_unit_id"),
                row.getString("name"),
                row.getString("commune"),
                row.getString("place"),
                classes == null || classes.isEmpty() ? List.of() : List.of(classes.split(",")),
                row.getObject("starts_on", LocalDate.class),
                row.getString("decision_no"),
                row.getObject("decided_on", LocalDate.class),
                State.valueOf(row.getString("state")),
                row.getString("asked_by"));
    }
}
