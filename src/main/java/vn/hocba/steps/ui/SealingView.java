package vn.hocba.steps.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import vn.hocba.record.RecordState;
import vn.hocba.steps.ClassBoard;
import vn.hocba.steps.ReturnRecords;
import vn.hocba.steps.ReturnTargets;
import vn.hocba.steps.SealClass;
import vn.hocba.steps.SealingList;
import vn.hocba.submission.Submissions;
import vn.hocba.submission.SubmitClass;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.Line;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Notice;
import vn.hocba.ui.PinDialog;
import vn.hocba.ui.Screen;
import vn.hocba.ui.Wording;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.Step;

/** The clerk seals what the principal signed, packs the class, submits it, and sees what the province answered. */
@Route(value = "dong-dau", layout = MainLayout.class)
@RolesAllowed("CLERK")
public class SealingView extends Screen implements HasUrlParameter<String> {

    private static final long serialVersionUID = 1L;

    private final transient ClassBoard board;
    private final transient SealingList list;
    private final transient ReturnTargets targets;
    private final transient SealClass seal;
    private final transient ReturnRecords returning;
    private final transient SubmitClass submit;
    private final transient Submissions submissions;
    private final OfficeBatches progress;
    private final Div content = new Div();
    private String classId;

    SealingView(
            ClassBoard board,
            SealingList list,
            ReturnTargets targets,
            SealClass seal,
            ReturnRecords returning,
            SubmitClass submit,
            Submissions submissions,
            Batches batches) {
        super("office.sealing.classes");
        this.board = board;
        this.list = list;
        this.targets = targets;
        this.seal = seal;
        this.returning = returning;
        this.submit = submit;
        this.submissions = submissions;
        progress = new OfficeBatches(batches);
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
        showClass();
        progress.running(classId, Set.of("seal", "return")).ifPresent(this::follow);
    }

    private void showClasses() {
        content.removeAll();
        List<ClassBoard.ClassLine> classes = board.ofOwnSchool();
        if (classes.isEmpty()) {
            content.add(new EmptyState(text("office.no-class-yet.title"), text("office.no-class-yet.next")));
            return;
        }
        Card card = new Card(text("office.sealing.classes"));
        classes.forEach(line -> card.add(classLine(line)));
        content.add(new Paragraph(text("office.sealing.classes.intro")), card);
    }

    private static Component classLine(ClassBoard.ClassLine known) {
        Div badges = new Div();
        badges.addClassName("office-badges");
        if (known.seal() > 0) {
            badges.add(Badge.soon(text("office.sealing.seal", known.seal())));
        }
        if (known.released() > 0) {
            badges.add(Badge.soon(text("office.sealing.released", known.released())));
        }
        Line line = new Line(text("office.class", known.className()), badges);
        int before = known.teachers() + known.principal();
        if (before > 0) {
            line.note(text("office.sealing.before", before));
        }
        RouterLink open = new RouterLink(text("office.open"), SealingView.class, known.classId());
        open.addClassName("button-link");
        open.getElement().setAttribute("aria-label", text("office.open.class", known.className()));
        return line.progress(
                        known.sent(), known.total(), text("office.sealing.submitted-of", known.sent(), known.total()))
                .actions(open);
    }

    private void showClass() {
        content.removeAll();
        SealingList.ClassPage page = list.of(classId);
        title(text("office.sealing.title", page.className()));
        List<Submissions.Sent> packages = submissions.ofYear(page.schoolYear()).stream()
                .filter(sent -> sent.classId().equals(classId))
                .toList();
        content.add(
                new RouterLink(text("office.back"), SealingView.class),
                new Paragraph(text(
                        "office.sealing.summary",
                        page.at(RecordState.COMMENTING).size()
                                + page.at(RecordState.HOMEROOM).size()
                                + page.at(RecordState.PRINCIPAL).size(),
                        page.at(RecordState.SEALING).size(),
                        page.at(RecordState.RELEASED).size(),
                        page.at(RecordState.SUBMITTED).size(),
                        page.at(RecordState.ACCEPTED).size()
                                + page.at(RecordState.FROZEN).size())),
                sealing(page),
                submitting(page),
                packages(packages));
    }

    private Component sealing(SealingList.ClassPage page) {
        List<SealingList.Row> waiting = page.at(RecordState.SEALING);
        if (waiting.isEmpty()) {
            return Card.padded(text("office.sealing.step.seal"), new Paragraph(text("office.sealing.nothing-to-seal")));
        }
        SelectionBar bar =
                new SelectionBar(waiting.stream().map(SealingList.Row::recordId).toList());
        Chosen chosen = bar.chosen();
        chosen.all(true);
        Button go = new Button("", click -> new PinDialog(
                        chosen.count(),
                        text("office.sealing.pin.what", page.className()),
                        page.schoolName(),
                        pin -> follow(seal.start(classId, chosen.asQuery(), pin)))
                .open());
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        UnorderedList rows = rows(waiting, bar);
        bar.refresh();
        bar.onChange(() -> {
            go.setText(text("office.sealing.seal.button", chosen.count()));
            go.setEnabled(chosen.count() > 0);
        });
        bar.add(returnButton(bar, Step.SEAL), go);
        return new Card(text("office.sealing.step.seal"), note("office.sealing.step.seal.note"), bar, rows);
    }

    private Component submitting(SealingList.ClassPage page) {
        List<SealingList.Row> waiting = page.at(RecordState.RELEASED);
        if (waiting.isEmpty()) {
            return Card.padded(
                    text("office.sealing.step.submit"), new Paragraph(text("office.sealing.nothing-to-submit")));
        }
        SelectionBar bar = new SelectionBar(
                waiting.stream().map(SealingList.Row::recordId).toList(), "office.select.all-to-return");
        Button go = new Button(text("office.sealing.submit.button", waiting.size()), click -> new PinDialog(
                        waiting.size(),
                        text("office.sealing.submit.what", page.className()),
                        page.schoolName(),
                        pin -> {
                            submit.submit(classId, pin);
                            Notice.done(text("office.sealing.submitted", waiting.size()));
                            showClass();
                        })
                .open());
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        UnorderedList rows = rows(waiting, bar);
        bar.add(returnButton(bar, Step.SUBMIT), go);
        return new Card(text("office.sealing.step.submit"), note("office.sealing.step.submit.note"), bar, rows);
    }

    private Button returnButton(SelectionBar bar, Step from) {
        Chosen chosen = bar.chosen();
        Button back = new Button("", click -> new ReturnDialog(
                        chosen.count(),
                        from,
                        targets.of(classId),
                        instruction -> follow(returning.start(classId, chosen.asList(), instruction)))
                .open());
        bar.onChange(() -> {
            back.setText(text("office.approval.return", chosen.count()));
            back.setEnabled(chosen.count() > 0);
        });
        return back;
    }

    private static UnorderedList rows(List<SealingList.Row> waiting, SelectionBar bar) {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("pupil-rows");
        for (SealingList.Row row : waiting) {
            RouterLink name = new RouterLink(
                    text("office.row.number", row.ordinal(), row.pupilName()), RecordView.class, row.recordId());
            name.addClassName("pupil-name");
            Div words = new Div(name);
            words.addClassName("pupil-words");
            if (row.approvedBy() != null) {
                Paragraph approved = new Paragraph(
                        text("office.sealing.approved", row.approvedBy(), Wording.moment(row.approvedAt())));
                approved.addClassName("small-print");
                words.add(approved);
            }
            ListItem item = new ListItem(bar.box(row.recordId(), row.pupilName()), words);
            item.addClassName("pupil-row");
            rows.add(item);
        }
        return rows;
    }

    private Component packages(List<Submissions.Sent> packages) {
        if (packages.isEmpty()) {
            return Card.padded(text("office.sealing.step.packages"), new Paragraph(text("office.sealing.no-packages")));
        }
        Card card = new Card(text("office.sealing.step.packages"));
        packages.forEach(sent -> card.add(packageLine(sent)));
        return card;
    }

    private Component packageLine(Submissions.Sent sent) {
        Line line = new Line(
                text("office.sealing.package", sent.records(), Wording.moment(sent.createdAt())),
                sent.rejected() > 0
                        ? Badge.returned(sent.state().term())
                        : Badge.plain(sent.state().term()));
        line.text(text(
                "office.sealing.package.answers",
                sent.accepted(),
                sent.rejected(),
                sent.records() - sent.accepted() - sent.rejected()));
        if (sent.lastError() != null && sent.answeredAt() == null) {
            line.text(text("office.sealing.package.error", sent.attempts(), sent.lastError()));
            Button again = new Button(text("office.sealing.package.again"), click -> {
                submit.sendAgain(sent.packageId());
                showClass();
            });
            line.actions(again);
        }
        if (sent.answeredAt() != null) {
            line.note(text("office.sealing.package.answered", Wording.moment(sent.answeredAt())));
        }
        return line;
    }

    private void follow(String batchId) {
        progress.follow(text("office.progress"), batchId, this::showClass);
    }

    private static Component note(String key) {
        Paragraph note = new Paragraph(text(key));
        note.addClassName("office-note");
        return note;
    }
}
