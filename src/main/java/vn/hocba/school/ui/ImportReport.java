package vn.hocba.school.ui;

import static vn.hocba.ui.Wording.locale;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.TabSheetVariant;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hocba.school.EnrolmentStatus;
import vn.hocba.school.ImportPreview.Change;
import vn.hocba.school.ImportPreview.Counts;
import vn.hocba.school.ImportPreview.FileReport;
import vn.hocba.school.ImportPreview.Problem;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.ImportPreview.Thing;
import vn.hocba.ui.DataTable;

/** The three lists of an import: its files with their counts, the values that change, the problems. */
class ImportReport extends TabSheet {

    private static final long serialVersionUID = 1L;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MOST_ROWS_AT_ONCE = 10;

    /** Refused files first. */
    private static final Comparator<FileReport> KIND_THEN_NAME = Comparator.<FileReport, Boolean>comparing(
                    file -> file.refusal() == null)
            .thenComparing(FileReport::kind, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(FileReport::name);

    /** @param drop told the name of a file that the person leaves out; null where nothing can be left out any more */
    ImportReport(
            List<FileReport> files, List<Change> changes, List<Problem> problems, SerializableConsumer<String> drop) {
        addThemeVariants(TabSheetVariant.LUMO_BORDERED);
        getStyle()
                .set("background", "var(--hocba-card)")
                .set("border", "1px solid var(--hocba-line)")
                .set("border-radius", "8px");
        add(text("school.import.files", files.size()), files(files, drop));
        if (!changes.isEmpty()) {
            add(text("school.import.changes", changes.size()), changes(changes));
        }
        if (!problems.isEmpty()) {
            add(text("school.import.problems-count", problems.size()), problems(problems));
        }
        boolean refused = files.stream().anyMatch(file -> file.refusal() != null);
        boolean errors = problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        setSelectedIndex(errors && !refused ? getTabCount() - 1 : 0);
    }

    private static Component files(List<FileReport> files, SerializableConsumer<String> drop) {
        DataTable<FileReport> table = new DataTable<FileReport>(text("school.import.files", files.size()))
                .column(text("school.import.file"), file -> new Span(file.name()))
                .column(text("school.import.kind"), ImportReport::kind)
                .column(text("school.import.result"), ImportReport::result);
        if (drop != null) {
            table.column("", file -> dropButton(file, drop));
        }
        table.setRows(files.stream().sorted(KIND_THEN_NAME).toList());
        return table;
    }

    private static Component kind(FileReport file) {
        Span kind = new Span(file.kind() == null ? "–" : text("school.import.kind." + file.kind()));
        if (file.kind() == null) {
            kind.addClassName("data-none");
        }
        return kind;
    }

    private static Component dropButton(FileReport file, SerializableConsumer<String> drop) {
        Button button = new Button(text("school.import.drop"), click -> drop.accept(file.name()));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(text("school.import.drop-file", file.name()));
        return button;
    }

    private static Component result(FileReport file) {
        if (file.refusal() != null) {
            Span reason = wrapped(file.refusal().text(locale()));
            reason.getStyle().set("color", "var(--hocba-late)");
            return reason;
        }
        String counts = file.counts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> thing(e.getKey(), e.getValue()))
                .collect(Collectors.joining(" · "));
        String statuses = file.statuses().entrySet().stream()
                .filter(e -> e.getKey() != EnrolmentStatus.STUDYING)
                .sorted(Map.Entry.comparingByKey())
                .map(e -> text("school.status." + e.getKey()) + " " + e.getValue())
                .collect(Collectors.joining(", "));
        return wrapped(statuses.isEmpty() ? counts : counts + " (" + statuses + ")");
    }

    private static String thing(Thing thing, Counts counts) {
        StringBuilder words = new StringBuilder(text("school.import.thing." + thing)).append(": ");
        String parts = List.of(
                        part("school.import.created", counts.created()),
                        part("school.import.changed", counts.changed()),
                        part("school.import.unchanged", counts.unchanged()),
                        part("school.import.left-out", counts.leftOut()))
                .stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return words.append(parts).toString();
    }

    private static String part(String key, int count) {
        return count == 0 ? "" : text(key, count);
    }

    private static Component changes(List<Change> changes) {
        Grid<Change> grid = grid(changes);
        column(grid, "school.import.who", Change::who).setFlexGrow(3);
        column(grid, "school.import.column", Change::field).setFlexGrow(2);
        column(grid, "school.import.before", Change::before).setFlexGrow(3);
        column(grid, "school.import.after", Change::after).setFlexGrow(3);
        column(
                        grid,
                        "school.import.place",
                        change -> text("school.import.place-of", change.file(), Integer.toString(change.row())))
                .setFlexGrow(2);
        NarrowGrid.together(
                grid,
                text("school.import.who"),
                change -> NarrowGrid.lines(
                        change.who(),
                        change.field() + ": " + shown(change.before()) + " → " + shown(change.after()),
                        text("school.import.place-of", change.file(), Integer.toString(change.row()))));
        return grid;
    }

    private static String shown(String value) {
        return value == null || value.isEmpty() ? "–" : value;
    }

    private static Component problems(List<Problem> problems) {
        Grid<Problem> grid = grid(problems);
        grid.addComponentColumn(ImportReport::severity)
                .setHeader(text("school.import.severity"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        column(grid, "school.import.file", Problem::file).setFlexGrow(2);
        column(grid, "school.import.sheet", Problem::sheet).setFlexGrow(1);
        column(grid, "school.import.cell", ProblemWorkbook::place)
                .setAutoWidth(true)
                .setFlexGrow(0);
        column(grid, "school.import.column", Problem::column).setFlexGrow(2);
        column(grid, "school.import.value", Problem::value).setFlexGrow(2);
        column(grid, "school.import.reason", problem -> problem.reason().text(locale()))
                .setWidth("14rem")
                .setFlexGrow(6);
        NarrowGrid.together(grid, text("school.import.problems"), ImportReport::together);

        Select<String> severity = new Select<>();
        severity.setAriaLabel(text("school.import.severity"));
        severity.setItems("ALL", Severity.ERROR.name(), Severity.WARNING.name());
        severity.setItemLabelGenerator(item -> text("school.import.severity." + item));
        severity.setValue("ALL");
        severity.addValueChangeListener(event -> grid.setItems(problems.stream()
                .filter(problem -> event.getValue().equals("ALL")
                        || problem.severity().name().equals(event.getValue()))
                .toList()));

        byte[] workbook = ProblemWorkbook.of(problems, locale());
        Anchor download = new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(workbook), "van-de-nhap-du-lieu.xlsx", XLSX, workbook.length)),
                text("school.import.download"));
        Div bar = new Div(severity, download);
        bar.getStyle()
                .set("display", "flex")
                .set("align-items", "center")
                .set("gap", "1rem")
                .set("margin-bottom", "0.75rem");
        return new Div(bar, grid);
    }

    private static Component together(Problem problem) {
        String place = Stream.of(problem.file(), problem.sheet(), ProblemWorkbook.place(problem), problem.column())
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(", "));
        String value = problem.value() == null || problem.value().isEmpty() ? null : "«" + problem.value() + "»";
        Div lines = NarrowGrid.lines(place, value, problem.reason().text(locale()));
        lines.addComponentAsFirst(severity(problem));
        return lines;
    }

    private static Pill severity(Problem problem) {
        return new Pill(
                text("school.import.severity." + problem.severity()),
                problem.severity() == Severity.ERROR ? Pill.Tone.LATE : Pill.Tone.SOON);
    }

    private static <T> Grid<T> grid(List<T> items) {
        Grid<T> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setItems(items);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(items.size() <= MOST_ROWS_AT_ONCE);
        if (items.size() > MOST_ROWS_AT_ONCE) {
            grid.setHeight("26rem");
        }
        return grid;
    }

    private static <T> Grid.Column<T> column(Grid<T> grid, String key, Function<T, String> value) {
        return grid.addColumn(item -> {
                    String words = value.apply(item);
                    return words == null ? "" : words;
                })
                .setHeader(text(key))
                .setFlexGrow(1);
    }

    private static Span wrapped(String words) {
        Span span = new Span(words);
        span.getStyle().set("white-space", "normal");
        return span;
    }
}
