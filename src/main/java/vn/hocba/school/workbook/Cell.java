package vn.hocba.school.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a cell holds.
 *
 * @param text as a person reads it: composed (NFC), without outer or doubled spaces; empty, never null
 * @param number when the cell holds a number, else null
 * @param date the day that this number means when its column holds dates, else null
 */
public record Cell(String text, BigDecimal number, LocalDate date) {

    static final Cell EMPTY = new Cell("", null, null);

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
