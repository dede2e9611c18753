package vn.hocba.desk.principal.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.hocba.desk.ClassBoard;
import vn.hocba.desk.OddityWords;
import vn.hocba.desk.principal.ApprovalList;
import vn.hocba.desk.principal.SignPrincipal;
import vn.hocba.desk.ui.Chosen;
import vn.hocba.desk.ui.ClassOffice;
import vn.hocba.desk.ui.SelectionBar;
import vn.hocba.desk.ui.SendBack;
import vn.hocba.dossier.RecordDocuments;
import vn.hocba.identity.Session;
import vn.hocba.signing.ui.SigningDialog;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.Line;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.ToBeSigned;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.Step;

/** The principal reads a class, exceptions first, and signs or returns many records at once. */
@Route(value = "duyet", layout = MainLayout.class)
@RolesAllowed("PRINCIPAL")
public class ApprovalView extends ClassOffice {

    private static final long serialVersionUID = 1L;

    private final transient ApprovalList list;
    private final transient SignPrincipal sign;
    private final transient RecordDocuments documents;
    private final transient OddityWords oddities;
    private final transient Session session;
    private final RecordPreview preview;
    private final List<ApprovalRow> rows = new ArrayList<>();
    private int current = -1;

    ApprovalView(
            ClassBoard board,
            ApprovalList list,
            SignPrincipal sign,
            SendBack sendBack,
            RecordDocuments documents,
            OddityWords oddities,
            Batches batches,
            Session session) {
        super("office.approval.classes", Set.of("sign-principal"), board, sendBack, batches);
        this.list = list;
        this.sign = sign;
        this.documents = documents;
        this.oddities = oddities;
        this.session = session;
        preview = new RecordPreview(documents, () -> turn(-1), () -> turn(1));
    }

    @Override
    protected Line line(ClassBoard.ClassLine known) {
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
        return line.progress(passed, known.total(), text("office.class.progress", passed, known.total()));
    }

    @Override
    protected String openLabel(ClassBoard.ClassLine known) {
        return text(known.principal() > 0 ? "office.approval.open" : "office.open");
    }

    @Override
    protected void showClass() {
        wide();
        rows.clear();
        current = -1;
        ApprovalList.ClassPage page = list.of(classId());
        String homeroomTeacher = people().homeroomTeacher();
        title(text("office.approval.title", page.className()));
        List<ApprovalList.Row> waiting =
                page.rows().stream().filter(ApprovalList.Row::waits).toList();
        List<ApprovalList.Row> odd = waiting.stream().filter(row -> row.isOdd()).toList();
        List<ApprovalList.Row> plain =
                waiting.stream().filter(row -> !row.isOdd()).toList();
        List<ApprovalList.Row> elsewhere =
                page.rows().stream().filter(row -> !row.waits()).toList();

        Paragraph summary = new Paragraph(text(
                "office.approval.summary",
                waiting.size(),
                odd.size(),
                homeroomTeacher == null ? text("office.approval.no-homeroom") : homeroomTeacher));
        SelectionBar bar = new SelectionBar(
                waiting.stream().map(ApprovalList.Row::recordId).toList());
        Div lists = new Div();
        lists.addClassName("office-lists");
        if (waiting.isEmpty()) {
            lists.add(new EmptyState(text("office.approval.done.title"), text("office.approval.done.next")));
        } else {
            addButtons(bar, page);
            lists.add(bar);
        }
        addPart(lists, text("office.approval.odd"), odd, bar, true);
        addPart(lists, text("office.approval.plain"), plain, bar, false);
        addPart(lists, text("office.approval.elsewhere"), elsewhere, null, false);
        Shortcuts.addShortcutListener(lists, () -> move(1), Key.ARROW_DOWN).listenOn(lists);
        Shortcuts.addShortcutListener(lists, () -> move(-1), Key.ARROW_UP).listenOn(lists);
        Div split = new Div(lists, preview);
        split.addClassName("office-split");
        Shortcuts.addShortcutListener(split, () -> turn(1), Key.ARROW_RIGHT).listenOn(split);
        Shortcuts.addShortcutListener(split, () -> turn(-1), Key.ARROW_LEFT).listenOn(split);
        content().add(backToClasses(), summary, split);
        preview.setVisible(!rows.isEmpty());
        if (!rows.isEmpty()) {
            show(0);
            rows.get(0).focus();
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
                    row,
                    bar == null ? null : bar.box(row.recordId(), row.pupilName()),
                    documents,
                    oddities,
                    () -> open(index));
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

    private void addButtons(SelectionBar bar, ApprovalList.ClassPage page) {
        Chosen chosen = bar.chosen();
        Button signing = new Button(
                "",
                click -> unlessRunning(
                        sign.kind(),
                        () -> SigningDialog.open(
                                sign.asks(classId()),
                                ToBeSigned.records(chosen.count()),
                                text("office.approval.pin.what", page.className()),
                                session.user().displayName(),
                                entered -> follow(sign.start(classId(), chosen.asQuery(), entered)))));
        signing.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        bar.onChange(() -> {
            signing.setText(text("office.approval.sign", chosen.count()));
            signing.setEnabled(chosen.count() > 0);
        });
        bar.add(returnButton(bar, Step.PRINCIPAL), signing);
    }

    /** Along the list, with the focus. */
    private void move(int by) {
        turn(by);
        rows.get(current).focus();
    }

    /** To the form of another pupil; the focus stays where it is. */
    private void turn(int by) {
        int next = current + by;
        if (next >= 0 && next < rows.size()) {
            show(next);
            rows.get(next).bringIntoView();
        }
    }

    private void show(int index) {
        if (current >= 0) {
            rows.get(current).current(false);
        }
        current = index;
        rows.get(index).current(true);
        preview.show(rows.get(index), index + 1, rows.size());
    }

    private void open(int index) {
        show(index);
        preview.comeForward();
    }
}
