package vn.hocba.desk.teacher.ui;

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
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.Part;
import vn.hocba.desk.OddityWords;
import vn.hocba.desk.teacher.FinishSubject;
import vn.hocba.desk.teacher.SignRows;
import vn.hocba.desk.ui.BatchPlace;
import vn.hocba.identity.Session;
import vn.hocba.record.ClassSheets;
import vn.hocba.record.ClassSheets.SubjectRow;
import vn.hocba.record.CommentBank;
import vn.hocba.record.EnterMarks;
import vn.hocba.record.RecordState;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.ui.Card;
import vn.hocba.ui.Line;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Notice;
import vn.hocba.ui.Worksheet;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.Inbox;
import vn.hocba.workflow.Step;

/** The worksheet of one subject in a class, for its teacher: what is assessed per pupil, until «Hoàn tất», or «Ký» where the rows are signed. */
@Route(value = "so-mon/:classId/:subject", layout = MainLayout.class)
@RolesAllowed("TEACHER")
public class SubjectSheetView extends SheetView<SubjectRow> implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient ClassSheets sheets;
    private final transient FinishSubject finishSubject;
    private final transient SignRows signRows;
    private final transient OddityWords oddities;
    private final transient CommentBank bank;
    private final transient SheetClasses sheetClasses;

    private final Div unfinished = new Div();
    private final Button finish;
    private final BatchPlace progress;
    private final RowSigning signing;
    private final ComboBox<SubjectRow> reopen = new ComboBox<>();
    private final Button reopenButton;
    private transient ClassInfo info;
    private transient Part subject;
    private transient Map<String, String> returned = Map.of();
    private boolean signed;
    private boolean beside;

    SubjectSheetView(
            ClassSheets sheets,
            EnterMarks enterMarks,
            FinishSubject finishSubject,
            SignRows signRows,
            OddityWords oddities,
            CommentBank bank,
            Inbox inbox,
            SheetClasses sheetClasses,
            Batches batches,
            Session session,
            Clock clock) {
        super("screens.sheet.title", Step.COMMENTS, enterMarks, bank, inbox, session, clock);
        this.sheets = sheets;
        this.finishSubject = finishSubject;
        this.signRows = signRows;
        this.oddities = oddities;
        this.bank = bank;
        this.sheetClasses = sheetClasses;
        finish = new Button(text("screens.sheet.finish"), VaadinIcon.CHECK.create(), click -> finish());
        finish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        progress = new BatchPlace(batches, this::afterSigning);
        signing = new RowSigning(signRows, inbox, session, progress, this::showUnsigned);
        reopenButton = new Button(text("screens.sheet.reopen"), click -> reopen());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String classId = event.getRouteParameters().get("classId").orElseThrow();
        String code = event.getRouteParameters().get("subject").orElseThrow();
        load(sheetClasses.ofSubject(classId, code), code);
        info = classes().get(0);
        subject = rows().get(0).form();
        returned = returned();
        beside = sheetClasses.isBeside(info.id(), code);
        signed = signRows.isAsked(info.id(), code);
        title(text("screens.sheet.of", SheetClasses.names(classes()), subject.name()));
        removeAll();
        unfinished.removeAll();
        unfinished.setVisible(false);
        progress.clear();
        add(head(), progress);
        returnedCard().ifPresent(this::add);
        add(
                unfinished,
                worksheet(
                        code,
                        text("screens.sheet.of", SheetClasses.names(classes()), subject.name()),
                        SheetClasses.columns(
                                rows().stream().map(SubjectRow::form).distinct().map(SubjectSheetRows::columns)),
                        this::suggestions));
        refreshState();
        if (signed) {
            signing.show(classes(), subject);
        }
        goToNamedIn(event.getLocation());
    }

    @Override
    List<SubjectRow> read(String classId, String part) {
        return sheets.subject(classId, part);
    }

    @Override
    String address() {
        return "so-mon/" + info.id() + "/" + subject.code();
    }

    @Override
    String recordId(SubjectRow row) {
        return row.recordId();
    }

    @Override
    Worksheet.Row toSheet(SubjectRow row) {
        return SubjectSheetRows.row(row, returned, oddities, signed);
    }

    @Override
    String firstGap(SubjectRow row) {
        return SubjectSheetRows.firstGap(row);
    }

    private Component head() {
        reopen.setAriaLabel(text("screens.sheet.reopen.which"));
        reopen.setPlaceholder(text(signed ? "screens.sheet.reopen.signed" : "screens.sheet.reopen.which"));
        reopen.setItemLabelGenerator(row -> named(row, row.pupilName()));
        Div actions = new Div(
                signed ? signing : finish,
                bankButton(info, Map.of(subject.code(), subject.name()), subject.name()),
                reopen,
                reopenButton);
        actions.addClassName("sheet-actions");
        Div head = new Div(state(), actions);
        head.addClassName("sheet-head");
        Map<String, Map.Entry<ClassInfo, Part>> mine = new LinkedHashMap<>();
        classes().forEach(one -> sheets.ownSubjects(one.id())
                .forEach(part -> mine.putIfAbsent(part.code(), Map.entry(one, part))));
        if (mine.size() > 1) {
            head.add(otherSubjects(mine.values()));
        }
        return head;
    }

    private Component otherSubjects(Collection<Map.Entry<ClassInfo, Part>> mine) {
        Nav nav = new Nav();
        nav.addClassName("sheet-others");
        nav.getElement().setAttribute("aria-label", text("screens.sheet.others", SheetClasses.names(classes())));
        nav.add(new Span(text("screens.sheet.others", SheetClasses.names(classes()))));
        for (Map.Entry<ClassInfo, Part> one : mine) {
            Part other = one.getValue();
            RouterLink link = new RouterLink(
                    other.name(),
                    SubjectSheetView.class,
                    new RouteParameters(Map.of("classId", one.getKey().id(), "subject", other.code())));
            if (other.code().equals(subject.code())) {
                link.getElement().setAttribute("aria-current", "page");
            }
            nav.add(link);
        }
        return nav;
    }

    @Override
    void showState() {
        long open = rows().stream().filter(SubjectSheetView::isOpen).count();
        long done = rows().stream().filter(SubjectRow::finished).count();
        state().add(new Span(
                open == 0
                        ? text("screens.sheet.all-done", done)
                        : text(
                                signed ? "screens.sheet.left-to-sign" : "screens.sheet.left",
                                open,
                                done,
                                rows().size())));
        showDue(open > 0);
        finish.setEnabled(open > 0);
        finish.setVisible(!beside);
        signing.setOpen(open > 0);
        signing.setVisible(!beside);
        if (beside) {
            state().add(new Span(text("screens.sheet.beside")));
        }
        List<SubjectRow> finished = rows().stream()
                .filter(row -> row.finished() && row.state() == RecordState.COMMENTING)
                .toList();
        reopen.setItems(finished);
        reopen.setVisible(!finished.isEmpty() && !beside);
        reopenButton.setVisible(!finished.isEmpty() && !beside);
    }

    private void finish() {
        int finished = 0;
        List<FinishSubject.Incomplete> incomplete = new ArrayList<>();
        for (ClassInfo one : classes()) {
            FinishSubject.Outcome outcome = finishSubject.finish(one.id(), subject.code());
            finished += outcome.finished();
            incomplete.addAll(outcome.incomplete());
        }
        showAnew();
        int left = incomplete.size();
        showIncomplete(text("screens.sheet.finished-some", finished, left), incomplete);
        if (left == 0) {
            Notice.done(text("screens.sheet.finished-all", finished));
        } else {
            goTo(incomplete.get(0).recordId());
        }
    }

    private void afterSigning() {
        showAnew();
        signing.offerOthers();
    }

    private void showUnsigned(List<FinishSubject.Incomplete> incomplete) {
        showIncomplete(text("screens.sheet.sign.incomplete", incomplete.size()), incomplete);
    }

    private void showIncomplete(String title, List<FinishSubject.Incomplete> incomplete) {
        unfinished.removeAll();
        unfinished.setVisible(!incomplete.isEmpty());
        if (incomplete.isEmpty()) {
            return;
        }
        Card card = new Card(title).urgent();
        card.addClassName("sheet-list");
        for (FinishSubject.Incomplete one : incomplete) {
            Line line = new Line(one.pupilName()).text(one.reason());
            // Rows of other classes are signed from here, and mended on their own sheet.
            row(one.recordId())
                    .ifPresent(
                            here -> line.actions(wayTo(one.recordId(), one.pupilName(), "screens.sheet.go-to-cell")));
            card.add(line);
        }
        unfinished.add(card);
    }

    private void reopen() {
        SubjectRow chosen = reopen.getValue();
        if (chosen == null) {
            reopen.focus();
            return;
        }
        finishSubject.reopen(chosen.recordId(), subject.code());
        showAnew();
        goTo(chosen.recordId());
    }

    private List<String> suggestions(String recordId, String column) {
        Cell cell = row(recordId).map(SubjectRow::form).orElse(subject).cell(column);
        return cell.kind() == Cell.Kind.CHOICE
                ? cell.symbols()
                : bank.fitting(
                        info,
                        subject.code(),
                        row(recordId).map(SubjectSheetRows::symbol).orElse(null));
    }

    private static boolean isOpen(SubjectRow row) {
        return row.state() == RecordState.COMMENTING && !row.finished();
    }
}
