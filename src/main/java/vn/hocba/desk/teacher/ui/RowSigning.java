package vn.hocba.desk.teacher.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.hocba.assessment.Part;
import vn.hocba.desk.teacher.FinishSubject;
import vn.hocba.desk.teacher.SignRows;
import vn.hocba.desk.ui.BatchPlace;
import vn.hocba.identity.Session;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.signing.ui.SigningDialog;
import vn.hocba.ui.ToBeSigned;
import vn.hocba.workflow.Inbox;
import vn.hocba.workflow.Step;

/** «Ký» at the head of a subject sheet whose rows are signed: those of this class, and with the same confirmation those of others that wait. */
final class RowSigning extends Div {

    private static final long serialVersionUID = 1L;

    private final transient SignRows signRows;
    private final transient Inbox inbox;
    private final transient Session session;
    private final transient Consumer<List<FinishSubject.Incomplete>> stays;
    private final BatchPlace progress;
    private final Button sign;
    private final MultiSelectComboBox<Inbox.Group> also = new MultiSelectComboBox<>();
    private transient List<ClassInfo> own = List.of();
    private transient Part subject;

    /** @param stays is told of the rows that cannot be signed yet */
    RowSigning(
            SignRows signRows,
            Inbox inbox,
            Session session,
            BatchPlace progress,
            Consumer<List<FinishSubject.Incomplete>> stays) {
        this.signRows = signRows;
        this.inbox = inbox;
        this.session = session;
        this.progress = progress;
        this.stays = stays;
        addClassName("sheet-actions");
        sign = new Button(text("screens.sheet.sign"), VaadinIcon.PENCIL.create(), click -> sign());
        sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        also.setAriaLabel(text("screens.sheet.sign.also"));
        also.setPlaceholder(text("screens.sheet.sign.also"));
        also.setItemLabelGenerator(group -> text("screens.sheet.sign.also.class", group.className(), group.open()));
        add(sign, also);
    }

    /** @param own those on the sheet */
    void show(List<ClassInfo> own, Part subject) {
        this.own = own;
        this.subject = subject;
        offerOthers();
        progress.followUnderWay(own.get(0).id(), Set.of(signRows.kind()));
    }

    /** The other classes where rows of this subject wait now. */
    void offerOthers() {
        List<Inbox.Group> others = inbox.groups().stream()
                .filter(group -> group.step() == Step.COMMENTS
                        && group.part().equals(subject.code())
                        && own.stream().noneMatch(info -> info.id().equals(group.classId()))
                        && signRows.isAsked(group.classId(), subject.code()))
                .toList();
        also.setItems(others);
        also.setVisible(!others.isEmpty());
    }

    void setOpen(boolean somethingLeft) {
        sign.setEnabled(somethingLeft);
    }

    private void sign() {
        List<String> classes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        own.forEach(info -> {
            classes.add(info.id());
            names.add(info.name());
        });
        also.getValue().forEach(group -> {
            classes.add(group.classId());
            names.add(group.className());
        });
        SignRows.Open open = signRows.open(subject.code(), classes);
        stays.accept(open.incomplete());
        if (open.complete().isEmpty()) {
            return;
        }
        SigningDialog.open(
                signRows.asks(subject.code(), classes),
                ToBeSigned.rows(open.complete().size()),
                text(
                        "screens.sheet.sign.what",
                        subject.name(),
                        names.stream().sorted().collect(Collectors.joining(", "))),
                session.user().displayName(),
                entered -> progress.follow(signRows.start(subject.code(), classes, open.complete(), entered)));
    }
}
