package vn.hocba.retraction;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.record.PacketStore;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Request;
import vn.hocba.retraction.RetractionDetails.Then;
import vn.hocba.workflow.RecordProcesses;
import vn.hocba.workflow.Step;

/** What follows when a version is out of effect: the record is made anew (CV 1396, annex), or it is over, with or without another one in its place. */
@Component
class AfterTakingBack {

    private final YearRecords records;
    private final PacketStore packets;
    private final RecordProcesses processes;
    private final AuditLog audit;

    AfterTakingBack(YearRecords records, PacketStore packets, RecordProcesses processes, AuditLog audit) {
        this.records = records;
        this.packets = packets;
        this.processes = processes;
        this.audit = audit;
    }

    /** A frozen record stays as it is; one that is not goes back to the school's steps or ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(YearRecord locked, Request request, Then then) {
        if (locked.state() == RecordState.ACCEPTED) {
            packets.withdraw(locked.id());
            if (then == Then.AGAIN) {
                makeAnew(locked, request);
            } else {
                processes.withdraw(locked);
            }
        } else if (then == Then.ANOTHER) {
            records.letAnotherFollow(locked);
        }
    }

    /** With the homeroom teacher, who may give subjects back; with the teachers where they sign their rows. No version is in force until the province has taken this one. */
    private void makeAnew(YearRecord locked, Request request) {
        int versionNo = Math.max(locked.versionNo(), packets.highestVersion(locked.id())) + 1;
        boolean rowsOpen = records.beginVersion(locked, versionNo);
        audit.append(locked.id(), "record.version-begun", versionNo + ": " + request.reason());
        processes.reopen(locked, rowsOpen ? Step.COMMENTS : Step.HOMEROOM, request.reason(), request.askedByName());
    }
}
