package vn.hocba.supplement;

import java.time.LocalDate;
import vn.hocba.document.Supplement.Change;
import vn.hocba.document.Supplement.Decision;
import vn.hocba.document.Supplement.Ground;

/**
 * What is to stand beside the record, and what the Sở decided about it.
 *
 * @param field code of the field
 * @param former null where the record says nothing there
 * @param number of the decision; null before it, as the other three
 * @param created the day of the document
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
        LocalDate created) {

    static SupplementDetails asked(Change change) {
        return new SupplementDetails(
                change.ground(),
                change.field(),
                change.fieldName(),
                change.former(),
                change.right(),
                null,
                null,
                null,
                null);
    }

    SupplementDetails decided(String decisionNo, LocalDate on, String reason, LocalDate today) {
        return new SupplementDetails(ground, field, fieldName, former, right, decisionNo, on, reason, today);
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
