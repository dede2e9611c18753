package vn.hocba.school;

/** Where a member of staff stands to the school, in the groups that matter here. */
enum StaffStatus {
    WORKING,
    /** Away for a while, such as «Nghỉ thai sản»: still of the school, keeps the account. */
    ON_LEAVE,
    /** Not of the school any more: the account ends. */
    GONE
}
