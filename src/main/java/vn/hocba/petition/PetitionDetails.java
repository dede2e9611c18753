package vn.hocba.petition;

/**
 * What is kept beside a petition.
 *
 * @param contact telephone or mail address; null where none was given
 * @param receipt who has it may read the words and the answer from the look-up page
 */
record PetitionDetails(About about, String contact, String receipt) {}
