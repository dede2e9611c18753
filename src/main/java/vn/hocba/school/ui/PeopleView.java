package vn.hocba.school.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.TabSheetVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.school.SchoolPeople;
import vn.hocba.school.SchoolPeople.StaffLine;
import vn.hocba.school.SchoolPeople.WithoutPersonalId;
import vn.hocba.shared.VietnameseText;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Screen;

/** Who works at the school and does what; which pupils still have no personal ID. */
@Route(value = "nhan-su", layout = MainLayout.class)
@RolesAllowed({"SCHOOL_ADMIN", "PRINCIPAL", "CLERK"})
public class PeopleView extends Screen {

    private static final long serialVersionUID = 1L;

    private final boolean mayImport;

    PeopleView(SchoolPeople people, Session session) {
        super("school.people.title");
        wide();
        String schoolId = session.user().unitId();
        mayImport = session.user().is(Role.SCHOOL_ADMIN);
        List<StaffLine> staff = people.staff(schoolId);
        List<WithoutPersonalId> pupils = people.withoutPersonalId(schoolId);
        TabSheet tabs = new TabSheet();
        tabs.addThemeVariants(TabSheetVariant.LUMO_BORDERED);
        tabs.getStyle()
                .set("background", "var(--hocba-card)")
                .set("border", "1px solid var(--hocba-line)")
                .set("border-radius", "8px");
        tabs.add(text("school.people.staff", staff.size()), staff.isEmpty() ? noStaff() : staff(staff));
        tabs.add(
                text("school.people.without-id", pupils.size()),
                pupils.isEmpty()
                        ? new EmptyState(text("school.people.all-have-id"), text("school.people.all-have-id.next"))
                        : pupils(pupils));
        add(tabs);
    }

    private Component noStaff() {
        EmptyState empty = new EmptyState(text("school.people.nobody"), text("school.people.nobody.next"));
        if (mayImport) {
            empty.add(new RouterLink(text("school.import.title"), ImportView.class));
        }
        return empty;
    }

    private static Component staff(List<StaffLine> staff) {
        Grid<StaffLine> grid = grid(staff);
        grid.addComponentColumn(PeopleView::name)
                .setHeader(text("school.people.name"))
                .setFlexGrow(3);
        grid.addColumn(line -> roles(line.roles()))
                .setHeader(text("school.people.roles"))
                .setFlexGrow(2);
        grid.addColumn(PeopleView::duties)
                .setHeader(text("school.people.duties"))
                .setFlexGrow(6);
        grid.addColumn(line -> orEmpty(line.person().email()))
                .setHeader(text("school.people.email"))
                .setFlexGrow(5);
        grid.addComponentColumn(PeopleView::notes)
                .setHeader(text("school.people.notes"))
                .setFlexGrow(2);
        TextField search = new TextField();
        search.setPlaceholder(text("school.people.search"));
        search.setAriaLabel(text("school.people.search"));
        search.setClearButtonVisible(true);
        search.setWidth("20rem");
        search.setMaxWidth("100%");
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> {
            String key = VietnameseText.searchKey(event.getValue());
            grid.setItems(staff.stream()
                    .filter(line -> VietnameseText.searchKey(line.person().fullName() + " " + duties(line))
                            .contains(key))
                    .toList());
        });
        Div content = new Div(search, grid);
        content.getStyle()
                .set("display", "flex")
                .set("flex-direction", "column")
                .set("gap", "0.75rem");
        return content;
    }

    private static Component name(StaffLine line) {
        Span name = new Span(line.person().fullName());
        name.getStyle().set("font-weight", "600").set("display", "block");
        Span title = new Span(orEmpty(line.person().title()));
        title.getStyle().set("color", "var(--hocba-muted)").set("font-size", "var(--lumo-font-size-s)");
        return new Div(name, title);
    }

    private static Component notes(StaffLine line) {
        Div notes = new Div();
        notes.getStyle().set("display", "flex").set("flex-wrap", "wrap").set("gap", "0.25rem");
        if (!line.person().working()) {
            notes.add(new Pill(text("school.people.not-working"), Pill.Tone.CALM));
        }
        if (line.person().personalId() == null) {
            notes.add(new Pill(text("school.people.cannot-sign"), Pill.Tone.LATE));
        }
        if (line.person().working()
                && line.roles().contains(Role.TEACHER)
                && line.homeroomOf().isEmpty()
                && line.teaches().isEmpty()) {
            notes.add(new Pill(text("school.people.no-duties"), Pill.Tone.SOON));
        }
        return notes;
    }

    private static String roles(Set<Role> roles) {
        return roles.stream().sorted().map(role -> text("ui.role." + role)).collect(Collectors.joining(", "));
    }

    private static String duties(StaffLine line) {
        List<String> duties = new ArrayList<>();
        if (!line.homeroomOf().isEmpty()) {
            duties.add(text("school.people.homeroom", String.join(", ", line.homeroomOf())));
        }
        for (Map.Entry<String, List<String>> taught : line.teaches().entrySet()) {
            duties.add(text("school.people.teaches", String.join(", ", taught.getValue()), taught.getKey()));
        }
        return String.join("; ", duties);
    }

    private static Component pupils(List<WithoutPersonalId> pupils) {
        Grid<WithoutPersonalId> grid = grid(pupils);
        grid.addColumn(WithoutPersonalId::className)
                .setHeader(text("school.people.class"))
                .setFlexGrow(1);
        grid.addColumn(WithoutPersonalId::fullName)
                .setHeader(text("school.people.name"))
                .setFlexGrow(3);
        grid.addColumn(pupil -> date(pupil.birthDate()))
                .setHeader(text("school.people.born"))
                .setFlexGrow(1);
        grid.addColumn(WithoutPersonalId::moetCode)
                .setHeader(text("school.people.code"))
                .setFlexGrow(2);
        grid.addColumn(pupil -> text(pupil.foreign() ? "school.people.foreign" : "school.people.to-complete"))
                .setHeader(text("school.people.notes"))
                .setFlexGrow(3);
        return grid;
    }

    private static <T> Grid<T> grid(List<T> items) {
        Grid<T> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setItems(items);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(items.size() <= 12);
        if (items.size() > 12) {
            grid.setHeight("33rem");
        }
        return grid;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
