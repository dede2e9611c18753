package vn.hocba.school.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a cell holds.
 *
 * @param text as a person reads it: composed (NFC), without outer or doubled spaces; empty, never null
 * @param number when the cell holds a number, else null
 * @param date the day that this number means when its column holds dates, else null
 * @param flaw why this is no value at all; null when it is one
 */
public record Cell(String text, BigDecimal number, LocalDate date, Flaw flaw) {

    /** What is no value, though something stands in the cell. */
    public enum Flaw {
        /** The spreadsheet's own word that a formula failed, such as «#N/A». */
        ERROR_VALUE,
        /** A formula that no program has reckoned yet. */
        NO_RESULT,
        /** Text in TCVN3 or VNI, see {@link vn.hocba.shared.OldCodePage}. */
        OLD_CODE_PAGE,
        /** Text with letters that the printed form lacks, see {@link vn.hocba.shared.FormLetters}. */
        NOT_PRINTABLE
    }

    static final Cell EMPTY = new Cell("", null, null, null);

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
