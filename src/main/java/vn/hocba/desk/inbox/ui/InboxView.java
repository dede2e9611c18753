package vn.hocba.desk.inbox.ui;

import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.number;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.hocba.assessment.Curriculum;
import vn.hocba.desk.inbox.ResumeBatch;
import vn.hocba.desk.ui.BatchPlace;
import vn.hocba.desk.ui.InboxDue;
import vn.hocba.identity.Right;
import vn.hocba.identity.Session;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.signing.ui.SigningDialog;
import vn.hocba.ui.Badge;
import vn.hocba.ui.BatchProgress;
import vn.hocba.ui.Card;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.Line;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Screen;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.Inbox;
import vn.hocba.workflow.Step;

/** «Việc của tôi»: what waits for the person, grouped by step, class and subject; what came back is on top. */
@Route(value = "viec-cua-toi", layout = MainLayout.class)
@PermitAll
public class InboxView extends Screen implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    private static final int NAMES_SHOWN = 3;

    private final transient Inbox inbox;
    private final transient Batches batches;
    private final transient ResumeBatch resumeBatch;
    private final transient Curriculum curriculum;
    private final transient Session session;
    private final transient Clock clock;

    InboxView(
            Inbox inbox,
            Batches batches,
            ResumeBatch resumeBatch,
            Curriculum curriculum,
            Session session,
            Clock clock) {
        super("screens.inbox.title");
        this.inbox = inbox;
        this.batches = batches;
        this.resumeBatch = resumeBatch;
        this.curriculum = curriculum;
        this.session = session;
        this.clock = clock;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void reload() {
        show();
        countAnew();
    }

    private void show() {
        removeAll();
        List<Inbox.Group> groups = inbox.groups();
        List<Inbox.Returned> returned =
                groups.stream().anyMatch(group -> group.returned() > 0) ? inbox.returned() : List.of();
        List<Task> tasks = Task.of(groups);
        add(head(tasks));
        batches.latest().stream()
                .filter(Batches.Progress::isUnderWay)
                .map(this::batch)
                .forEach(this::add);
        List<Task> beside = Task.of(inbox.beside());
        if (groups.isEmpty() && beside.isEmpty()) {
            boolean admin = Right.OPEN_YEAR.isOf(session.user());
            add(new EmptyState(
                    text("screens.inbox.empty"),
                    text(admin ? "screens.inbox.empty.next-admin" : "screens.inbox.empty.next")));
            return;
        }
        if (!returned.isEmpty()) {
            add(returnedCard(returned));
        }
        Map<Step, List<Task>> byStep = tasks.stream()
                .collect(Collectors.groupingBy(
                        task -> task.first().step(), () -> new EnumMap<>(Step.class), Collectors.toList()));
        byStep.forEach((step, ofStep) -> {
            Card card = new Card(text("screens.inbox.step." + step.name()));
            ofStep.stream().sorted(inPrintedOrder()).forEach(task -> card.add(line(task)));
            add(card);
        });
        if (!beside.isEmpty()) {
            Card card = new Card(text("screens.inbox.beside"));
            beside.stream()
                    .sorted(inPrintedOrder())
                    .forEach(task -> card.add(line(task).note(text("screens.inbox.beside.note"))));
            add(card);
        }
    }

    private Comparator<Task> inPrintedOrder() {
        Comparator<Inbox.Group> ofGroups = Comparator.comparingInt(Inbox.Group::grade)
                .thenComparing(Inbox.Group::className)
                .thenComparingInt(group -> group.step() == Step.COMMENTS
                        ? curriculum.subject(group.part()).ordinal()
                        : 0);
        return Comparator.comparing(Task::first, ofGroups);
    }

    private Component head(List<Task> tasks) {
        Paragraph greeting = new Paragraph(greeting(tasks));
        Button reload = new Button(text("screens.reload"), VaadinIcon.REFRESH.create(), click -> reload());
        reload.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div head = new Div(greeting, reload);
        head.addClassName("inbox-head");
        return head;
    }

    private String greeting(List<Task> tasks) {
        String name = session.user().displayName();
        if (tasks.isEmpty()) {
            return text("screens.inbox.hello", name);
        }
        int open = tasks.stream().mapToInt(Task::open).sum();
        long late = tasks.stream()
                .filter(task -> InboxDue.isOver(task.due(), clock))
                .count();
        int returned = tasks.stream().mapToInt(Task::returned).sum();
        List<String> sentences = new ArrayList<>();
        sentences.add(text("screens.inbox.hello", name));
        sentences.add(text("screens.inbox.open", number(open), tasks.size()));
        if (late > 0) {
            sentences.add(text("screens.inbox.late", late));
        }
        if (returned > 0) {
            sentences.add(text("screens.inbox.returned", returned));
        }
        return String.join(" ", sentences);
    }

    private Component batch(Batches.Progress batch) {
        String title = BatchPlace.title(batch);
        if (batch.state() == BatchState.INTERRUPTED && batch.missing() instanceof Confirmation.Pin) {
            Button resume = new Button(text("screens.batch.resume"), click -> resume(batch, title));
            resume.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            Line line = new Line(
                            text("screens.batch.left", batch.waiting(), batch.total()),
                            Badge.late(text("screens.batch.interrupted")))
                    .text(batch.message())
                    .actions(resume);
            return new Card(title, line).urgent();
        }
        return Card.padded(
                title, new BatchProgress(() -> BatchPlace.known(batches.progress(batch.batchId())), this::reload));
    }

    private void resume(Batches.Progress batch, String title) {
        SigningDialog.open(
                batch.missing(),
                BatchPlace.toBeSigned(batch),
                title,
                session.user().displayName(),
                entered -> {
                    resumeBatch.resume(batch.batchId(), entered);
                    reload();
                });
    }

    /** Records that came back from the same person with the same reason stand together. */
    private Component returnedCard(List<Inbox.Returned> returned) {
        Map<List<Object>, List<Inbox.Returned>> together = returned.stream()
                .collect(Collectors.groupingBy(
                        one -> List.of(one.step(), one.part(), one.classId(), one.reason(), one.by()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Card card = new Card(text("screens.returned.title")).urgent().beside(Badge.returned(number(returned.size())));
        together.values().forEach(same -> card.add(returnedLine(same)));
        return card;
    }

    private Component returnedLine(List<Inbox.Returned> same) {
        Inbox.Returned first = same.get(0);
        String names =
                same.stream().limit(NAMES_SHOWN).map(Inbox.Returned::pupilName).collect(Collectors.joining(", "));
        String who =
                same.size() > NAMES_SHOWN ? text("screens.returned.and-more", names, same.size() - NAMES_SHOWN) : names;
        String title = String.join(" · ", who, what(first.step(), first.part(), first.className()));
        Line line = new Line(title, InboxDue.badge(first.due(), clock))
                .text(first.reason())
                .note(text("screens.returned.by", first.by(), moment(first.at())));
        Button mend = new Button(
                text("screens.returned.mend"),
                click -> open(first.step(), first.part(), first.classId(), first.recordId()));
        mend.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        mend.setAriaLabel(text("screens.action-for", text("screens.returned.mend"), title));
        return line.actions(mend);
    }

    private Line line(Task task) {
        Inbox.Group group = task.first();
        String title = what(group.step(), group.part(), task.className());
        Line line = new Line(title, InboxDue.badge(task.due(), clock));
        if (task.returned() > 0) {
            line.note(text("screens.inbox.of-these-returned", task.returned()));
        }
        int done = task.total() - task.open();
        line.progress(
                done,
                task.total(),
                done == 0
                        ? text("screens.inbox.not-begun", task.total())
                        : text("screens.inbox.progress", done, task.total(), task.open()));
        if (task.unassigned() == task.open()) {
            return line.note(text("screens.inbox.unassigned"));
        }
        String action = text(done == 0 ? "screens.inbox.begin" : "screens.inbox.go-on");
        Button go = new Button(action, click -> open(group.step(), group.part(), group.classId(), null));
        go.setAriaLabel(text("screens.action-for", action, title));
        return line.actions(go);
    }

    private String what(Step step, String part, String className) {
        return switch (step) {
            case COMMENTS -> className + " · " + curriculum.subject(part).name();
            case HOMEROOM -> className + " · " + text("screens.homeroom.short");
            case PRINCIPAL, SEAL, SUBMIT -> className;
        };
    }

    private static void open(Step step, String part, String classId, String recordId) {
        String route =
                switch (step) {
                    case COMMENTS -> "so-mon/" + classId + "/" + part;
                    case HOMEROOM -> "so-chu-nhiem/" + classId;
                    case PRINCIPAL -> "duyet/" + classId;
                    case SEAL, SUBMIT -> "dong-dau/" + classId;
                };
        QueryParameters which = recordId == null ? QueryParameters.empty() : QueryParameters.of("em", recordId);
        UI.getCurrent().navigate(route, which);
    }
}
