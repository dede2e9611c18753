package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

/**
 * How many of what are about to be signed, in the words of the dialog that asks for it.
 *
 * @param count how many, from 1
 */
public record ToBeSigned(Thing thing, int count) {

    /** What bears the signature. */
    public enum Thing {
        /** Each record. */
        RECORD,
        /** Of each record the row of a subject. */
        ROW,
        /** One package of records. */
        PACKAGE,
        /** One report of records. */
        REPORT,
        /** One list of receipts. */
        RECEIPTS
    }

    public static ToBeSigned records(int count) {
        return new ToBeSigned(Thing.RECORD, count);
    }

    public static ToBeSigned rows(int count) {
        return new ToBeSigned(Thing.ROW, count);
    }

    public static ToBeSigned packageOf(int records) {
        return new ToBeSigned(Thing.PACKAGE, records);
    }

    public static ToBeSigned reportOf(int records) {
        return new ToBeSigned(Thing.REPORT, records);
    }

    public static ToBeSigned receipts(int count) {
        return new ToBeSigned(Thing.RECEIPTS, count);
    }

    /** Heads the dialog. */
    public String title() {
        return text("ui.pin.title." + thing, count);
    }

    /** What the number is of. */
    public String counted() {
        return text("ui.pin.count." + thing);
    }

    /** On the button. */
    String action() {
        return text("ui.pin.sign." + thing, count);
    }
}
