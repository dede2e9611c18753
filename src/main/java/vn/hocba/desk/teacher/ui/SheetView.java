package vn.hocba.desk.teacher.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Location;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.hocba.desk.ui.InboxDue;
import vn.hocba.identity.Session;
import vn.hocba.record.CommentBank;
import vn.hocba.record.EnterMarks;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.ui.Screen;
import vn.hocba.ui.Worksheet;
import vn.hocba.workflow.Inbox;
import vn.hocba.workflow.Step;

/**
 * What the two books of a teacher share: the table, what its rows were read from, how both are kept in step with the database, and what came back.
 *
 * @param <R> a pupil's row as it was read
 */
abstract class SheetView<R> extends Screen {

    private static final long serialVersionUID = 1L;

    private final Step step;
    private final transient EnterMarks enterMarks;
    private final transient CommentBank bank;
    private final transient Inbox inbox;
    private final transient Session session;
    private final transient Clock clock;
    private final Div state = new Div();
    private String part;
    private transient List<ClassInfo> classes = List.of();
    private transient Map<String, ClassInfo> classOf = Map.of();
    private transient List<Worksheet.Column> columns = List.of();
    private transient SheetWork work = SheetWork.NONE;
    private transient List<R> rows = List.of();
    private transient SheetSaving saving;
    private Worksheet sheet;

    SheetView(
            String titleKey,
            Step step,
            EnterMarks enterMarks,
            CommentBank bank,
            Inbox inbox,
            Session session,
            Clock clock) {
        super(titleKey);
        this.session = session;
        this.step = step;
        this.enterMarks = enterMarks;
        this.bank = bank;
        this.inbox = inbox;
        this.clock = clock;
        state.addClassName("sheet-state");
        wide();
    }

    /**
     * The rows as the database holds them.
     *
     * @throws vn.hocba.shared.Refused unless the current user may see them
     */
    abstract List<R> read(String classId, String part);

    abstract String recordId(R row);

    abstract Worksheet.Row toSheet(R row);

    /** The column of the first thing that a row misses. */
    abstract String firstGap(R row);

    /** Where this sheet is, relative to the application. */
    abstract String address();

    /** Says how far the class is, after {@link #state} was emptied. */
    abstract void showState();

    /** Columns whose value may change because another cell did. */
    List<String> followingColumns() {
        return List.of();
    }

    List<R> rows() {
        return rows;
    }

    /** Those on the sheet, by grade; several where they are taught as a combined class. */
    List<ClassInfo> classes() {
        return classes;
    }

    /** The class of a record on the sheet. */
    ClassInfo classOf(String recordId) {
        return classOf.get(recordId);
    }

    Div state() {
        return state;
    }

    /** Why a record came back. */
    Map<String, String> returned() {
        return work.cameBack().stream().collect(Collectors.toMap(Inbox.Returned::recordId, Inbox.Returned::reason));
    }

    /**
     * Reads the classes of a sheet: their rows, what came back and until when it is due.
     *
     * @param part a subject's code; null where the step has one part
     */
    void load(List<ClassInfo> classes, String part) {
        this.classes = classes;
        this.part = part;
        readRows();
        work = SheetWork.of(inbox, step, classes, part);
    }

    private void readRows() {
        Map<String, ClassInfo> found = new HashMap<>();
        List<R> all = new ArrayList<>();
        for (ClassInfo info : classes) {
            for (R row : read(info.id(), part)) {
                all.add(row);
                found.put(recordId(row), info);
            }
        }
        rows = all;
        classOf = found;
    }

    /**
     * The table, with the bank of comments.
     *
     * @param part as marks are entered for it: a subject's code, or {@link EnterMarks#HOMEROOM}
     */
    Worksheet worksheet(String part, String label, List<Worksheet.Column> columns, Worksheet.Suggestions suggestions) {
        this.columns = columns;
        saving = new SheetSaving(part, enterMarks, this::readAnew, this::saved);
        List<Worksheet.Row> shown = shown();
        saving.shows(shown);
        sheet = new Worksheet(label, columns, shown, saving);
        sheet.setSuggestions(suggestions);
        sheet.keepUnsaved(session.user().accountId(), address());
        return sheet;
    }

    /**
     * Opens the person's own sentences.
     *
     * @param parts of the bank, in the order of the form, each with its name
     */
    Button bankButton(ClassInfo info, Map<String, String> parts, String what) {
        return new Button(text("screens.bank.button"), VaadinIcon.COMMENTS.create(), click -> new SheetBank(
                        bank, info, parts, what)
                .open());
    }

    /** What came back, each with its reason and the way to its row; nothing where nothing did. */
    Optional<Component> returnedCard() {
        return work.card(one -> wayTo(one.recordId(), one.pupilName(), "screens.returned.mend"));
    }

    /** A button that leads to the first thing a row misses. */
    Button wayTo(String recordId, String pupilName, String actionKey) {
        Button way = new Button(text(actionKey), click -> goTo(recordId));
        way.setAriaLabel(text("screens.action-for", text(actionKey), pupilName));
        return way;
    }

    /** The badge of the day until which it is due, while something is left to do. */
    void showDue(boolean somethingLeft) {
        work.due().filter(day -> somethingLeft).ifPresent(day -> state.add(InboxDue.badge(day, clock)));
    }

    void refreshState() {
        state.removeAll();
        showState();
    }

    /** Shows rows that changed by something else than typing; the person is told of values that are not what the own action made of them. */
    void showAnew() {
        Map<String, R> before = rows.stream().collect(Collectors.toMap(this::recordId, Function.identity()));
        List<Worksheet.Row> now = readAnew();
        saving.shows(now);
        for (int i = 0; i < rows.size(); i++) {
            R old = before.get(recordId(rows.get(i)));
            if (old != null && typed(shown(old)).equals(typed(now.get(i)))) {
                if (!rows.get(i).equals(old)) {
                    sheet.refresh(now.get(i));
                }
            } else {
                sheet.update(now.get(i));
            }
        }
        refreshState();
        countAnew();
    }

    /** A pupil's name, with the class where there are several on the sheet. */
    String named(R row, String pupilName) {
        return classes.size() == 1
                ? pupilName
                : text(
                        "screens.sheet.pupil-of",
                        pupilName,
                        classOf(recordId(row)).name());
    }

    Optional<R> row(String recordId) {
        return rows.stream().filter(row -> recordId(row).equals(recordId)).findFirst();
    }

    void goTo(String recordId) {
        row(recordId).ifPresent(row -> sheet.focus(recordId, firstGap(row)));
    }

    /** Goes to the row that the address names, as links in the inbox do. */
    void goToNamedIn(Location address) {
        address.getQueryParameters().getSingleParameter("em").ifPresent(this::goTo);
    }

    private List<Worksheet.Row> readAnew() {
        readRows();
        return shown();
    }

    private List<Worksheet.Row> shown() {
        return rows.stream().map(this::shown).toList();
    }

    private Worksheet.Row shown(R row) {
        Worksheet.Row shown = toSheet(row);
        return classes.size() == 1 ? shown : SheetClasses.fitted(shown, columns, named(row, shown.label()));
    }

    /** Only what changed goes to the browser: rows that were locked, opened, exempt or changed elsewhere meanwhile, small print, hints, and values that follow from others. */
    private void saved(Map<String, Worksheet.Row> before, Map<String, Worksheet.Row> now) {
        now.forEach((id, row) -> {
            Worksheet.Row old = before.get(id);
            boolean sameCells = old != null
                    && typed(old).equals(typed(row))
                    && old.exempt().equals(row.exempt())
                    && Objects.equals(old.lockedReason(), row.lockedReason());
            if (!sameCells) {
                sheet.update(row);
                return;
            }
            if (!Objects.equals(old.sublabel(), row.sublabel())) {
                sheet.setSublabel(id, row.sublabel());
            }
            if (!old.hints().equals(row.hints())) {
                sheet.setHints(id, row.hints());
            }
            List<Worksheet.CellResult> followed = followingColumns().stream()
                    .filter(column -> !Objects.equals(
                            old.values().get(column), row.values().get(column)))
                    .map(column -> Worksheet.CellResult.follows(row, column))
                    .toList();
            if (!followed.isEmpty()) {
                sheet.show(followed);
            }
        });
        refreshState();
    }

    /** The values that nobody else's follow. */
    private Map<String, String> typed(Worksheet.Row row) {
        Map<String, String> typed = new HashMap<>(row.values());
        followingColumns().forEach(typed::remove);
        return typed;
    }
}
