package vn.hocba.school.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.shared.Registration;
import java.util.Arrays;
import java.util.stream.Stream;

/** On a screen too narrow for its columns a grid shows one, which says of each row what the others would: nothing has to be found by scrolling sideways. */
final class NarrowGrid {

    /** Below this many pixels the columns do not fit. */
    private static final int NARROW = 640;

    private NarrowGrid() {}

    /** @param together a row in one cell */
    static <T> void together(Grid<T> grid, String header, ValueProvider<T, Component> together) {
        Grid.Column<T> only =
                grid.addComponentColumn(together).setHeader(header).setFlexGrow(1);
        only.setVisible(false);
        grid.addAttachListener(attached -> {
            Page page = attached.getUI().getPage();
            page.retrieveExtendedClientDetails(details -> show(grid, only, details.getBodyClientWidth()));
            Registration resized = page.addBrowserWindowResizeListener(event -> show(grid, only, event.getWidth()));
            grid.addDetachListener(detached -> {
                resized.remove();
                detached.unregisterListener();
            });
        });
    }

    /** Lines below each other, which break where they have to; empty ones are left out. */
    static Div lines(String... lines) {
        Div all = new Div();
        all.getStyle().set("white-space", "normal").set("overflow-wrap", "anywhere");
        Stream<String> filled = Arrays.stream(lines).filter(line -> line != null && !line.isEmpty());
        filled.forEach(line -> {
            Span shown = new Span(line);
            shown.getStyle().set("display", "block");
            all.add(shown);
        });
        return all;
    }

    private static <T> void show(Grid<T> grid, Grid.Column<T> only, int width) {
        boolean narrow = width < NARROW;
        grid.getColumns().forEach(column -> column.setVisible(column.equals(only) == narrow));
    }
}
