package vn.hocba.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/**
 * Where a record goes and how far it is; whatever is not known yet, or has no place on this way, is null.
 *
 * @param from id of the school that hands over; null where it is not in this database
 * @param to id of the school that receives; null where it is not in this database
 * @param school at the other side, in words, where it is not in this database
 * @param province the Sở of that school, in words
 * @param classId that the receiving principal chose
 * @param day on which the right moves, chosen at the release
 * @param tried the day on which the move was last tried in vain
 * @param number of the receipt; empty where the other side has not confirmed in time
 * @param received the day of the receipt
 * @param signer who signed a hand-over that came from outside
 * @param grade 1 to 12, into which the pupil comes from outside
 * @param acceptance what the receiving school of another province has written
 * @param paper what is handed over and sealed; null where it was asked for before there was a seal, and from outside
 */
record TransferDetails(
        Way way,
        String from,
        String to,
        String school,
        String province,
        @JsonProperty("class") String classId,
        LocalDate day,
        LocalDate tried,
        String number,
        LocalDate received,
        String signer,
        Integer grade,
        Acceptance acceptance,
        Paper paper) {

    /**
     * What is handed over.
     *
     * @param head user name of who signed it for the school; null before that
     */
    record Paper(String head) {}

    /**
     * The receiving school's consent on paper.
     *
     * @param number of the paper
     * @param day of the paper
     */
    record Acceptance(String number, LocalDate day) {}

    /** Which of the three ways a transfer goes. */
    enum Way {
        /** Between two schools of the same Sở. */
        WITHIN,
        /** To a school of another Sở. */
        OUT,
        /** From a school of another Sở. */
        IN
    }

    static TransferDetails within(String from, String to) {
        return new TransferDetails(
                Way.WITHIN, from, to, null, null, null, null, null, null, null, null, null, null, new Paper(null));
    }

    static TransferDetails out(String from, String school, String province, Acceptance acceptance) {
        return new TransferDetails(
                Way.OUT,
                from,
                null,
                school,
                province,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                acceptance,
                new Paper(null));
    }

    static TransferDetails in(String to, String school, String province, String signer, int grade) {
        return new TransferDetails(
                Way.IN, null, to, school, province, null, null, null, null, null, signer, grade, null, null);
    }

    TransferDetails into(String chosenClassId) {
        return new TransferDetails(
                way,
                from,
                to,
                school,
                province,
                chosenClassId,
                day,
                tried,
                number,
                received,
                signer,
                grade,
                acceptance,
                paper);
    }

    TransferDetails movingOn(LocalDate chosen) {
        return new TransferDetails(
                way,
                from,
                to,
                school,
                province,
                classId,
                chosen,
                tried,
                number,
                received,
                signer,
                grade,
                acceptance,
                paper);
    }

    TransferDetails signedBy(String head) {
        return new TransferDetails(
                way,
                from,
                to,
                school,
                province,
                classId,
                day,
                tried,
                number,
                received,
                signer,
                grade,
                acceptance,
                new Paper(head));
    }

    TransferDetails triedOn(LocalDate inVain) {
        return new TransferDetails(
                way,
                from,
                to,
                school,
                province,
                classId,
                day,
                inVain,
                number,
                received,
                signer,
                grade,
                acceptance,
                paper);
    }

    TransferDetails confirmed(String receiptNo, LocalDate on) {
        return new TransferDetails(
                way, from, to, school, province, classId, day, tried, receiptNo, on, signer, grade, acceptance, paper);
    }

    TransferDetails unconfirmed() {
        return confirmed("", null);
    }
}
