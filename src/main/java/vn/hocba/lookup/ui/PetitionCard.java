package vn.hocba.lookup.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import vn.hocba.lookup.AskSchool;
import vn.hocba.lookup.FoundYear;
import vn.hocba.petition.About;
import vn.hocba.petition.Petitions;
import vn.hocba.petition.Petitions.Sent;
import vn.hocba.petition.Petitions.Standing;
import vn.hocba.shared.Refused;
import vn.hocba.ui.Card;
import vn.hocba.ui.Facts;
import vn.hocba.ui.Wording;

/** A visitor writes to the school of a record, and later reads its answer. */
class PetitionCard extends Div {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_RECEIPT = 20;

    private final transient AskSchool askSchool;
    private final transient FoundYear year;
    private final String clientAddress;
    private final Div body = new Div();
    private final Div problem = new Div();

    PetitionCard(AskSchool askSchool, FoundYear year, String clientAddress) {
        this.askSchool = askSchool;
        this.year = year;
        this.clientAddress = clientAddress;
        addClassName("lookup-petition");
        problem.addClassName("lookup-problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        body.addClassName("lookup-form");
        add(Card.padded(
                text("lookup.petition"),
                new Paragraph(text("lookup.petition.intro", year.original().schoolName())),
                body));
        showStart();
    }

    private void showStart() {
        Button write = new Button(text("lookup.petition.write"), click -> showForm());
        TextField receipt = new TextField(text("lookup.petition.receipt"));
        receipt.setHelperText(text("lookup.petition.receipt.helper"));
        receipt.setMaxLength(LONGEST_RECEIPT);
        Button read = new Button(
                text("lookup.petition.read"),
                click -> orSay(() -> showStanding(askSchool.read(year, receipt.getValue(), clientAddress))));
        read.addClickShortcut(Key.ENTER).listenOn(receipt);
        show(write, receipt, read);
    }

    private void showForm() {
        Select<About> about = new Select<>();
        about.setLabel(text("lookup.petition.about"));
        about.setItems(About.values());
        about.setItemLabelGenerator(value -> text("petition.about." + value));
        about.setValue(About.CHANGE);
        TextArea words = new TextArea(text("lookup.petition.words"));
        words.setHelperText(text("lookup.petition.words.helper"));
        words.setMaxLength(Petitions.LONGEST_WORDS);
        words.setRequiredIndicatorVisible(true);
        TextField name = new TextField(text("lookup.petition.name"));
        name.setMaxLength(Petitions.LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        TextField contact = new TextField(text("lookup.petition.contact"));
        contact.setMaxLength(Petitions.LONGEST_CONTACT);
        Button send = new Button(text("lookup.petition.send"));
        send.setDisableOnClick(true);
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.addClickListener(click -> {
            orSay(() -> showSent(
                    askSchool.send(year, about.getValue(), words.getValue(), name.getValue(), contact.getValue())));
            send.setEnabled(true);
        });
        show(about, words, name, contact, problem, send, back());
        words.focus();
    }

    private void showSent(Sent sent) {
        Paragraph said = new Paragraph(text("lookup.petition.sent", sent.receipt(), date(sent.dueAt())));
        said.getElement().setAttribute("role", "status");
        show(said, back());
    }

    private void showStanding(Standing standing) {
        Facts facts = new Facts()
                .fact(text("lookup.petition.about"), text("petition.about." + standing.about()))
                .fact(text("lookup.petition.words"), standing.words())
                .fact(text("lookup.petition.asked"), moment(standing.askedAt()))
                .fact(text("lookup.petition.state"), state(standing));
        if (standing.answer() != null) {
            facts.fact(text("lookup.petition.answer"), standing.answer());
        }
        show(facts, back());
    }

    private Button back() {
        return new Button(text("lookup.petition.back"), click -> showStart());
    }

    private static String state(Standing standing) {
        return text(
                "lookup.petition.state." + standing.state(),
                standing.answeredAt() != null
                        ? date(standing.answeredAt())
                        : standing.dueAt() == null ? "" : date(standing.dueAt()));
    }

    private void show(Component... parts) {
        problem.setVisible(false);
        body.removeAll();
        body.add(parts);
        if (problem.getParent().isEmpty()) {
            body.add(problem);
        }
    }

    private void orSay(Runnable action) {
        try {
            action.run();
        } catch (Refused refused) {
            problem.setText(refused.text(Wording.locale()));
            problem.setVisible(true);
        }
    }
}
