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
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hocba.desk.teacher.ConfirmRewards;
import vn.hocba.desk.ui.BatchPlace;
import vn.hocba.desk.ui.BeforeSigning;
import vn.hocba.identity.Session;
import vn.hocba.record.ClassSheets.HomeroomRow;
import vn.hocba.record.CommentBank;
import vn.hocba.record.EnterMarks;
import vn.hocba.record.Entry;
import vn.hocba.record.RecordState;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.Line;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Notice;
import vn.hocba.ui.Worksheet;
import vn.hocba.workflow.Inbox;
import vn.hocba.workflow.Step;

/** «Bảng tổng hợp kết quả đánh giá»: the summary of the own class, the computed result of each pupil with its reasons, and the signature under all of them at once. */
@Route(value = "so-chu-nhiem", layout = MainLayout.class)
@RolesAllowed("TEACHER")
public class HomeroomView extends SheetView<HomeroomRow> implements HasUrlParameter<String> {

    private static final long serialVersionUID = 1L;

    private final transient HomeroomBooks books;
    private final transient HomeroomSigning signing;
    private final transient ConfirmRewards confirmRewards;
    private final transient CommentBank bank;
    private final BatchPlace progress;
    private final Button sign;
    private final Map<String, Button> sendBack = new LinkedHashMap<>();
    private final Button confirm;
    private final BeforeSigning before = new BeforeSigning();
    private transient ClassInfo info;
    private transient Map<String, HomeroomRows> shapes = Map.of();

    HomeroomView(
            HomeroomBooks books,
            HomeroomSigning signing,
            ConfirmRewards confirmRewards,
            EnterMarks enterMarks,
            CommentBank bank,
            Inbox inbox,
            Session session,
            Clock clock) {
        super("screens.homeroom.title", Step.HOMEROOM, enterMarks, bank, inbox, session, clock);
        this.books = books;
        this.signing = signing;
        this.confirmRewards = confirmRewards;
        this.bank = bank;
        progress = signing.place(this::showAnew);
        sign = new Button("", VaadinIcon.PENCIL.create(), click -> sign());
        sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm = new Button("", VaadinIcon.CHECK.create(), click -> confirmRewards());
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String classId) {
        removeAll();
        if (classId == null) {
            choose(event);
            return;
        }
        load(books.classes(classId), null);
        info = classes().get(0);
        shapes = classes().stream().collect(Collectors.toMap(ClassInfo::id, books::shape));
        String name = text("screens.homeroom.of", SheetClasses.names(classes()));
        title(name);
        progress.clear();
        add(head(), progress, before);
        returnedCard().ifPresent(this::add);
        if (rows().isEmpty()) {
            add(new EmptyState(text("screens.homeroom.not-open"), text("screens.homeroom.not-open.next")));
            return;
        }
        Worksheet sheet = worksheet(
                EnterMarks.HOMEROOM,
                name,
                SheetClasses.columns(shapes.values().stream().map(HomeroomRows::columns)),
                this::suggestions);
        sheet.getElement().getClassList().add("homeroom-sheet");
        add(sheet);
        refreshState();
        signing.followUnderWay(info.id(), progress);
        goToNamedIn(event.getLocation());
    }

    @Override
    List<HomeroomRow> read(String classId, String part) {
        return books.rows(classId);
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
        return shape(row).row(row);
    }

    private void choose(BeforeEvent event) {
        Map<ClassInfo, List<ClassInfo>> own = books.own();
        if (own.size() == 1) {
            event.forwardTo(HomeroomView.class, own.keySet().iterator().next().id());
            return;
        }
        if (own.isEmpty()) {
            add(new EmptyState(text("screens.homeroom.none"), text("screens.homeroom.none.next")));
            return;
        }
        Card card = new Card(text("screens.homeroom.choose"));
        own.forEach((one, classes) -> {
            String name = text("screens.class", SheetClasses.names(classes));
            Button open = new Button(
                    text("screens.homeroom.open"), click -> UI.getCurrent().navigate(HomeroomView.class, one.id()));
            open.setAriaLabel(text("screens.action-for", text("screens.homeroom.open"), name));
            card.add(new Line(name)
                    .note(text("ui.school-year", one.schoolYear() + " - " + (one.schoolYear() + 1)))
                    .actions(open));
        });
        add(card);
    }

    private Component head() {
        Div actions = new Div(sign, confirm);
        sendBack.clear();
        Map<String, String> banks = new LinkedHashMap<>();
        for (ClassInfo one : classes()) {
            shapes.get(one.id()).banks().forEach(banks::putIfAbsent);
            String label = classes().size() == 1
                    ? text("screens.return.button")
                    : text("screens.return.button.class", one.name());
            Button back = new Button(label, VaadinIcon.ARROW_BACKWARD.create(), click -> sendBack(one));
            sendBack.put(one.id(), back);
            actions.add(back);
        }
        actions.add(bankButton(info, banks, text("screens.homeroom.short")));
        actions.addClassName("sheet-actions");
        Div head = new Div(state(), actions);
        head.addClassName("sheet-head");
        return head;
    }

    @Override
    void showState() {
        long ready = ready().size();
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
        before.show(
                odd(rows().stream().filter(row -> row.state().isOpenForEntry()).toList()), this::wayTo);
        sign.setText(text("screens.homeroom.sign", ready));
        sign.setEnabled(ready > 0);
        sendBack.forEach((classId, back) -> back.setEnabled(!here(classId).isEmpty()));
    }

    private List<HomeroomRow> ready() {
        return rows().stream().filter(HomeroomRows::isReady).toList();
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
        Optional<HomeroomRow> row = row(recordId);
        HomeroomRows shape = shapes.get(classOf(recordId).id());
        return shape.comment(column)
                .map(comment -> bank.fitting(
                        info,
                        shape.bank(comment),
                        row.flatMap(one -> shape.level(one, comment)).orElse(null)))
                .orElseGet(() -> column.equals(HomeroomHints.REWARD)
                        ? row.map(shape::titles).orElse(List.of())
                        : List.of());
    }

    @Override
    List<String> followingColumns() {
        return List.of(HomeroomHints.REWARD);
    }

    private void sign() {
        List<HomeroomRow> ready = ready();
        signing.sign(classes(), ready, odd(ready).size(), progress);
    }

    private void sendBack(ClassInfo from) {
        signing.sendBack(from, here(from.id()), progress);
    }

    private List<HomeroomRow> here(String classId) {
        return rows().stream()
                .filter(row -> row.state() == RecordState.HOMEROOM
                        && classOf(row.recordId()).id().equals(classId))
                .toList();
    }

    private HomeroomRows shape(HomeroomRow row) {
        return shapes.get(classOf(row.recordId()).id());
    }

    /** What is worth a look before signing, by row. */
    private Map<HomeroomRow, List<String>> odd(List<HomeroomRow> rows) {
        Map<HomeroomRow, List<String>> odd = new LinkedHashMap<>();
        rows.forEach(row -> odd.putAll(shape(row).odd(Stream.of(row))));
        return odd;
    }

    @Override
    String firstGap(HomeroomRow row) {
        return shape(row).firstGap(row);
    }
}
