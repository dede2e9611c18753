package vn.hocba.steps.ui;

import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.hocba.record.ClassSheets;
import vn.hocba.record.ClassSheets.SubjectRow;
import vn.hocba.record.CommentBank;
import vn.hocba.record.EnterMarks;
import vn.hocba.record.RecordState;
import vn.hocba.school.Curriculum;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.steps.FinishSubject;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.Line;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Notice;
import vn.hocba.ui.Screen;
import vn.hocba.ui.Worksheet;
import vn.hocba.workflow.Inbox;
import vn.hocba.workflow.Step;

/** The worksheet of one subject in a class, for its teacher: level, mark and comment per pupil, until «Hoàn tất». */
@Route(value = "so-mon/:classId/:subject", layout = MainLayout.class)
@RolesAllowed("TEACHER")
public class SubjectSheetView extends Screen implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient ClassSheets sheets;
    private final transient EnterMarks enterMarks;
    private final transient FinishSubject finishSubject;
    private final transient CommentBank bank;
    private final transient Inbox inbox;
    private final transient SchoolDirectory directory;
    private final transient Curriculum curriculum;
    private final transient Clock clock;

    private final Div left = new Div();
    private final Div unfinished = new Div();
    private final Button finish;
    private final ComboBox<SubjectRow> reopen = new ComboBox<>();
    private final Button reopenButton;
    private transient ClassInfo info;
    private transient Curriculum.Subject subject;
    private transient Optional<Instant> due = Optional.empty();
    private transient Map<String, String> returned = Map.of();
    private transient List<SubjectRow> rows = List.of();
    private transient SubjectSheetSaving saving;
    private Worksheet sheet;

    SubjectSheetView(
            ClassSheets sheets,
            EnterMarks enterMarks,
            FinishSubject finishSubject,
            CommentBank bank,
            Inbox inbox,
            SchoolDirectory directory,
            Curriculum curriculum,
            Clock clock) {
        super("screens.sheet.title");
        this.sheets = sheets;
        this.enterMarks = enterMarks;
        this.finishSubject = finishSubject;
        this.bank = bank;
        this.inbox = inbox;
        this.directory = directory;
        this.curriculum = curriculum;
        this.clock = clock;
        wide();
        finish = new Button(text("screens.sheet.finish"), VaadinIcon.CHECK.create(), click -> finish());
        finish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        reopenButton = new Button(text("screens.sheet.reopen"), click -> reopen());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String classId = event.getRouteParameters().get("classId").orElseThrow();
        String code = event.getRouteParameters().get("subject").orElseThrow();
        rows = sheets.subject(classId, code);
        info = directory.classById(classId);
        subject = curriculum.subject(code);
        title(text("screens.sheet.of", info.name(), subject.name()));
        removeAll();
        unfinished.removeAll();
        unfinished.setVisible(false);
        due = inbox.groups().stream()
                .filter(group -> group.step() == Step.COMMENTS
                        && group.classId().equals(info.id())
                        && group.part().equals(subject.code()))
                .map(Inbox.Group::due)
                .findFirst();
        List<Inbox.Returned> cameBack = cameBack();
        returned = cameBack.stream().collect(Collectors.toMap(Inbox.Returned::recordId, Inbox.Returned::reason));
        add(head());
        if (!cameBack.isEmpty()) {
            add(returnedCard(cameBack));
        }
        sheet = worksheet();
        add(unfinished, sheet);
        showState();
        event.getLocation().getQueryParameters().getSingleParameter("em").ifPresent(this::goTo);
    }

    private List<Inbox.Returned> cameBack() {
        return inbox.returned().stream()
                .filter(one -> one.step() == Step.COMMENTS
                        && one.classId().equals(info.id())
                        && one.part().equals(subject.code()))
                .toList();
    }

    private Component head() {
        left.addClassName("sheet-state");
        reopen.setAriaLabel(text("screens.sheet.reopen.which"));
        reopen.setPlaceholder(text("screens.sheet.reopen.which"));
        reopen.setItemLabelGenerator(SubjectRow::pupilName);
        Button own =
                new Button(text("screens.bank.button"), VaadinIcon.COMMENTS.create(), click -> new SubjectSheetBank(
                                bank, subject.code(), subject.name())
                        .open());
        Div actions = new Div(finish, own, reopen, reopenButton);
        actions.addClassName("sheet-actions");
        Div head = new Div(left, actions);
        head.addClassName("sheet-head");
        List<String> mine = sheets.ownSubjects(info.id());
        if (mine.size() > 1) {
            head.add(otherSubjects(mine));
        }
        return head;
    }

    private Component otherSubjects(List<String> mine) {
        Nav nav = new Nav();
        nav.addClassName("sheet-others");
        nav.getElement().setAttribute("aria-label", text("screens.sheet.others", info.name()));
        nav.add(new Span(text("screens.sheet.others", info.name())));
        for (String code : mine) {
            RouterLink link = new RouterLink(
                    curriculum.subject(code).name(),
                    SubjectSheetView.class,
                    new RouteParameters(Map.of("classId", info.id(), "subject", code)));
            if (code.equals(subject.code())) {
                link.getElement().setAttribute("aria-current", "page");
            }
            nav.add(link);
        }
        return nav;
    }

    private Component returnedCard(List<Inbox.Returned> cameBack) {
        Card card = new Card(text("screens.returned.title"))
                .urgent()
                .beside(Badge.returned(Integer.toString(cameBack.size())));
        card.addClassName("sheet-list");
        for (Inbox.Returned one : cameBack) {
            Button mend = new Button(text("screens.returned.mend"), click -> goTo(one.recordId()));
            mend.setAriaLabel(text("screens.action-for", text("screens.returned.mend"), one.pupilName()));
            card.add(new Line(one.pupilName())
                    .text(one.reason())
                    .note(text("screens.returned.by", one.by(), moment(one.at())))
                    .actions(mend));
        }
        return card;
    }

    private Worksheet worksheet() {
        saving = new SubjectSheetSaving(subject.code(), enterMarks, this::read, this::saved);
        List<Worksheet.Row> shown = toSheet(rows);
        saving.shows(shown);
        Worksheet made = new Worksheet(
                text("screens.sheet.of", info.name(), subject.name()),
                SubjectSheetRows.columns(isTested()),
                shown,
                saving);
        made.setSuggestions((recordId, column) -> bank.fitting(subject.code(), levelOf(recordId)));
        return made;
    }

    private List<Worksheet.Row> read() {
        rows = sheets.subject(info.id(), subject.code());
        return toSheet(rows);
    }

    private List<Worksheet.Row> toSheet(List<SubjectRow> wanted) {
        return wanted.stream().map(row -> SubjectSheetRows.row(row, returned)).toList();
    }

    /** Rows that became exempt, or that somebody else changed or locked, are shown anew. */
    private void saved(Map<String, Worksheet.Row> before, Map<String, Worksheet.Row> now) {
        now.forEach((id, row) -> {
            Worksheet.Row old = before.get(id);
            boolean sameCells = old != null
                    && old.exempt().equals(row.exempt())
                    && Objects.equals(old.lockedReason(), row.lockedReason());
            if (!sameCells) {
                sheet.update(row);
            }
        });
        showState();
    }

    private void showState() {
        long open = rows.stream().filter(SubjectSheetView::isOpen).count();
        long done = rows.stream().filter(SubjectRow::finished).count();
        left.removeAll();
        left.add(new Span(
                open == 0
                        ? text("screens.sheet.all-done", done)
                        : text("screens.sheet.left", open, done, rows.size())));
        due.filter(day -> open > 0).ifPresent(day -> left.add(InboxDue.badge(day, clock)));
        finish.setEnabled(open > 0);
        List<SubjectRow> finished = rows.stream()
                .filter(row -> row.finished() && row.state() == RecordState.COMMENTING)
                .toList();
        reopen.setItems(finished);
        reopen.setVisible(!finished.isEmpty());
        reopenButton.setVisible(!finished.isEmpty());
    }

    private void finish() {
        FinishSubject.Outcome outcome = finishSubject.finish(info.id(), subject.code());
        showAnew();
        countAnew();
        unfinished.removeAll();
        unfinished.setVisible(!outcome.incomplete().isEmpty());
        if (outcome.incomplete().isEmpty()) {
            Notice.done(text("screens.sheet.finished-all", outcome.finished()));
            return;
        }
        Map<String, SubjectRow> byId =
                rows.stream().collect(Collectors.toMap(SubjectRow::recordId, Function.identity()));
        Card card = new Card(text(
                        "screens.sheet.finished-some",
                        outcome.finished(),
                        outcome.incomplete().size()))
                .urgent();
        card.addClassName("sheet-list");
        for (FinishSubject.Incomplete one : outcome.incomplete()) {
            Button there = new Button(text("screens.sheet.go-to-cell"), click -> goTo(one.recordId()));
            there.setAriaLabel(text("screens.action-for", text("screens.sheet.go-to-cell"), one.pupilName()));
            card.add(new Line(one.pupilName()).text(one.reason()).actions(there));
        }
        unfinished.add(card);
        goTo(byId.get(outcome.incomplete().get(0).recordId()));
    }

    private void reopen() {
        SubjectRow chosen = reopen.getValue();
        if (chosen == null) {
            reopen.focus();
            return;
        }
        finishSubject.reopen(chosen.recordId(), subject.code());
        showAnew();
        countAnew();
        goTo(chosen.recordId());
    }

    private void showAnew() {
        Map<String, SubjectRow> before =
                rows.stream().collect(Collectors.toMap(SubjectRow::recordId, Function.identity()));
        List<Worksheet.Row> now = read();
        saving.shows(now);
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).equals(before.get(rows.get(i).recordId()))) {
                sheet.update(now.get(i));
            }
        }
        showState();
    }

    private void goTo(String recordId) {
        rows.stream().filter(row -> row.recordId().equals(recordId)).findFirst().ifPresent(this::goTo);
    }

    private void goTo(SubjectRow row) {
        sheet.focus(row.recordId(), SubjectSheetRows.firstGap(row, isTested()));
    }

    private String levelOf(String recordId) {
        return rows.stream()
                .filter(row -> row.recordId().equals(recordId))
                .map(SubjectRow::level)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private boolean isTested() {
        return subject.isTestedIn(info.grade());
    }

    private static boolean isOpen(SubjectRow row) {
        return row.state() == RecordState.COMMENTING && !row.finished();
    }
}
