package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;

/** User name and password, the way to the public look-up and, in the demo, its people. Plain forms, so that password managers know them. */
@Tag("hocba-login")
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends Component
        implements BeforeEnterObserver, HasDynamicTitle, com.vaadin.flow.component.HasComponents {

    private static final long serialVersionUID = 1L;

    private static final String ACTION = "login";

    private final transient Session session;
    private final transient FormerUnits formerUnits;
    private final Div problem = new Div();

    LoginView(Session session, ObjectProvider<DemoSignIn> demo, FormerUnits formerUnits) {
        this.session = session;
        this.formerUnits = formerUnits;
        problem.addClassName("login-problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);

        Main main = new Main(signIn());
        main.addClassName("login-main");
        demo.ifAvailable(people -> main.add(people(people)));
        add(introduction(), main);
    }

    @Override
    public String getPageTitle() {
        return text("ui.title", text("ui.login"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (session.find().isPresent()) {
            event.forwardTo(RootView.class);
            return;
        }
        Map<String, List<String>> asked =
                event.getLocation().getQueryParameters().getParameters();
        if (asked.containsKey("wait")) {
            say(text("ui.login.wait", seconds(asked.get("wait").get(0))));
        } else if (asked.containsKey("busy")) {
            say(text("ui.login.busy", seconds(asked.get("busy").get(0))));
        } else if (asked.containsKey("moved")) {
            formerUnits.wordsFor(asked.get("moved").get(0)).ifPresent(this::say);
        } else if (asked.containsKey("closed")) {
            say(text("ui.login.closed"));
        } else if (asked.containsKey("ended")) {
            say(text("ui.login.ended"));
        } else if (asked.containsKey("error")) {
            say(text("ui.login.wrong"));
        }
        keepUsername();
    }

    /** Whoever mistyped the password types only that again: the browser keeps the user name for the page that says so, and for no other. */
    private void keepUsername() {
        getElement()
                .executeJs(
                        """
                        const name = this.querySelector("#login-username");
                        const kept = sessionStorage.getItem("hocba-username");
                        sessionStorage.removeItem("hocba-username");
                        if ($0 && kept && !name.value) {
                          name.value = kept;
                          requestAnimationFrame(() => this.querySelector("#login-password").focus());
                        }
                        name.form.addEventListener("submit", () => sessionStorage.setItem("hocba-username", name.value));
                        """,
                        problem.isVisible());
    }

    private void say(String words) {
        problem.setText(words);
        problem.setVisible(true);
    }

    /** The address is typed by anyone: only a number is shown. */
    private static long seconds(String asked) {
        return asked.matches("\\d{1,4}") ? Long.parseLong(asked) : 60;
    }

    private static Component introduction() {
        Span brand = new Span(text("ui.brand"));
        brand.addClassName("login-brand");
        Paragraph what = new Paragraph(text("ui.login.what"));
        Anchor lookUp = new Anchor("tra-cuu", text("ui.login.look-up"));
        lookUp.setRouterIgnore(true);
        lookUp.addClassName("login-look-up");
        Paragraph note = new Paragraph(text("ui.login.look-up.note"));
        note.addClassName("login-note");
        Aside aside = new Aside(brand, what, lookUp, note);
        aside.addClassName("login-aside");
        return aside;
    }

    private Component signIn() {
        Form form = new Form();
        form.addClassName("login-form");
        form.add(new H1(text("ui.login")), problem);
        form.getElement()
                .appendChild(
                        field("username", "text", text("ui.login.username"), "username"),
                        field("password", "password", text("ui.login.password"), "current-password"));
        form.getElement().appendChild(submit(text("ui.login.submit"), "login-submit"));
        Button language = new Button(text("ui.language.other"), click -> Language.switchOver());
        language.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        form.add(language);
        return form;
    }

    private static Element field(String name, String type, String label, String autocomplete) {
        Element input = new Element("input")
                .setAttribute("id", "login-" + name)
                .setAttribute("name", name)
                .setAttribute("type", type)
                .setAttribute("autocomplete", autocomplete)
                .setAttribute("autocapitalize", "none")
                .setAttribute("maxlength", "100")
                .setAttribute("required", true);
        if (type.equals("text")) {
            input.setAttribute("autofocus", true);
        }
        Element caption = new Element("label").setAttribute("for", "login-" + name);
        caption.setText(label);
        return new Element("div").setAttribute("class", "login-field").appendChild(caption, input);
    }

    private static Element submit(String words, String style) {
        Element button = new Element("button").setAttribute("type", "submit").setAttribute("class", style);
        button.setText(words);
        return button;
    }

    private static Component people(DemoSignIn demo) {
        Form form = new Form();
        form.addClassName("demo");
        form.add(new H2(text("ui.demo.title")), new Paragraph(text("ui.demo.note", demo.pin())));
        form.getElement()
                .appendChild(new Element("input")
                        .setAttribute("type", "hidden")
                        .setAttribute("name", "password")
                        .setAttribute("value", demo.password()));
        List<DemoTour.Stop> tour = demo.tour();
        if (!tour.isEmpty()) {
            form.add(new Paragraph(text("ui.demo.tour")), tour(tour));
        }
        demo.peopleByUnit().forEach((unit, people) -> {
            NativeDetails details = new NativeDetails(text("ui.demo.people", unit, people.size()));
            details.setOpen(tour.isEmpty());
            Div groups = new Div();
            byRole(people).forEach((role, holders) -> groups.add(group(role, holders)));
            details.setContent(groups);
            form.add(details);
        });
        return form;
    }

    private static Component tour(List<DemoTour.Stop> stops) {
        OrderedList list = new OrderedList();
        list.addClassName("demo-tour");
        for (DemoTour.Stop stop : stops) {
            ListItem item = new ListItem();
            item.getElement()
                    .appendChild(button(
                            stop.username(),
                            words("demo-who", stop.who()),
                            words("demo-duties", stop.name()),
                            words("demo-what", stop.what())));
            list.add(item);
        }
        return list;
    }

    private static Element button(String username, Element... words) {
        return new Element("button")
                .setAttribute("type", "submit")
                .setAttribute("name", "username")
                .setAttribute("value", username)
                .appendChild(words);
    }

    private static Element words(String style, String words) {
        Element span = new Element("span").setAttribute("class", style);
        span.setText(words);
        return span;
    }

    private static Map<Role, List<DemoSignIn.Person>> byRole(List<DemoSignIn.Person> people) {
        Map<Role, List<DemoSignIn.Person>> groups = new LinkedHashMap<>();
        people.forEach(person -> groups.computeIfAbsent(person.role(), role -> new java.util.ArrayList<>())
                .add(person));
        return groups;
    }

    private static Component group(Role role, List<DemoSignIn.Person> people) {
        Div buttons = new Div();
        buttons.addClassName("demo-people");
        for (DemoSignIn.Person person : people) {
            buttons.getElement()
                    .appendChild(button(
                            person.username(),
                            words("demo-name", person.name()),
                            words("demo-duties", person.duties())));
        }
        Div group = new Div(new H3(text("ui.role." + role)), buttons);
        group.addClassName("demo-group");
        return group;
    }

    @Tag("form")
    private static final class Form extends com.vaadin.flow.component.HtmlContainer {

        private static final long serialVersionUID = 1L;

        Form() {
            getElement().setAttribute("method", "post").setAttribute("action", ACTION);
        }
    }
}
