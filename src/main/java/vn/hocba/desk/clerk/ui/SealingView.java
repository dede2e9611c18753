package vn.hocba.desk.clerk.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hocba.desk.ClassBoard;
import vn.hocba.desk.clerk.SealClass;
import vn.hocba.desk.clerk.SealingList;
import vn.hocba.desk.ui.Chosen;
import vn.hocba.desk.ui.ClassOffice;
import vn.hocba.desk.ui.PagePlace;
import vn.hocba.desk.ui.SelectionBar;
import vn.hocba.desk.ui.SendBack;
import vn.hocba.dossier.ui.RecordView;
import vn.hocba.record.RecordState;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.signing.ui.SigningDialog;
import vn.hocba.submission.Incidents;
import vn.hocba.submission.SubmitClass;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.Line;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Notice;
import vn.hocba.ui.Polling;
import vn.hocba.ui.ToBeSigned;
import vn.hocba.ui.Wording;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.Step;

/** The clerk seals what the principal signed, packs the class, submits it, and sees what the province answered. */
@Route(value = "dong-dau", layout = MainLayout.class)
@RolesAllowed("CLERK")
public class SealingView extends ClassOffice {

    private static final long serialVersionUID = 1L;

    private static final int ASK_EVERY_MILLIS = 2000;

    private final transient SealingList list;
    private final transient SealClass seal;
    private final transient SubmitClass submit;
    private final transient SentPackages sent;
    private final transient Incidents incidents;
    private final Polling polling = new Polling(ASK_EVERY_MILLIS, this::refresh);
    private transient Map<String, Integer> held = Map.of();
    private PagePlace summary;
    private PagePlace sealing;
    private PagePlace submitting;
    private PagePlace packages;

    SealingView(
            ClassBoard board,
            SealingList list,
            SealClass seal,
            SendBack sendBack,
            SubmitClass submit,
            SentPackages sent,
            Incidents incidents,
            Batches batches) {
        super("office.sealing.classes", Set.of("seal", "sign-package"), board, sendBack, batches);
        this.list = list;
        this.seal = seal;
        this.submit = submit;
        this.sent = sent;
        this.incidents = incidents;
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String wanted) {
        held = wanted == null ? incidents.recordsByClass() : Map.of();
        super.setParameter(event, wanted);
    }

    @Override
    protected Line line(ClassBoard.ClassLine known) {
        Div badges = new Div();
        badges.addClassName("office-badges");
        if (known.seal() > 0) {
            badges.add(Badge.soon(text("office.sealing.seal", known.seal())));
        }
        if (known.released() > 0) {
            badges.add(Badge.soon(text("office.sealing.released", known.released())));
        }
        if (held.containsKey(known.classId())) {
            badges.add(Badge.late(text("office.sealing.held", held.get(known.classId()))));
        }
        Line line = new Line(text("office.class", known.className()), badges);
        int before = known.teachers() + known.principal();
        if (before > 0) {
            line.note(text("office.sealing.before", before));
        }
        return line.progress(
                known.sent(), known.total(), text("office.sealing.submitted-of", known.sent(), known.total()));
    }

    @Override
    protected String openLabel(ClassBoard.ClassLine known) {
        return text("office.open");
    }

    @Override
    protected void showClass() {
        summary = new PagePlace();
        sealing = new PagePlace();
        submitting = new PagePlace();
        packages = new PagePlace();
        content().add(backToClasses(), summary, sealing, submitting, packages);
        SealingList.ClassPage page = list.of(classId());
        title(text("office.sealing.title", page.className()));
        show(page);
    }

    private void refresh() {
        show(list.of(classId()));
    }

    private void show(SealingList.ClassPage page) {
        summary.show(summary(page), Paragraph::new);
        sealing.show(page.at(RecordState.SEALING), waiting -> sealing(page, waiting));
        submitting.show(page.at(RecordState.RELEASED), waiting -> submitting(page, waiting));
        packages.show(sent.of(classId(), page.schoolYear()), known -> sent.card(known, this::refresh));
        boolean onTheWay = !page.at(RecordState.SUBMITTED).isEmpty();
        if (!onTheWay) {
            content().remove(polling);
        } else if (polling.getParent().isEmpty()) {
            content().add(polling);
        }
    }

    private static String summary(SealingList.ClassPage page) {
        return text(
                "office.sealing.summary",
                page.at(RecordState.COMMENTING).size()
                        + page.at(RecordState.HOMEROOM).size()
                        + page.at(RecordState.PRINCIPAL).size(),
                page.at(RecordState.SEALING).size(),
                page.at(RecordState.RELEASED).size(),
                page.at(RecordState.SUBMITTED).size(),
                page.at(RecordState.ACCEPTED).size()
                        + page.at(RecordState.FROZEN).size()
                        + page.at(RecordState.RETRACTED).size());
    }

    private Component sealing(SealingList.ClassPage page, List<SealingList.Row> waiting) {
        if (waiting.isEmpty()) {
            return Card.padded(text("office.sealing.step.seal"), new Paragraph(text("office.sealing.nothing-to-seal")));
        }
        SelectionBar bar =
                new SelectionBar(waiting.stream().map(SealingList.Row::recordId).toList());
        Chosen chosen = bar.chosen();
        chosen.all(true);
        Button go = new Button(
                "",
                click -> unlessRunning(
                        seal.kind(),
                        () -> SigningDialog.open(
                                seal.asks(classId()),
                                ToBeSigned.records(chosen.count()),
                                text("office.sealing.pin.what", page.className()),
                                page.schoolName(),
                                entered -> follow(seal.start(classId(), chosen.asQuery(), entered)))));
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

    private Component submitting(SealingList.ClassPage page, List<SealingList.Row> waiting) {
        if (waiting.isEmpty()) {
            return Card.padded(
                    text("office.sealing.step.submit"), new Paragraph(text("office.sealing.nothing-to-submit")));
        }
        SelectionBar bar = new SelectionBar(
                waiting.stream().map(SealingList.Row::recordId).toList(), "office.select.all-to-return");
        Button go = new Button(
                text("office.sealing.submit.button", waiting.size()), click -> askToSubmit(page, waiting.size()));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        UnorderedList rows = rows(waiting, bar);
        bar.add(returnButton(bar, Step.SUBMIT), go);
        Card card = new Card(text("office.sealing.step.submit"), note("office.sealing.step.submit.note"));
        sent.late(page.schoolYear()).ifPresent(late -> {
            Paragraph warning = new Paragraph(late);
            warning.addClassNames("office-note", "late-notice");
            card.add(warning);
        });
        card.add(bar, rows);
        return card;
    }

    private void askToSubmit(SealingList.ClassPage page, int records) {
        Confirmation asked = submit.asks(classId());
        SigningDialog.open(
                asked,
                ToBeSigned.packageOf(records),
                text("office.sealing.submit.what", page.className()),
                page.schoolName(),
                entered -> {
                    submit.submit(classId(), entered);
                    if (asked instanceof Confirmation.Later) {
                        followUnderWay();
                    } else {
                        Notice.done(text("office.sealing.submitted", records));
                        showAnew();
                    }
                });
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

    private static Component note(String key) {
        Paragraph note = new Paragraph(text(key));
        note.addClassName("office-note");
        return note;
    }
}
