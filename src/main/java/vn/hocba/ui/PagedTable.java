package vn.hocba.ui;

import static vn.hocba.ui.Wording.number;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import vn.hocba.shared.VietnameseText;

/**
 * A {@link DataTable} of which one page is shown, with a search above it when there are several and a way to the other pages below it. Neither the browser nor
 * the session holds more than that page: each is asked for when it is shown.
 */
public class PagedTable<T> extends Div {

    /** Rows of a page. */
    public static final int AT_ONCE = 50;

    private static final long serialVersionUID = 1L;

    private final transient Function<Ask, Page<T>> source;
    private final DataTable<T> table;
    private final TextField search = new TextField();
    private final Span where = new Span();
    private final Button back;
    private final Button next;
    private final Nav pages;
    private String order;
    private boolean descending;
    private int offset;

    /**
     * Which rows.
     *
     * @param search what was typed; empty for all
     * @param order of the column whose header was clicked; null before
     */
    public record Ask(String search, String order, boolean descending, int offset, int limit) {}

    /** Some of the rows that were found. */
    public record Page<T>(List<T> rows, int found) {}

    /**
     * @param table with its columns; those with an order are sorted by the source
     * @param searchLabel «Tìm trường theo tên»
     * @param first page, in the order that the source has by itself
     */
    public PagedTable(DataTable<T> table, String searchLabel, Page<T> first, Function<Ask, Page<T>> source) {
        this.table = table;
        this.source = source;
        addClassName("paged");
        search.setLabel(searchLabel);
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> from(0));
        search.addClassName("paged-search");
        search.setVisible(first.found() > AT_ONCE);
        where.getElement().setAttribute("role", "status");
        back = new Button(text("ui.pages.back"), click -> turn(-AT_ONCE));
        next = new Button(text("ui.pages.next"), click -> turn(AT_ONCE));
        pages = new Nav(back, where, next);
        pages.addClassName("paged-pages");
        pages.getElement().setAttribute("aria-label", text("ui.pages"));
        table.sortedElsewhere((column, down) -> {
            order = column;
            descending = down;
            from(0);
        });
        add(search, table.inItsRoom(), pages);
        show(first);
    }

    /** Of rows that are in memory anyway, in the order of the list. */
    public static <T> PagedTable<T> of(
            DataTable<T> table, String searchLabel, List<T> rows, BiPredicate<T, String> searched) {
        Function<Ask, Page<T>> source = ask -> {
            String key = VietnameseText.searchKey(ask.search());
            List<T> found = rows.stream().filter(row -> searched.test(row, key)).toList();
            return new Page<>(
                    found.stream().skip(ask.offset()).limit(ask.limit()).toList(), found.size());
        };
        return new PagedTable<>(table, searchLabel, source.apply(new Ask("", null, false, 0, AT_ONCE)), source);
    }

    private void turn(int rows) {
        from(Math.max(0, offset + rows));
        table.scrollIntoView();
    }

    private void from(int row) {
        offset = row;
        show(source.apply(new Ask(search.getValue(), order, descending, offset, AT_ONCE)));
    }

    private void show(Page<T> page) {
        table.setRows(page.rows());
        where.setText(
                page.found() == 0
                        ? text("ui.pages.none")
                        : text(
                                "ui.pages.where",
                                number(offset + 1),
                                number(offset + page.rows().size()),
                                number(page.found())));
        back.setEnabled(offset > 0);
        next.setEnabled(offset + page.rows().size() < page.found());
        pages.setVisible(search.isVisible());
    }
}
