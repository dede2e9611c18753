package vn.hocba.school;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.school.SchoolDirectory.Unit;

/** Which school goes on with what another one began. */
@Repository
@Transactional(readOnly = true)
public class UnitLineage {

    private final JdbcClient jdbc;

    UnitLineage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether a school makes new versions of what another one issued: it is that school, acts for it, or has taken over classes of it.
     *
     * @param issuerCode sector code of the school that issued
     */
    public boolean goesOnAt(String issuerCode, Unit school) {
        return issuerCode.equals(school.code())
                || jdbc.sql("select count(*) from org_unit u where u.code = :issuer and (u.path like :below"
                                        + " or exists (select 1 from unit_change c where c.unit_id = u.id and c.other_unit_id = :school"
                                        + " and c.kind = 'SPLIT' and c.state in ('RUNNING', 'DONE')))")
                                .param("issuer", issuerCode)
                                .param("below", school.path() + "%")
                                .param("school", school.id())
                                .query(Integer.class)
                                .single()
                        > 0;
    }
}
