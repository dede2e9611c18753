package vn.hocba.cutoff;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hocba.record.YearRecord;

/** Told, in the same transaction, which records are about to be frozen, so that what is under way about them comes to its end. */
public interface BeforeFreeze {

    /**
     * Ends it. A record whose own process was moved by that is frozen with the next chunk: the engine finds its wait only after this transaction. A version
     * that lies with the province is left to the province's answer.
     *
     * @param records locked
     * @param accepted number of the version that the province has accepted and will freeze, by record id
     * @return ids of the records whose own process was moved; the next time none of them is among these again
     */
    Set<String> beforeFreeze(List<YearRecord> records, Map<String, Integer> accepted);
}
