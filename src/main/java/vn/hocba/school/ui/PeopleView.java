package vn.hocba.school.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
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
import vn.hocba.identity.Right;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.school.SchoolPeople;
import vn.hocba.school.SchoolPeople.StaffLine;
import vn.hocba.school.SchoolPeople.WithoutPersonalId;
import vn.hocba.shared.VietnameseText;
import vn.hocba.ui.DataTable;
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
        mayImport = Right.IMPORT.isOf(session.user());
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
        DataTable<StaffLine> table = new DataTable<StaffLine>(text("school.people.title"))
                .column(text("school.people.name"), PeopleView::name)
                .words(text("school.people.roles"), line -> roles(line.roles()))
                .words(text("school.people.duties"), PeopleView::duties)
                .words(
                        text("school.people.email"),
                        line -> orEmpty(line.person().email()))
                .column(text("school.people.notes"), PeopleView::notes);
        table.setRows(staff);
        TextField search = new TextField();
        search.setPlaceholder(text("school.people.search"));
        search.setAriaLabel(text("school.people.search"));
        search.setClearButtonVisible(true);
        search.setWidth("20rem");
        search.setMaxWidth("100%");
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> {
            String key = VietnameseText.searchKey(event.getValue());
            table.setRows(staff.stream()
                    .filter(line -> VietnameseText.searchKey(line.person().fullName() + " " + duties(line))
                            .contains(key))
                    .toList());
        });
        Div content = new Div(search, table);
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
        if (notes.getComponentCount() == 0) {
            notes.addClassName("data-none");
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
        DataTable<WithoutPersonalId> table = new DataTable<WithoutPersonalId>(text("school.people.title"))
                .words(text("school.people.name"), WithoutPersonalId::fullName)
                .words(text("school.people.class"), WithoutPersonalId::className)
                .words(text("school.people.born"), pupil -> date(pupil.birthDate()))
                .words(text("school.people.code"), WithoutPersonalId::moetCode)
                .words(
                        text("school.people.notes"),
                        pupil -> text(pupil.foreign() ? "school.people.foreign" : "school.people.to-complete"));
        table.setRows(pupils);
        return table;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
