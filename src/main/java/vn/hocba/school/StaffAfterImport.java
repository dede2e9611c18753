package vn.hocba.school;

import org.springframework.stereotype.Component;

/** What follows for the staff of a school from what an upload has written: who left, came back or has other duties now. */
@Component
class StaffAfterImport {

    private final StaffRepository staff;
    private final StaffAccounts accounts;
    private final DutyTerms duties;

    StaffAfterImport(StaffRepository staff, StaffAccounts accounts, DutyTerms duties) {
        this.staff = staff;
        this.accounts = accounts;
        this.duties = duties;
    }

    /** In the transaction of the import, when its plan was carried out. */
    void follow(String schoolId, ImportPlan plan) {
        staff.flush();
        accounts.closeThoseOfLeavers(schoolId);
        accounts.reopenThoseOf(schoolId, plan.returningStaffIds());
        duties.keep(schoolId);
        accounts.letTeachWhoHaveDuties(schoolId);
    }
}
