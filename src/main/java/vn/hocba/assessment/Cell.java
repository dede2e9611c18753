package vn.hocba.assessment;

import java.util.List;

/**
 * One cell of a part.
 *
 * @param code stable, unique in its part
 * @param name as on the form
 * @param group what it stands under on the form, such as «Phẩm chất chủ yếu»; empty for none
 * @param symbols what may stand in it, best first, where it is a symbol or a choice; empty elsewhere
 * @param smallest of a number
 * @param largest of a number; of a text the most characters
 * @param decimals of a number
 * @param required whether the part is incomplete without it
 * @param term 1 or 2 where it belongs to a term, 0 for the year
 */
public record Cell(
        String code,
        String name,
        String group,
        Kind kind,
        List<String> symbols,
        int smallest,
        int largest,
        int decimals,
        boolean required,
        int term) {

    public Cell {
        symbols = List.copyOf(symbols);
    }

    /** What stands in a cell. */
    public enum Kind {
        /** One of the symbols. */
        SYMBOL,
        NUMBER,
        TEXT,
        /** One of the symbols, or words of one's own. */
        CHOICE
    }
}
