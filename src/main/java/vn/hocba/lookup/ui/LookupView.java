package vn.hocba.lookup.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import vn.hocba.lookup.AskSchool;
import vn.hocba.lookup.FoundYear;
import vn.hocba.lookup.LookUp;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolYear;
import vn.hocba.ui.Wording;

/** Anyone looks a record up: code and birth date first, then what may be seen of it. */
@Route(value = "tra-cuu", layout = PublicLayout.class)
@AnonymousAllowed
class LookupView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_INPUT = 300;

    private final transient LookUp lookUp;
    private final transient AskSchool askSchool;
    private final TextField code = new TextField();
    private final TextField birthDate = new TextField();
    private final Div problem = new Div();

    LookupView(LookUp lookUp, AskSchool askSchool) {
        this.lookUp = lookUp;
        this.askSchool = askSchool;
        addClassName("lookup");
        code.setLabel(text("lookup.code"));
        code.setHelperText(text("lookup.code.helper"));
        code.setMaxLength(LONGEST_INPUT);
        code.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        code.setAutocapitalize(com.vaadin.flow.component.textfield.Autocapitalize.NONE);
        code.addClassName("lookup-code");
        birthDate.setLabel(text("lookup.date"));
        birthDate.setHelperText(text("lookup.date.helper"));
        birthDate.setPlaceholder("dd/mm/yyyy");
        birthDate.setMaxLength(LONGEST_INPUT);
        birthDate.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        problem.addClassName("lookup-problem");
        problem.getElement().setAttribute("role", "alert");
        showForm();
    }

    @Override
    public String getPageTitle() {
        return text("ui.title", text("lookup.title"));
    }

    /** The QR code on the record brings the code along, never the birth date. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("ma").ifPresent(given -> {
            code.setValue(given.length() <= LONGEST_INPUT ? given : given.substring(0, LONGEST_INPUT));
            birthDate.setAutofocus(true);
        });
    }

    private void showForm() {
        Button submit = new Button(text("lookup.submit"), click -> find());
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        Div form = new Div(new H1(text("lookup.title")), new Paragraph(text("lookup.intro")), problem);
        form.add(code, birthDate, submit);
        form.addClassName("lookup-form");
        problem.setVisible(false);
        removeAll();
        add(form);
    }

    private void find() {
        try {
            showResult(lookUp.find(code.getValue(), birthDate.getValue(), clientAddress()));
        } catch (Refused refused) {
            problem.setText(refused.text(Wording.locale()));
            problem.setVisible(true);
        }
    }

    private void showResult(List<FoundYear> years) {
        Button again = new Button(text("lookup.again"), click -> {
            code.clear();
            birthDate.clear();
            showForm();
            code.focus();
        });
        Div shown = new Div();
        shown.addClassName("lookup-result");
        removeAll();
        add(new H1(text("lookup.title")), again);
        Tabs choice = new Tabs();
        Consumer<String> goTo = instead -> IntStream.range(0, years.size())
                .filter(place -> years.get(place).original().yearRecordId().equals(instead))
                .findFirst()
                .ifPresent(choice::setSelectedIndex);
        if (years.size() > 1) {
            years.forEach(year -> choice.add(new Tab(label(year))));
            choice.getElement().setAttribute("aria-label", text("lookup.years", years.size()));
            choice.addSelectedChangeListener(change -> show(shown, years.get(choice.getSelectedIndex()), goTo));
            add(new Paragraph(text("lookup.years", years.size())));
            wholeBook(years);
            add(choice);
        }
        add(shown);
        show(shown, years.get(0), goTo);
    }

    /** One year alone is printed with its cover anyway. */
    private void wholeBook(List<FoundYear> years) {
        long shown = years.stream()
                .filter(year -> year.content() == FoundYear.Content.SHOWN)
                .count();
        if (shown > 1) {
            Div downloads = new Div(FoundYearPage.download(
                    "lookup.download.book", "hoc-ba.pdf", "application/pdf", () -> lookUp.wholeBook(years)));
            downloads.addClassName("lookup-downloads");
            add(downloads);
        }
    }

    /** One that was taken out of effect is told from the one that stands for it. */
    private static String label(FoundYear year) {
        String name = new SchoolYear(year.original().schoolYear()).toString();
        return year.replacement().isPresent() ? text("lookup.year.replaced", name) : name;
    }

    private void show(Div shown, FoundYear year, Consumer<String> goTo) {
        shown.removeAll();
        shown.add(new FoundYearPage(lookUp, year, new PetitionCard(askSchool, year, clientAddress()), goTo));
    }

    private static String clientAddress() {
        VaadinRequest request = VaadinRequest.getCurrent();
        return request == null ? VaadinSession.getCurrent().getBrowser().getAddress() : request.getRemoteAddr();
    }
}
