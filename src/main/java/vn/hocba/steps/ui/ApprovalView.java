package vn.hocba.steps.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.hocba.identity.Session;
import vn.hocba.steps.ApprovalList;
import vn.hocba.steps.ClassBoard;
import vn.hocba.steps.RecordDocuments;
import vn.hocba.steps.ReturnRecords;
import vn.hocba.steps.ReturnTargets;
import vn.hocba.steps.SignPrincipal;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.Line;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.PinDialog;
import vn.hocba.ui.Screen;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.Step;

/** The principal reads a class, exceptions first, and signs or returns many records at once. */
@Route(value = "duyet", layout = MainLayout.class)
@RolesAllowed("PRINCIPAL")
public class ApprovalView extends Screen implements HasUrlParameter<String> {

    private static final long serialVersionUID = 1L;

    private final transient ClassBoard board;
    private final transient ApprovalList list;
    private final transient ReturnTargets targets;
    private final transient SignPrincipal sign;
    private final transient ReturnRecords returning;
    private final transient RecordDocuments documents;
    private final transient Session session;
    private final OfficeBatches progress;
    private final RecordPreview preview;
    private final Div content = new Div();
    private final List<ApprovalRow> rows = new ArrayList<>();
    private String classId;
    private int current = -1;

    ApprovalView(
            ClassBoard board,
            ApprovalList list,
            ReturnTargets targets,
            SignPrincipal sign,
            ReturnRecords returning,
            RecordDocuments documents,
            Batches batches,
            Session session) {
        super("office.approval.classes");
        this.board = board;
        this.list = list;
        this.targets = targets;
        this.sign = sign;
        this.returning = returning;
        this.documents = documents;
        this.session = session;
        progress = new OfficeBatches(batches);
        preview = new RecordPreview(documents);
        content.addClassName("office-content");
        add(progress, content);
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String wanted) {
        classId = wanted;
        if (classId == null) {
            showClasses();
            return;
        }
        wide();
        showClass();
        progress.running(classId, Set.of("sign-principal", "return")).ifPresent(this::follow);
    }

    private void showClasses() {
        content.removeAll();
        List<ClassBoard.ClassLine> classes = board.ofOwnSchool();
        if (classes.isEmpty()) {
            content.add(new EmptyState(text("office.no-class-yet.title"), text("office.no-class-yet.next")));
            return;
        }
        Card card = new Card(text("office.approval.classes"));
        classes.forEach(line -> card.add(classLine(line)));
        content.add(new Paragraph(text("office.approval.classes.intro")), card);
    }

    private static Component classLine(ClassBoard.ClassLine known) {
        int passed = known.seal() + known.released() + known.sent();
        Line line = new Line(text("office.class", known.className()));
        if (known.principal() > 0) {
            line = new Line(
                    text("office.class", known.className()),
                    Badge.soon(text("office.approval.waiting", known.principal())));
        }
        if (known.teachers() > 0) {
            line.note(text("office.approval.with-teachers", known.teachers()));
        }
        RouterLink open = new RouterLink(
                text(known.principal() > 0 ? "office.approval.open" : "office.open"),
                ApprovalView.class,
                known.classId());
        open.addClassName("button-link");
        open.getElement().setAttribute("aria-label", text("office.open.class", known.className()));
        return line.progress(passed, known.total(), text("office.class.progress", passed, known.total()))
                .actions(open);
    }

    private void showClass() {
        content.removeAll();
        rows.clear();
        current = -1;
        ApprovalList.ClassPage page = list.of(classId);
        ReturnTargets.Targets people = targets.of(classId);
        title(text("office.approval.title", page.className()));
        List<ApprovalList.Row> waiting =
                page.rows().stream().filter(ApprovalList.Row::waits).toList();
        List<ApprovalList.Row> odd =
                waiting.stream().filter(row -> !row.remarks().isEmpty()).toList();
        List<ApprovalList.Row> plain =
                waiting.stream().filter(row -> row.remarks().isEmpty()).toList();
        List<ApprovalList.Row> elsewhere =
                page.rows().stream().filter(row -> !row.waits()).toList();

        RouterLink back = new RouterLink(text("office.back"), ApprovalView.class);
        Paragraph summary = new Paragraph(text(
                "office.approval.summary",
                waiting.size(),
                odd.size(),
                people.homeroomTeacher() == null ? text("office.approval.no-homeroom") : people.homeroomTeacher()));
        SelectionBar bar = new SelectionBar(
                waiting.stream().map(ApprovalList.Row::recordId).toList());
        Div lists = new Div();
        lists.addClassName("office-lists");
        if (waiting.isEmpty()) {
            lists.add(new EmptyState(text("office.approval.done.title"), text("office.approval.done.next")));
        } else {
            addButtons(bar, page, people);
            lists.add(bar);
        }
        addPart(lists, text("office.approval.odd"), odd, bar, true);
        addPart(lists, text("office.approval.plain"), plain, bar, false);
        addPart(lists, text("office.approval.elsewhere"), elsewhere, null, false);
        Shortcuts.addShortcutListener(lists, () -> move(1), Key.ARROW_DOWN).listenOn(lists);
        Shortcuts.addShortcutListener(lists, () -> move(-1), Key.ARROW_UP).listenOn(lists);
        Div split = new Div(lists, preview);
        split.addClassName("office-split");
        content.add(back, summary, split);
        if (!rows.isEmpty()) {
            show(0);
        }
    }

    private void addPart(Div lists, String heading, List<ApprovalList.Row> part, SelectionBar bar, boolean odd) {
        if (part.isEmpty()) {
            return;
        }
        UnorderedList items = new UnorderedList();
        items.addClassName("pupil-rows");
        for (ApprovalList.Row row : part) {
            int index = rows.size();
            ApprovalRow item = new ApprovalRow(
                    row, bar == null ? null : bar.box(row.recordId(), row.pupilName()), documents, () -> show(index));
            rows.add(item);
            items.add(item);
        }
        Card card = new Card(heading, items)
                .beside(odd ? Badge.soon(Integer.toString(part.size())) : Badge.plain(Integer.toString(part.size())));
        if (odd) {
            card.addClassName("card-odd");
        }
        lists.add(card);
    }

    private void addButtons(SelectionBar bar, ApprovalList.ClassPage page, ReturnTargets.Targets people) {
        Chosen chosen = bar.chosen();
        Button signing = new Button("", click -> new PinDialog(
                        chosen.count(),
                        text("office.approval.pin.what", page.className()),
                        session.user().displayName(),
                        pin -> follow(sign.start(classId, chosen.asQuery(), pin)))
                .open());
        signing.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button back = new Button("", click -> new ReturnDialog(
                        chosen.count(),
                        Step.PRINCIPAL,
                        people,
                        instruction -> follow(returning.start(classId, chosen.asList(), instruction)))
                .open());
        bar.onChange(() -> {
            signing.setText(text("office.approval.sign", chosen.count()));
            signing.setEnabled(chosen.count() > 0);
            back.setText(text("office.approval.return", chosen.count()));
            back.setEnabled(chosen.count() > 0);
        });
        bar.add(back, signing);
    }

    private void follow(String batchId) {
        progress.follow(text("office.progress"), batchId, this::showClass);
    }

    private void move(int by) {
        int next = current + by;
        if (next >= 0 && next < rows.size()) {
            show(next);
            rows.get(next).focus();
        }
    }

    private void show(int index) {
        if (current >= 0) {
            rows.get(current).current(false);
        }
        current = index;
        ApprovalRow row = rows.get(index);
        row.current(true);
        preview.show(row.recordId(), row.pupilName());
    }
}
