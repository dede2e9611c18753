package vn.hocba.transfer;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.request.Request;
import vn.hocba.request.RequestEnded;

/** Hand-overs between their first signature and the seal. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class HandOverDrafts {

    private final JdbcClient jdbc;

    HandOverDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where nobody has signed yet, and after the seal. */
    Optional<byte[]> of(Request request) {
        return jdbc.sql("select document from hand_over_draft where request_id = ?")
                .param(request.id())
                .query((row, n) -> row.getBytes("document"))
                .optional();
    }

    boolean isThere(String requestId) {
        return jdbc.sql("select count(*) from hand_over_draft where request_id = ?")
                        .param(requestId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Instead of what was there. */
    void put(Request request, byte[] document) {
        remove(request);
        jdbc.sql("insert into hand_over_draft (request_id, year_record_id, document) values (?, ?, ?)")
                .params(request.id(), request.yearRecordId(), document)
                .update();
    }

    void remove(Request request) {
        jdbc.sql("delete from hand_over_draft where request_id = ?")
                .param(request.id())
                .update();
    }

    /** What was not sealed is of no use any more: one transfer of a record is open at a time. */
    @EventListener
    public void on(RequestEnded ended) {
        if (TransferRequest.NAME.equals(ended.kind()) && ended.yearRecordId() != null) {
            jdbc.sql("delete from hand_over_draft where year_record_id = ?")
                    .param(ended.yearRecordId())
                    .update();
        }
    }
}
