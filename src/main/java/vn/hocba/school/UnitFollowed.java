package vn.hocba.school;

/**
 * In the transaction in which a school is closed: whatever is open at it goes to its successor now.
 *
 * @param formerId of the school that is not there any more
 * @param successorId of the one that acts for it
 */
public record UnitFollowed(String formerId, String successorId) {}
