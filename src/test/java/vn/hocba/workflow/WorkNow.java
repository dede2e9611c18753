package vn.hocba.workflow;

import vn.hocba.record.YearRecords;

/** Lets the open work of a record follow the duties within a transaction that is not committed, where {@link WorkFollows} waits for the end of it. */
public class WorkNow {

    private final WorkHolders holders;
    private final YearRecords records;

    WorkNow(WorkHolders holders, YearRecords records) {
        this.holders = holders;
        this.records = records;
    }

    public void follow(String recordId) {
        holders.follow(records.lock(recordId));
    }
}
