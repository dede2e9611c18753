package vn.hocba.school;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.shared.Refused;

/** The units of a Sở as they are now, what was decided about them, and what they were before. */
@Service
@Transactional(readOnly = true)
public class UnitBoard {

    private final Access access;
    private final SchoolDirectory directory;
    private final UnitTerms terms;
    private final UnitChanges changes;
    private final JdbcClient jdbc;

    UnitBoard(Access access, SchoolDirectory directory, UnitTerms terms, UnitChanges changes, JdbcClient jdbc) {
        this.access = access;
        this.directory = directory;
        this.terms = terms;
        this.changes = changes;
        this.jdbc = jdbc;
    }

    /**
     * A unit of the Sở.
     *
     * @param above name of the unit that it stands under
     * @param open whether it is there now
     */
    public record Row(String id, String code, UnitKind kind, String name, String above, String commune, boolean open) {}

    /**
     * What was decided.
     *
     * @param unit its name now
     * @param other the name now of the other unit; null for none
     */
    public record Decided(UnitChange change, String unit, String other) {}

    /** What a unit was, until when; above is a name, null for none. */
    public record Past(UnitTerms.Term term, String above) {

        public String name() {
            return term.name();
        }
    }

    /**
     * The units below the current user's Sở and the Sở itself, in the order of the tree.
     *
     * @throws Refused unless the current user decides about units
     */
    public List<Row> units() {
        CurrentUser user = access.holding(Right.CHANGE_UNITS);
        return jdbc.sql(
                        "select u.id as id, u.code as code, u.kind as kind, u.name as name, p.name as above, u.commune as commune,"
                                + " case when u.valid_to is null then true else false end as open"
                                + " from org_unit u left join org_unit p on p.id = u.parent_id where u.path like ? order by u.path")
                .param(user.unitPath() + "%")
                .query(Row.class)
                .list();
    }

    /**
     * What was decided about them, what is ahead or under way first.
     *
     * @throws Refused unless the current user decides about units
     */
    public List<Decided> decided() {
        CurrentUser user = access.holding(Right.CHANGE_UNITS);
        Map<String, String> names = names(user);
        return changes.below(user.unitPath()).stream()
                .map(change -> new Decided(change, names.get(change.unitId()), names.get(change.otherUnitId())))
                .toList();
    }

    /**
     * What a unit was, oldest first, and what it is.
     *
     * @throws Refused unless the current user decides about it
     */
    public List<Past> history(String unitId) {
        CurrentUser user = access.over(directory.unit(unitId).path(), Right.CHANGE_UNITS);
        Map<String, String> names = names(user);
        return terms.of(unitId).stream()
                .map(term -> new Past(term, names.get(term.parentId())))
                .toList();
    }

    private Map<String, String> names(CurrentUser user) {
        return jdbc
                .sql("select id, name from org_unit where path like ?")
                .param(user.unitPath() + "%")
                .query((row, n) -> Map.entry(row.getString("id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
