package vn.hocba.transfer;

import java.time.LocalDate;
import java.util.Locale;
import vn.hocba.request.Request;

/** Numbers of the receipts that are written here. */
final class Receipts {

    private static final int NUMBER_LENGTH = 8;

    private Receipts() {}

    static String number(Request request, LocalDate day) {
        return "CT-" + day.getYear() + "-"
                + request.id().substring(0, NUMBER_LENGTH).toUpperCase(Locale.ROOT);
    }
}
