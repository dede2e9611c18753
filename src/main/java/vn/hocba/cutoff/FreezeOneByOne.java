package vn.hocba.cutoff;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.hocba.cutoff.CutOffs.Begun;
import vn.hocba.cutoff.SetAside.Cause;
import vn.hocba.workflow.OwnTransaction;

/** Freezes records each in a transaction of its own: one that fails is set aside with the reason, and holds up nobody. */
@Component
class FreezeOneByOne {

    private static final Logger LOG = LoggerFactory.getLogger(FreezeOneByOne.class);

    private final FreezeRecords freeze;
    private final SetAside setAside;
    private final OwnTransaction perRecord;

    FreezeOneByOne(FreezeRecords freeze, SetAside setAside, OwnTransaction perRecord) {
        this.freeze = freeze;
        this.setAside = setAside;
        this.perRecord = perRecord;
    }

    void freeze(Begun cutOff, List<String> recordIds) {
        recordIds.forEach(id -> freeze(cutOff, id));
    }

    private void freeze(Begun cutOff, String recordId) {
        try {
            perRecord.run(() -> freeze.freeze(cutOff, List.of(recordId)));
        } catch (RuntimeException first) {
            // Once more at once: whoever held it may have let go.
            LOG.warn("Record {} could not be frozen at the first attempt", recordId, first);
            again(cutOff, recordId);
        }
    }

    private void again(Begun cutOff, String recordId) {
        try {
            perRecord.run(() -> freeze.freeze(cutOff, List.of(recordId)));
        } catch (RuntimeException failure) {
            LOG.error("Record {} could not be frozen and is set aside", recordId, failure);
            perRecord.run(() -> setAside.put(cutOff, recordId, Cause.FAILED, SetAside.error(failure)));
        }
    }
}
