package vn.hocba.supplement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import vn.hocba.document.Supplement.Change;
import vn.hocba.document.Supplement.Consequence;
import vn.hocba.document.Supplement.Decision;
import vn.hocba.document.Supplement.Ground;
import vn.hocba.identity.CurrentUser;

/**
 * What is to stand beside the record, what the Sở decided about it, and who has had a hand in it.
 *
 * @param field code of the field
 * @param former null where the record says nothing there
 * @param number of the decision; null before it, as the other three
 * @param created the day of the document
 * @param examiner user name of the officer who proposed; null before that, and in requests from before officers did
 * @param proposal the officer's, in words; null as the examiner
 * @param head user name of who signed for the school; null before that, and where only the seal is asked for
 * @param consequences what follows from it; empty in requests from before they were computed
 * @param replaces id of the supplement that this one holds instead of; null where there is none
 * @param leader user name of who signed for the Sở; null before that, and where only its certificate is asked for
 */
record SupplementDetails(
        Ground ground,
        String field,
        String fieldName,
        String former,
        String right,
        String number,
        LocalDate day,
        String decisionReason,
        LocalDate created,
        String examiner,
        String proposal,
        String head,
        String leader,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Consequence> consequences,
        String replaces) {

    SupplementDetails {
        consequences = consequences == null ? List.of() : List.copyOf(consequences);
    }

    static SupplementDetails asked(Change change, List<Consequence> consequences, String replaces) {
        return new SupplementDetails(
                change.ground(),
                change.field(),
                change.fieldName(),
                change.former(),
                change.right(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                consequences,
                replaces);
    }

    SupplementDetails examined(CurrentUser by, String words) {
        return inHandsOf(by.username(), words, head, leader);
    }

    SupplementDetails decided(String decisionNo, LocalDate on, String reason, LocalDate today) {
        return new SupplementDetails(
                ground,
                field,
                fieldName,
                former,
                right,
                decisionNo,
                on,
                reason,
                today,
                examiner,
                proposal,
                head,
                leader,
                consequences,
                replaces);
    }

    SupplementDetails signedForSchool(CurrentUser by) {
        return inHandsOf(examiner, proposal, by.username(), leader);
    }

    SupplementDetails signedForProvince(CurrentUser by) {
        return inHandsOf(examiner, proposal, head, by.username());
    }

    /** The same with these who have had a hand in it. */
    private SupplementDetails inHandsOf(String officer, String words, String forSchool, String forProvince) {
        return new SupplementDetails(
                ground,
                field,
                fieldName,
                former,
                right,
                number,
                day,
                decisionReason,
                created,
                officer,
                words,
                forSchool,
                forProvince,
                consequences,
                replaces);
    }

    boolean isDecided() {
        return number != null;
    }

    Change change() {
        return new Change(ground, field, fieldName, former, right);
    }

    Decision decision(String authority) {
        return new Decision(number, day, authority, decisionReason);
    }
}
