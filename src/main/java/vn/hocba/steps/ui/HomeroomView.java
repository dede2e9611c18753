package vn.hocba.steps.ui;

import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.hocba.identity.Session;
import vn.hocba.record.ClassSheets;
import vn.hocba.record.ClassSheets.HomeroomRow;
import vn.hocba.record.CommentBank;
import vn.hocba.record.EnterMarks;
import vn.hocba.record.OverallResult;
import vn.hocba.record.RecordState;
import vn.hocba.school.Curriculum;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolLevel;
import vn.hocba.steps.ReturnRecords;
import vn.hocba.steps.SignHomeroom;
import vn.hocba.ui.Badge;
import vn.hocba.ui.BatchProgress;
import vn.hocba.ui.Card;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.Line;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.PinDialog;
import vn.hocba.ui.Screen;
import vn.hocba.ui.Worksheet;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.Inbox;
import vn.hocba.workflow.Step;

/** «Sổ chủ nhiệm»: the summary of the own class, the computed result of each pupil with its reasons, and the signature under all of them at once. */
@Route(value = "so-chu-nhiem", layout = MainLayout.class)
@RolesAllowed("TEACHER")
public class HomeroomView extends Screen implements HasUrlParameter<String> {

    private static final long serialVersionUID = 1L;

    private final transient ClassSheets sheets;
    private final transient EnterMarks enterMarks;
    private final transient SignHomeroom signHomeroom;
    private final transient ReturnRecords returnRecords;
    private final transient CommentBank bank;
    private final transient Batches batches;
    private final transient Inbox inbox;
    private final transient SchoolDirectory directory;
    private final transient Curriculum curriculum;
    private final transient Session session;
    private final transient Clock clock;
    private final transient HomeroomRows shape;

    private final Div state = new Div();
    private final Div progress = new Div();
    private final Button sign;
    private final Button sendBack;
    private transient ClassInfo info;
    private transient Optional<Instant> due = Optional.empty();
    private transient List<HomeroomRow> rows = List.of();
    private transient SubjectSheetSaving saving;
    private Worksheet sheet;

    HomeroomView(
            ClassSheets sheets,
            EnterMarks enterMarks,
            SignHomeroom signHomeroom,
            ReturnRecords returnRecords,
            CommentBank bank,
            Batches batches,
            Inbox inbox,
            SchoolDirectory directory,
            Curriculum curriculum,
            Session session,
            Clock clock) {
        super("screens.homeroom.title");
        this.sheets = sheets;
        this.enterMarks = enterMarks;
        this.signHomeroom = signHomeroom;
        this.returnRecords = returnRecords;
        this.bank = bank;
        this.batches = batches;
        this.inbox = inbox;
        this.directory = directory;
        this.curriculum = curriculum;
        this.session = session;
        this.clock = clock;
        this.shape = new HomeroomRows(curriculum);
        wide();
        sign = new Button("", VaadinIcon.PENCIL.create(), click -> sign());
        sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        sendBack = new Button(text("screens.return.button"), VaadinIcon.ARROW_BACKWARD.create(), click -> sendBack());
        state.addClassName("sheet-state");
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String classId) {
        removeAll();
        if (classId == null) {
            choose(event);
            return;
        }
        rows = sheets.homeroom(classId);
        info = directory.classById(classId);
        title(text("screens.homeroom.of", info.name()));
        List<Inbox.Returned> cameBack = inbox.returned().stream()
                .filter(one -> one.step() == Step.HOMEROOM && one.classId().equals(classId))
                .toList();
        due = inbox.groups().stream()
                .filter(group ->
                        group.step() == Step.HOMEROOM && group.classId().equals(classId))
                .map(Inbox.Group::due)
                .findFirst();
        add(head());
        progress.removeAll();
        progress.setVisible(false);
        add(progress);
        if (!cameBack.isEmpty()) {
            add(returnedCard(cameBack));
        }
        if (rows.isEmpty()) {
            add(new EmptyState(text("screens.homeroom.not-open"), text("screens.homeroom.not-open.next")));
            return;
        }
        sheet = worksheet();
        add(sheet);
        showState();
        showUnderWay();
        event.getLocation().getQueryParameters().getSingleParameter("em").ifPresent(this::goTo);
    }

    private void choose(BeforeEvent event) {
        List<ClassInfo> own = sheets.ownClasses();
        if (own.size() == 1) {
            event.forwardTo(HomeroomView.class, own.get(0).id());
            return;
        }
        if (own.isEmpty()) {
            add(new EmptyState(text("screens.homeroom.none"), text("screens.homeroom.none.next")));
            return;
        }
        Card card = new Card(text("screens.homeroom.choose"));
        for (ClassInfo one : own) {
            String name = text("screens.class", one.name());
            Button open = new Button(
                    text("screens.homeroom.open"), click -> UI.getCurrent().navigate(HomeroomView.class, one.id()));
            open.setAriaLabel(text("screens.action-for", text("screens.homeroom.open"), name));
            card.add(new Line(name)
                    .note(text("ui.school-year", one.schoolYear() + " - " + (one.schoolYear() + 1)))
                    .actions(open));
        }
        add(card);
    }

    private Component head() {
        Button own =
                new Button(text("screens.bank.button"), VaadinIcon.COMMENTS.create(), click -> new SubjectSheetBank(
                                bank, EnterMarks.HOMEROOM, text("screens.homeroom.short"))
                        .open());
        Div actions = new Div(sign, sendBack, own);
        actions.addClassName("sheet-actions");
        Div head = new Div(state, actions);
        head.addClassName("sheet-head");
        return head;
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
        saving = new SubjectSheetSaving(EnterMarks.HOMEROOM, enterMarks, this::read, this::saved);
        List<Worksheet.Row> shown = toSheet();
        saving.shows(shown);
        Worksheet made =
                new Worksheet(text("screens.homeroom.of", info.name()), shape.columns(info.grade()), shown, saving);
        made.getElement().getClassList().add("homeroom-sheet");
        made.setSuggestions((recordId, column) ->
                column.equals("comment") ? bank.fitting(EnterMarks.HOMEROOM, levelOf(recordId)) : List.of());
        return made;
    }

    private List<Worksheet.Row> read() {
        rows = sheets.homeroom(info.id());
        return toSheet();
    }

    private List<Worksheet.Row> toSheet() {
        return rows.stream().map(shape::row).toList();
    }

    /** Only what changed goes to the browser: results beside the names, and rows that were locked or opened meanwhile. */
    private void saved(Map<String, Worksheet.Row> before, Map<String, Worksheet.Row> now) {
        now.forEach((id, row) -> {
            Worksheet.Row old = before.get(id);
            if (old == null || !Objects.equals(old.lockedReason(), row.lockedReason())) {
                sheet.update(row);
            } else if (!Objects.equals(old.sublabel(), row.sublabel())) {
                sheet.setSublabel(id, row.sublabel());
            }
        });
        showState();
    }

    private void showState() {
        long ready = rows.stream().filter(HomeroomRows::isReady).count();
        long commenting = count(RecordState.COMMENTING);
        long incomplete = count(RecordState.HOMEROOM) - ready;
        long gone = rows.size() - commenting - incomplete - ready;
        state.removeAll();
        if (ready > 0) {
            state.add(Badge.ok(text("screens.homeroom.ready", ready)));
        }
        if (incomplete > 0) {
            state.add(Badge.soon(text("screens.homeroom.incomplete", incomplete)));
        }
        if (commenting > 0) {
            state.add(Badge.plain(text("screens.homeroom.commenting", commenting)));
        }
        if (gone > 0) {
            state.add(Badge.plain(text("screens.homeroom.gone", gone)));
        }
        due.filter(day -> gone < rows.size()).ifPresent(day -> state.add(InboxDue.badge(day, clock)));
        sign.setText(text("screens.homeroom.sign", ready));
        sign.setEnabled(ready > 0);
        sendBack.setEnabled(count(RecordState.HOMEROOM) > 0);
    }

    private long count(RecordState wanted) {
        return rows.stream().filter(row -> row.state() == wanted).count();
    }

    private void sign() {
        List<String> ready = rows.stream()
                .filter(HomeroomRows::isReady)
                .map(HomeroomRow::recordId)
                .toList();
        new PinDialog(
                        ready.size(),
                        text("screens.homeroom.sign.what", info.name()),
                        session.user().displayName(),
                        pin -> follow(signHomeroom.start(info.id(), ready, pin), "screens.batch.kind.sign-homeroom"))
                .open();
    }

    private void sendBack() {
        List<HomeroomRow> here =
                rows.stream().filter(row -> row.state() == RecordState.HOMEROOM).toList();
        new HomeroomReturnDialog(here, subjectsOfTheClass(), curriculum, this::sendBack).open();
    }

    private List<String> subjectsOfTheClass() {
        Set<String> assigned = directory.assignments(info.id()).stream()
                .map(SchoolDirectory.Assignment::subjectCode)
                .collect(Collectors.toSet());
        return curriculum.subjects(SchoolLevel.PRIMARY, info.grade()).stream()
                .filter(subject ->
                        assigned.contains(subject.code()) || !subject.optional().contain(info.grade()))
                .map(Curriculum.Subject::code)
                .toList();
    }

    private void sendBack(List<String> recordIds, Set<String> subjects, String reason) {
        follow(
                returnRecords.start(
                        info.id(),
                        recordIds,
                        new ReturnRecords.Instruction(Step.HOMEROOM, Step.COMMENTS, subjects, reason)),
                "screens.batch.kind.return");
    }

    private void showUnderWay() {
        batches.latest().stream()
                .filter(batch -> InboxBatch.isUnderWay(batch) && info.id().equals(batch.classId()))
                .findFirst()
                .ifPresent(batch -> follow(batch.batchId(), "screens.batch.kind." + batch.kind()));
    }

    private void follow(String batchId, String titleKey) {
        progress.removeAll();
        progress.setVisible(true);
        progress.add(Card.padded(
                text(titleKey),
                new BatchProgress(() -> InboxBatch.progress(batches.progress(batchId)), this::showAnew)));
    }

    private void showAnew() {
        Map<String, HomeroomRow> before =
                rows.stream().collect(Collectors.toMap(HomeroomRow::recordId, Function.identity()));
        List<Worksheet.Row> now = read();
        saving.shows(now);
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).equals(before.get(rows.get(i).recordId()))) {
                sheet.update(now.get(i));
            }
        }
        showState();
        countAnew();
    }

    private void goTo(String recordId) {
        rows.stream()
                .filter(row -> row.recordId().equals(recordId))
                .findFirst()
                .ifPresent(row -> sheet.focus(recordId, firstGap(row)));
    }

    private static String firstGap(HomeroomRow row) {
        if (!row.refused().isEmpty()) {
            return row.refused().keySet().iterator().next();
        }
        return row.traits().entrySet().stream()
                .filter(trait -> trait.getValue() == null)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(row.excused() == null ? "excused" : "comment");
    }

    /** The level of sentences that go with the result. */
    private String levelOf(String recordId) {
        return rows.stream()
                .filter(row -> row.recordId().equals(recordId))
                .map(row -> row.assessment().result())
                .filter(Objects::nonNull)
                .map(HomeroomView::level)
                .findFirst()
                .orElse(null);
    }

    private static String level(OverallResult result) {
        return switch (result) {
            case EXCELLENT, GOOD -> "T";
            case COMPLETED -> "H";
            case NOT_COMPLETED -> "C";
        };
    }
}
