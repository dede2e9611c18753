package vn.hocba.assessment.tt27;

import java.util.Locale;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Titles;
import vn.hocba.shared.FreeWords;
import vn.hocba.shared.Refused;
import vn.hocba.shared.VietnameseText;
import vn.hocba.shared.WrittenNumber;

/** What may be typed into a cell. */
final class Reading {

    private final Titles titles;

    Reading(Titles titles) {
        this.titles = titles;
    }

    String read(Part part, Cell cell, String typed) {
        String text = typed == null ? "" : VietnameseText.clean(typed);
        if (text.isEmpty()) {
            return "";
        }
        return switch (cell.kind()) {
            case SYMBOL -> symbol(part, cell, text, typed);
            case NUMBER -> number(cell, text, typed);
            case TEXT -> words(cell, text, typed);
            case CHOICE -> titles.typed(words(cell, text, typed)).cell();
        };
    }

    private static String symbol(Part part, Cell cell, String text, String typed) {
        boolean trait = Form.isTrait(part, cell);
        String upper = text.toUpperCase(Locale.ROOT);
        String symbol = trait ? upper : leftOut(upper);
        if (!cell.symbols().contains(symbol)) {
            boolean optional = cell.symbols().contains(Scale.NOT_TAKEN);
            throw Refused.invalid(
                    trait
                            ? "assessment.entry.trait-level"
                            : optional ? "assessment.entry.optional-level" : "assessment.entry.subject-level",
                    typed);
        }
        return symbol;
    }

    /** The symbol for words that leave a subject out. */
    private static String leftOut(String upper) {
        if (upper.equals(Scale.EXEMPT_WORD)) {
            return Scale.EXEMPT;
        }
        return Scale.NOT_TAKEN_WORDS.contains(upper) ? Scale.NOT_TAKEN : upper;
    }

    private static String number(Cell cell, String text, String typed) {
        return WrittenNumber.decimal(text, cell.smallest(), cell.largest(), cell.decimals())
                .map(WrittenNumber::words)
                .orElseThrow(() -> Refused.invalid(refusal(cell), cell.largest(), typed));
    }

    private static String refusal(Cell cell) {
        if (cell.code().equals(Form.MARK)) {
            return "assessment.entry.mark";
        }
        return cell.decimals() > 0 ? "assessment.entry.measure" : "assessment.entry.number";
    }

    private static String words(Cell cell, String text, String typed) {
        FreeWords.objection(typed).ifPresent(why -> {
            throw why;
        });
        if (text.length() > cell.largest()) {
            throw Refused.invalid("assessment.entry.too-long", cell.largest(), text.length());
        }
        return text;
    }
}
