package vn.hocba.school;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.shared.Ids;

/** What units were called, where they stood and whether they were there, from which day until which (docs/decisions/0048). */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class UnitTerms {

    private final JdbcClient jdbc;

    UnitTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A time of a unit.
     *
     * @param parentId under which it stood; null under none
     * @param startsOn null where nobody knows
     * @param endsOn the first day on which it does not hold any more; null: still
     * @param decisionNo null where nobody knows
     * @param decidedOn null where nobody knows
     */
    public record Term(
            String name,
            String parentId,
            boolean open,
            LocalDate startsOn,
            LocalDate endsOn,
            String decisionNo,
            LocalDate decidedOn) {}

    /** The times of a unit, oldest first. */
    @Transactional(readOnly = true)
    public List<Term> of(String unitId) {
        return jdbc.sql("select name, parent_id, status, starts_on, ends_on, decision_no, decided_on from unit_term"
                        + " where unit_id = ? order by case when ends_on is null then 1 else 0 end, ends_on")
                .param(unitId)
                .query((row, n) -> new Term(
                        row.getString("name"),
                        row.getString("parent_id"),
                        row.getString("status").equals("OPEN"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getString("decision_no"),
                        row.getObject("decided_on", LocalDate.class)))
                .list();
    }

    /** Since when it is as it is; null where nobody knows. */
    LocalDate since(String unitId) {
        List<Term> terms = of(unitId);
        return terms.isEmpty() ? null : terms.get(terms.size() - 1).startsOn();
    }

    /** The unit was laid down, or laid down otherwise, by the system: no time of it begins. */
    void laidDown(OrgUnit unit) {
        int known = jdbc.sql("update unit_term set name = ?, parent_id = ?, row_version = row_version + 1"
                        + " where unit_id = ? and ends_on is null")
                .params(unit.name, unit.parentId, unit.id())
                .update();
        if (known == 0) {
            add(unit, null, null, null, true);
        }
    }

    /** From a day on it is as it stands now. */
    void begin(OrgUnit unit, UnitChange by) {
        jdbc.sql(
                        "update unit_term set ends_on = ?, row_version = row_version + 1 where unit_id = ? and ends_on is null")
                .params(by.startsOn(), unit.id())
                .update();
        add(unit, by.startsOn(), by.decisionNo(), by.decidedOn(), unit.validTo == null);
    }

    private void add(OrgUnit unit, LocalDate startsOn, String decisionNo, LocalDate decidedOn, boolean open) {
        jdbc.sql(
                        "insert into unit_term (id, row_version, unit_id, name, parent_id, status, starts_on, decision_no, decided_on)"
                                + " values (?, 0, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.next(),
                        unit.id(),
                        unit.name,
                        unit.parentId,
                        open ? "OPEN" : "CLOSED",
                        startsOn,
                        decisionNo,
                        decidedOn)
                .update();
    }
}
