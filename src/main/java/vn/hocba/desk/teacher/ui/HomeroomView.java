package vn.hocba.desk.teacher.ui;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.Regulation;
import vn.hocba.desk.OddityWords;
import vn.hocba.desk.ReturnRecords;
import vn.hocba.desk.ReturnTargets;
import vn.hocba.desk.teacher.ConfirmRewards;
import vn.hocba.desk.teacher.SignHomeroom;
import vn.hocba.desk.ui.BatchPlace;
import vn.hocba.desk.ui.BeforeSigning;
import vn.hocba.desk.ui.ReturnDialog;
import vn.hocba.identity.Session;
import vn.hocba.record.ClassSheets;
import vn.hocba.record.ClassSheets.HomeroomRow;
import vn.hocba.record.CommentBank;
import vn.hocba.record.EnterMarks;
import vn.hocba.record.Entry;
import vn.hocba.record.RecordState;
import vn.hocba.record.Regulations;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.signing.ui.SigningDialog;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.Line;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Notice;
import vn.hocba.ui.Worksheet;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.Inbox;
import vn.hocba.workflow.Step;

/** «Sổ chủ nhiệm»: the summary of the own class, the computed result of each pupil with its reasons, and the signature under all of them at once. */
@Route(value = "so-chu-nhiem", layout = MainLayout.class)
@RolesAllowed("TEACHER")
public class HomeroomView extends SheetView<HomeroomRow> implements HasUrlParameter<String> {

    private static final long serialVersionUID = 1L;

    private final transient ClassSheets sheets;
    private final transient SignHomeroom signHomeroom;
    private final transient ReturnRecords returnRecords;
    private final transient ReturnTargets targets;
    private final transient CommentBank bank;
    private final transient SchoolDirectory directory;
    private final transient Session session;
    private final transient ConfirmRewards confirmRewards;
    private final transient Regulations regulations;
    private final transient HomeroomHints hints;
    private transient Regulation regulation;
    private transient HomeroomRows shape;

    private final BatchPlace progress;
    private final Button sign;
    private final Button sendBack;
    private final Button confirm;
    private final BeforeSigning before = new BeforeSigning();
    private transient ClassInfo info;

    HomeroomView(
            ClassSheets sheets,
            EnterMarks enterMarks,
            ConfirmRewards confirmRewards,
            OddityWords oddities,
            SignHomeroom signHomeroom,
            ReturnRecords returnRecords,
            ReturnTargets targets,
            CommentBank bank,
            Batches batches,
            Inbox inbox,
            SchoolDirectory directory,
            Regulations regulations,
            Session session,
            Clock clock) {
        super("screens.homeroom.title", Step.HOMEROOM, enterMarks, bank, inbox, session, clock);
        this.sheets = sheets;
        this.signHomeroom = signHomeroom;
        this.returnRecords = returnRecords;
        this.targets = targets;
        this.bank = bank;
        this.directory = directory;
        this.session = session;
        this.confirmRewards = confirmRewards;
        this.hints = new HomeroomHints(oddities);
        this.regulations = regulations;
        progress = new BatchPlace(batches, this::showAnew);
        sign = new Button("", VaadinIcon.PENCIL.create(), click -> sign());
        sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm = new Button("", VaadinIcon.CHECK.create(), click -> confirmRewards());
        sendBack = new Button(text("screens.return.button"), VaadinIcon.ARROW_BACKWARD.create(), click -> sendBack());
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String classId) {
        removeAll();
        if (classId == null) {
            choose(event);
            return;
        }
        load(classId, null);
        info = directory.classById(classId);
        regulation = regulations.of(info);
        shape = new HomeroomRows(regulation, info.grade(), hints);
        title(text("screens.homeroom.of", info.name()));
        progress.clear();
        add(head(), progress, before);
        returnedCard().ifPresent(this::add);
        if (rows().isEmpty()) {
            add(new EmptyState(text("screens.homeroom.not-open"), text("screens.homeroom.not-open.next")));
            return;
        }
        Worksheet sheet = worksheet(
                EnterMarks.HOMEROOM, text("screens.homeroom.of", info.name()), shape.columns(), this::suggestions);
        sheet.getElement().getClassList().add("homeroom-sheet");
        add(sheet);
        refreshState();
        progress.followUnderWay(classId, Set.of("sign-homeroom", "return"));
        goToNamedIn(event.getLocation());
    }

    @Override
    List<HomeroomRow> read(String classId, String part) {
        return sheets.homeroom(classId);
    }

    @Override
    String address() {
        return "so-chu-nhiem/" + info.id();
    }

    @Override
    String recordId(HomeroomRow row) {
        return row.recordId();
    }

    @Override
    Worksheet.Row toSheet(HomeroomRow row) {
        return shape.row(row);
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
        Div actions =
                new Div(sign, confirm, sendBack, bankButton(info, EnterMarks.HOMEROOM, text("screens.homeroom.short")));
        actions.addClassName("sheet-actions");
        Div head = new Div(state(), actions);
        head.addClassName("sheet-head");
        return head;
    }

    @Override
    void showState() {
        long ready = rows().stream().filter(HomeroomRows::isReady).count();
        long commenting = count(RecordState.COMMENTING);
        long incomplete = count(RecordState.HOMEROOM) - ready;
        long gone = rows().size() - commenting - incomplete - ready;
        if (ready > 0) {
            state().add(Badge.ok(text("screens.homeroom.ready", ready)));
        }
        if (incomplete > 0) {
            state().add(Badge.soon(text("screens.homeroom.incomplete", incomplete)));
        }
        if (commenting > 0) {
            state().add(Badge.plain(text("screens.homeroom.commenting", commenting)));
        }
        if (gone > 0) {
            state().add(Badge.plain(text("screens.homeroom.gone", gone)));
        }
        showDue(gone < rows().size());
        long proposed = proposals().size();
        confirm.setText(text("screens.homeroom.reward.confirm", proposed));
        confirm.setVisible(proposed > 0);
        before.show(odd(row -> row.state().isOpenForEntry()), this::wayTo);
        sign.setText(text("screens.homeroom.sign", ready));
        sign.setEnabled(ready > 0);
        sendBack.setEnabled(count(RecordState.HOMEROOM) > 0);
    }

    private long count(RecordState wanted) {
        return rows().stream().filter(row -> row.state() == wanted).count();
    }

    private Component wayTo(HomeroomRow row) {
        return wayTo(row.recordId(), row.pupilName(), "screens.sheet.go-to-cell");
    }

    private List<HomeroomRow> proposals() {
        return rows().stream()
                .filter(row -> row.state().isOpenForEntry()
                        && ConfirmRewards.proposal(row).isPresent())
                .toList();
    }

    /** What is worth a look before signing, by row. */
    private Map<HomeroomRow, List<String>> odd(Predicate<HomeroomRow> which) {
        Map<HomeroomRow, List<String>> odd = new LinkedHashMap<>();
        rows().stream()
                .filter(which)
                .filter(row -> !hints.beforeSigning(row).isEmpty())
                .forEach(row -> odd.put(row, hints.beforeSigning(row)));
        return odd;
    }

    private void confirmRewards() {
        List<Entry.Outcome> outcomes = confirmRewards.of(proposals());
        showAnew();
        List<String> refused = outcomes.stream()
                .filter(outcome -> !outcome.accepted())
                .map(Entry.Outcome::reason)
                .distinct()
                .toList();
        if (refused.isEmpty()) {
            Notice.done(text("screens.homeroom.reward.confirmed", outcomes.size()));
        } else {
            Notice.refused(String.join(" ", refused));
        }
    }

    private List<String> suggestions(String recordId, String column) {
        if (column.equals("comment")) {
            return bank.fitting(info, EnterMarks.HOMEROOM, levelOf(recordId));
        }
        return row(recordId)
                .map(row -> regulation.titles().choices(row.assessment().result()))
                .orElse(List.of());
    }

    @Override
    List<String> followingColumns() {
        return List.of(HomeroomHints.REWARD);
    }

    private void sign() {
        List<String> ready = rows().stream()
                .filter(HomeroomRows::isReady)
                .map(HomeroomRow::recordId)
                .toList();
        int odd = odd(HomeroomRows::isReady).size();
        SigningDialog.open(
                signHomeroom.asks(info.id()),
                ready.size(),
                odd == 0
                        ? text("screens.homeroom.sign.what", info.name())
                        : text("screens.homeroom.sign.what-odd", info.name(), odd),
                session.user().displayName(),
                entered -> progress.follow(signHomeroom.start(info.id(), ready, entered)));
    }

    private void sendBack() {
        List<HomeroomRow> here = rows().stream()
                .filter(row -> row.state() == RecordState.HOMEROOM)
                .toList();
        ReturnDialog.fromHomeroom(
                        targets.of(info.id()),
                        here,
                        (records, instruction) -> progress.follow(returnRecords.start(info.id(), records, instruction)))
                .open();
    }

    @Override
    String firstGap(HomeroomRow row) {
        if (!row.refused().isEmpty()) {
            return row.refused().keySet().iterator().next();
        }
        return row.form().cells().stream()
                .filter(cell -> cell.required() && !row.cells().containsKey(cell.code()))
                .map(Cell::code)
                .findFirst()
                .orElseGet(() -> hints.of(row).keySet().stream().findFirst().orElse("comment"));
    }

    /** The level of sentences that go with the result. */
    private String levelOf(String recordId) {
        return row(recordId)
                .map(row -> row.assessment().result())
                .flatMap(regulation::commentLevel)
                .orElse(null);
    }
}
