package vn.hocba.cutoff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.cutoff.CutOffs.Begun;
import vn.hocba.cutoff.SetAside.Cause;
import vn.hocba.record.PacketStore;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.registry.Freeze;
import vn.hocba.workflow.RecordProcesses;

/** Freezes some records of a wave at once, in the caller's transaction. Each comes further: it is frozen, put back to be frozen next, or set aside with its cause. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FreezeRecords {

    private final YearRecords records;
    private final PacketStore packets;
    private final Freeze freeze;
    private final RecordProcesses processes;
    private final CutOffs cutOffs;
    private final SetAside setAside;
    private final Untold untold;
    private final ObjectProvider<BeforeFreeze> underWay;

    FreezeRecords(
            YearRecords records,
            PacketStore packets,
            Freeze freeze,
            RecordProcesses processes,
            CutOffs cutOffs,
            SetAside setAside,
            Untold untold,
            ObjectProvider<BeforeFreeze> underWay) {
        this.records = records;
        this.packets = packets;
        this.freeze = freeze;
        this.processes = processes;
        this.cutOffs = cutOffs;
        this.setAside = setAside;
        this.untold = untold;
        this.underWay = underWay;
    }

    /**
     * Freezes them.
     *
     * @param recordIds whose version was accepted a moment ago; one that is not any more is left as it is
     */
    void freeze(Begun cutOff, List<String> recordIds) {
        List<YearRecord> locked = records.lockAll(recordIds);
        Map<String, Integer> accepted = freeze.acceptedVersions(recordIds);
        List<YearRecord> present = locked.stream()
                .filter(record -> accepted.containsKey(record.id()))
                .toList();
        Set<String> unknown = new HashSet<>(accepted.keySet());
        present.forEach(record -> unknown.remove(record.id()));
        unknown.forEach(id -> setAside.put(cutOff, id, Cause.UNKNOWN_HERE, null));
        Set<String> moved = underWay.stream()
                .flatMap(process -> process.beforeFreeze(present, accepted).stream())
                .collect(Collectors.toSet());
        List<YearRecord> quiet = new ArrayList<>();
        for (YearRecord record : present) {
            if (moved.contains(record.id())) {
                continue;
            }
            if (isOf(record, accepted.get(record.id()))) {
                quiet.add(record);
            } else {
                setAside.put(cutOff, record.id(), Cause.OTHER_VERSION, null);
            }
        }
        if (!quiet.isEmpty()) {
            freezeQuiet(cutOff, quiet);
        }
    }

    private void freezeQuiet(Begun cutOff, List<YearRecord> quiet) {
        List<String> ids = quiet.stream().map(YearRecord::id).toList();
        int frozen = freeze.freeze(ids, cutOff.effectiveOn());
        if (frozen != ids.size()) {
            throw new IllegalStateException("of " + ids.size() + " accepted records " + frozen + " were frozen");
        }
        cutOffs.count(cutOff.id(), frozen);
        if (cutOff.isOfWindow()) {
            cutOffs.frozenAfterAll(
                    cutOff.id(), quiet.stream().map(YearRecord::pupilId).toList());
        }
        // A school that has not seen its receipt yet, or waits for another, is told later, by LateSchools.
        quiet.stream()
                .filter(record -> record.state() != RecordState.ACCEPTED)
                .forEach(record -> untold.add(record.id()));
        processes.freeze(quiet);
    }

    /** Whether the accepted version is the school's own, or in force there while the province has not answered about the one that is to replace it. */
    private boolean isOf(YearRecord record, int accepted) {
        return record.versionNo() == accepted
                || record.state() == RecordState.SUBMITTED
                        && packets.inForce(record.id())
                                .filter(inForce -> inForce.versionNo() == accepted)
                                .isPresent();
    }
}
