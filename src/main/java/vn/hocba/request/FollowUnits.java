package vn.hocba.request;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.school.UnitFollowed;

/** What was asked at a school that is not there any more, or of it, and is not answered yet, is its successor's. */
@Component
class FollowUnits {

    private final JdbcClient jdbc;

    FollowUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the transaction of the change. Details name schools by ids, which nothing else in them looks like. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(UnitFollowed change) {
        for (String column : new String[] {"school_id", "other_unit_id", "waits_unit_id"}) {
            jdbc.sql("update record_request set " + column + " = ?, details = replace(details, ?, ?),"
                            + " row_version = row_version + 1 where " + column + " = ? and state = 'OPEN'")
                    .params(change.successorId(), change.formerId(), change.successorId(), change.formerId())
                    .update();
        }
    }
}
