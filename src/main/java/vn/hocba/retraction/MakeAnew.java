package vn.hocba.retraction;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.record.PacketStore;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Request;
import vn.hocba.workflow.RecordProcesses;
import vn.hocba.workflow.Step;

/** Begins the next version of a record that its school has taken back: no version is in force until the province has taken that one (CV 1396, annex). */
@Component
class MakeAnew {

    private final YearRecords records;
    private final PacketStore packets;
    private final RecordProcesses processes;
    private final AuditLog audit;

    MakeAnew(YearRecords records, PacketStore packets, RecordProcesses processes, AuditLog audit) {
        this.records = records;
        this.packets = packets;
        this.processes = processes;
        this.audit = audit;
    }

    /** With the homeroom teacher, who may give subjects back; with the teachers where they sign their rows. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(YearRecord locked, Request request) {
        int versionNo = Math.max(locked.versionNo(), packets.highestVersion(locked.id())) + 1;
        boolean rowsOpen = records.beginVersion(locked, versionNo);
        audit.append(locked.id(), "record.version-begun", versionNo + ": " + request.reason());
        processes.reopen(locked, rowsOpen ? Step.COMMENTS : Step.HOMEROOM, request.reason(), request.askedByName());
    }
}
