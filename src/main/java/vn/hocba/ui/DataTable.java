package vn.hocba.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * A plain table for reading: a caption that screen readers speak, headers that sort where a column has an order, and on a phone one card per row with the
 * header beside each value. For some hundred rows; where there may be more, see {@link PagedTable}.
 */
@Tag("table")
public class DataTable<T> extends Component {

    private static final long serialVersionUID = 1L;

    private final transient List<Column<T>> columns = new ArrayList<>();
    private final Element head = new Element("tr");
    private final Element body = new Element("tbody");
    private transient List<T> rows = List.of();
    private transient Column<T> sortedBy;
    private transient BiConsumer<String, Boolean> sorter;
    private boolean drawn;
    private boolean descending;

    private record Column<T>(
            String label,
            boolean number,
            boolean mostFirst,
            Function<T, Component> cell,
            Comparator<T> order,
            String sortKey,
            Element header) {}

    /** @param caption what the table says, for those who cannot see it */
    public DataTable(String caption) {
        Element title = new Element("caption");
        title.setText(caption);
        getElement().setAttribute("class", "data-table");
        getElement().appendChild(title, new Element("thead").appendChild(head), body);
    }

    /** A column; the first one names the row. */
    public DataTable<T> column(String label, Function<T, Component> cell) {
        return add(label, false, false, cell, null, null);
    }

    /** A column that sorts. */
    public DataTable<T> column(String label, Function<T, Component> cell, Comparator<T> order) {
        return column(label, cell, order, null);
    }

    /**
     * A column that sorts.
     *
     * @param sortKey what a {@link PagedTable} calls this order
     */
    public DataTable<T> column(String label, Function<T, Component> cell, Comparator<T> order, String sortKey) {
        return add(label, false, false, cell, order, sortKey);
    }

    /** A column that shows a number in more than digits: the first click on its header brings the largest to the top, as with {@link #number}. */
    public DataTable<T> column(String label, Function<T, Component> cell, ToIntFunction<T> number, String sortKey) {
        return add(label, false, true, cell, Comparator.comparingInt(number), sortKey);
    }

    /** A column of numbers, whose order has a name: see {@link #column(String, Function, Comparator, String)}. */
    public DataTable<T> number(String label, ToIntFunction<T> number, String sortKey) {
        return add(label, true, true, row -> shown(number.applyAsInt(row)), Comparator.comparingInt(number), sortKey);
    }

    /**
     * Cells hold words, pictures and links, but nothing that listens: the browser gets the rows as they are and the session forgets what they were made of. A
     * cell costs 40 times as much otherwise.
     */
    public DataTable<T> drawn() {
        drawn = true;
        return this;
    }

    /** The table in a room of its own, which scrolls sideways where the screen is too narrow for the columns: none of them is cut off. */
    public Div inItsRoom() {
        Div room = new Div(this);
        room.addClassName("data-room");
        return room;
    }

    /** Who gives the rows sorts them: is told the key of the column whose header was clicked, and whether the largest come first. */
    void sortedElsewhere(BiConsumer<String, Boolean> newSorter) {
        sorter = newSorter;
    }

    /** A column of words. */
    public DataTable<T> words(String label, Function<T, String> words) {
        return add(
                label,
                false,
                false,
                row -> shown(words.apply(row)),
                Comparator.comparing(words, Comparator.nullsFirst(vn.hocba.shared.VietnameseText::compare)),
                null);
    }

    private static Span shown(String words) {
        boolean none = words == null || words.isBlank();
        Span shown = new Span(none ? "" : words);
        if (none) {
            shown.addClassName("data-none");
        }
        return shown;
    }

    /** A column of numbers; a zero is shown as a dash, so that what is there stands out. */
    public DataTable<T> number(String label, ToIntFunction<T> number) {
        return number(label, number, null);
    }

    private static Span shown(int value) {
        Span shown = new Span(value == 0 ? "–" : Wording.number(value));
        if (value == 0) {
            shown.addClassName("data-none");
        }
        return shown;
    }

    /** Shows these rows, in this order until a header is clicked. */
    public void setRows(List<T> newRows) {
        rows = List.copyOf(newRows);
        fill();
    }

    private DataTable<T> add(
            String label,
            boolean number,
            boolean mostFirst,
            Function<T, Component> cell,
            Comparator<T> order,
            String sortKey) {
        Element header = new Element("th").setAttribute("scope", "col");
        Column<T> column = new Column<>(label, number, mostFirst, cell, order, sortKey, header);
        if (number) {
            header.setAttribute("class", "data-number");
        }
        if (order == null) {
            header.setText(label);
        } else {
            Element button = new Element("button").setAttribute("type", "button");
            button.setText(label);
            button.addEventListener("click", click -> sortBy(column));
            header.appendChild(button);
        }
        columns.add(column);
        head.appendChild(header);
        return this;
    }

    private void sortBy(Column<T> column) {
        descending = column == sortedBy ? !descending : column.mostFirst();
        if (sortedBy != null) {
            sortedBy.header().removeAttribute("aria-sort");
        }
        sortedBy = column;
        column.header().setAttribute("aria-sort", descending ? "descending" : "ascending");
        if (sorter == null) {
            fill();
        } else {
            sorter.accept(column.sortKey(), descending);
        }
    }

    private void fill() {
        StringBuilder html = new StringBuilder();
        if (!drawn) {
            body.removeAllChildren();
        }
        List<T> shown = new ArrayList<>(rows);
        if (sortedBy != null && sorter == null) {
            shown.sort(descending ? sortedBy.order().reversed() : sortedBy.order());
        }
        for (T row : shown) {
            Element line = new Element("tr");
            for (Column<T> column : columns) {
                boolean first = column == columns.get(0);
                Element cell = new Element(first ? "th" : "td").setAttribute("data-label", column.label());
                if (first) {
                    cell.setAttribute("scope", "row");
                }
                if (column.number()) {
                    cell.setAttribute("class", "data-number");
                }
                cell.appendChild(column.cell().apply(row).getElement());
                line.appendChild(cell);
            }
            if (drawn) {
                html.append(line.getOuterHTML());
            } else {
                body.appendChild(line);
            }
        }
        if (drawn) {
            body.setProperty("innerHTML", html.toString());
        }
    }
}
