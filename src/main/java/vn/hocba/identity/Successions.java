package vn.hocba.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.shared.UnitId;

/** Which unit acts for one that is not there any more: what its people may do at their own unit, they may do at that one. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Successions {

    /** The former units of the unit of an account, as {@link CurrentUser#formerUnits}. */
    static final String OF_ACCOUNT =
            "(select group_concat(s.former_id) from unit_succession s where s.unit_id = unit_id)";

    private final JdbcClient jdbc;

    Successions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From now on a unit acts for one that is closed, and for those that this one acted for. */
    public void add(UnitId former, UnitId successor) {
        jdbc.sql("update unit_succession set unit_id = ? where unit_id = ?")
                .params(successor.value(), former.value())
                .update();
        jdbc.sql("insert into unit_succession (former_id, unit_id) values (?, ?)")
                .params(former.value(), successor.value())
                .update();
    }

    /** Whether another unit acts for this one. */
    @Transactional(readOnly = true)
    public boolean isClosed(String unitId) {
        return jdbc.sql("select count(*) from unit_succession where former_id = ?")
                        .param(unitId)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
