package vn.hocba.school.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.RoleGrants.Grant;
import vn.hocba.identity.Session;
import vn.hocba.school.GrantRoles;
import vn.hocba.school.GrantRoles.Decision;
import vn.hocba.school.ProvincePeople;
import vn.hocba.school.RoleProposals;
import vn.hocba.school.RoleProposals.Given;
import vn.hocba.school.RoleProposals.Person;
import vn.hocba.school.RoleProposals.Proposal;
import vn.hocba.school.RoleProposals.Roles;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.TakeOverStaff;
import vn.hocba.school.UnitKind;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.DataTable;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Notice;
import vn.hocba.ui.ReasonDialog;
import vn.hocba.ui.Screen;

/** Who acts for a school or a Sở in which role: what titles propose is confirmed, roles are given and ended. A unit above chooses the school first. */
@Route(value = "vai-tro", layout = MainLayout.class)
@RolesAllowed({"SCHOOL_ADMIN", "PRINCIPAL", "SUPERVISOR", "PROVINCE_OFFICER", "PROVINCE_LEADER"})
public class RolesView extends Screen {

    private static final long serialVersionUID = 1L;

    private final transient RoleProposals proposals;
    private final transient GrantRoles roles;
    private final transient ProvincePeople people;
    private final transient TakeOverStaff takeOver;
    private final transient SchoolDirectory directory;
    private final transient Clock clock;
    private final Div content = new Div();
    private String schoolId;
    private transient Roles shown;

    RolesView(
            RoleProposals proposals,
            GrantRoles roles,
            ProvincePeople people,
            TakeOverStaff takeOver,
            SchoolDirectory directory,
            Session session,
            Clock clock) {
        super("school.roles.title");
        this.proposals = proposals;
        this.roles = roles;
        this.people = people;
        this.takeOver = takeOver;
        this.directory = directory;
        this.clock = clock;
        wide();
        content.addClassName("office-content");
        CurrentUser user = session.user();
        List<Unit> schools = directory.schoolsUnder(user.unitPath());
        boolean own = schools.stream().anyMatch(school -> school.id().equals(user.unitId()));
        if (own) {
            schoolId = user.unitId();
        } else {
            add(choice(directory.unit(user.unitId()), schools));
        }
        add(content);
        refresh();
    }

    private Component choice(Unit above, List<Unit> schools) {
        ComboBox<Unit> school = new ComboBox<>(text("school.roles.school"));
        List<Unit> choices = new ArrayList<>(schools);
        if (above.kind() == UnitKind.PROVINCE) {
            choices.add(0, above);
        }
        school.setItems(choices);
        school.setItemLabelGenerator(
                unit -> unit.equals(above) ? text("school.roles.own-unit", unit.name()) : unit.name());
        school.setWidth("28rem");
        school.setMaxWidth("100%");
        school.addValueChangeListener(chosen -> {
            schoolId = chosen.getValue() == null ? null : chosen.getValue().id();
            refresh();
        });
        return school;
    }

    private void refresh() {
        content.removeAll();
        if (schoolId == null) {
            content.add(new EmptyState(text("school.roles.choose"), text("school.roles.choose.next")));
            return;
        }
        shown = proposals.of(schoolId);
        Button give = new Button(text("school.roles.give"), click -> dialog().open());
        give.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        content.add(new Paragraph(text("school.roles.intro")), give);
        if (directory.unit(schoolId).kind() == UnitKind.PROVINCE) {
            content.add(new ProvincePeopleCard(people, schoolId, this::refresh));
        }
        content.add(new TakeOverCard(takeOver, schoolId, this::refresh));
        if (!shown.proposals().isEmpty()) {
            content.add(new Card(text("school.roles.proposed", shown.proposals().size()), proposed()));
        }
        content.add(
                shown.current().isEmpty()
                        ? new EmptyState(text("school.roles.none"), text("school.roles.none.next"))
                        : new Card(text("school.roles.current"), current()));
        if (!shown.past().isEmpty()) {
            DataTable<Given> table = table(text("school.roles.past"));
            table.words(text("school.roles.why"), given -> given.grant().endReason());
            table.setRows(shown.past());
            content.add(new Card(text("school.roles.past"), table.inItsRoom()));
        }
    }

    private Component proposed() {
        DataTable<Proposal> table = new DataTable<Proposal>(
                        text("school.roles.proposed", shown.proposals().size()))
                .words(text("school.roles.person"), Proposal::name)
                .words(text("school.roles.title-of"), Proposal::title)
                .words(text("school.roles.role-of"), proposal -> RoleKind.of(proposal.role(), proposal.capacity())
                        .words())
                .column(text("school.roles.action"), this::confirm);
        table.setRows(shown.proposals());
        return table.inItsRoom();
    }

    private Component confirm(Proposal proposal) {
        RoleKind kind = RoleKind.of(proposal.role(), proposal.capacity());
        Person person = shown.people().stream()
                .filter(one -> one.staffId().equals(proposal.staffId()))
                .findFirst()
                .orElse(null);
        if (person == null) {
            return new Span(text("school.roles.by-others"));
        }
        Button confirm = new Button(text("school.roles.confirm"), click -> dialog().with(person, kind)
                .open());
        confirm.setAriaLabel(text("school.roles.confirm.for", kind.words(), proposal.name()));
        return confirm;
    }

    private Component current() {
        DataTable<Given> table = table(text("school.roles.current"));
        table.column(text("school.roles.action"), given -> {
            Button end = new Button(text("school.roles.end"), click -> askToEnd(given));
            end.setAriaLabel(text("school.roles.end.for", kind(given).words(), given.name()));
            return end;
        });
        table.setRows(shown.current());
        return table.inItsRoom();
    }

    private static DataTable<Given> table(String caption) {
        return new DataTable<Given>(caption)
                .words(text("school.roles.person"), Given::name)
                .column(text("school.roles.role-of"), RolesView::role)
                .words(text("school.roles.scope-of"), given -> scope(given.grant()))
                .words(text("school.roles.time"), given -> time(given.grant()))
                .words(text("school.roles.decision"), given -> given.grant().decisionNo())
                .words(text("school.roles.by"), given -> given.grant().grantedBy());
    }

    /** What was said in free words before stands beside what holds. */
    private static String scope(Grant grant) {
        if (grant.delegation() == null) {
            return null;
        }
        String words = DelegationFields.words(grant.delegation());
        return grant.scope() == null ? words : text("school.roles.scope-before", words, grant.scope());
    }

    private static RoleKind kind(Given given) {
        return RoleKind.of(given.grant().role(), given.grant().capacity());
    }

    private static Component role(Given given) {
        Div role = new Div(new Span(kind(given).words()));
        role.addClassName("duty-holder");
        if (given.grant().heldFrom() == null && given.grant().heldUntil() == null) {
            role.add(Badge.soon(text("school.roles.to-come")));
        }
        return role;
    }

    private static String time(Grant grant) {
        String from = grant.startsOn() == null ? "…" : date(grant.startsOn());
        return text(
                "school.roles.term",
                from,
                grant.endsOn() == null ? text("school.roles.open-end") : date(grant.endsOn()));
    }

    private RoleDialog dialog() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return new RoleDialog(directory.unit(schoolId).kind(), shown.people(), shown.classes(), today, this::give);
    }

    private void give(Decision decision, Person person) {
        roles.give(schoolId, decision);
        Notice.done(text("school.roles.given", person.name()));
        refresh();
    }

    private void askToEnd(Given given) {
        new ReasonDialog(
                        text("school.roles.end.for", kind(given).words(), given.name()),
                        text("school.roles.end.note"),
                        GrantRoles.SHORTEST_REASON,
                        text("school.roles.end"),
                        reason -> {
                            roles.end(given.grant().id(), reason);
                            Notice.done(text("school.roles.ended", given.name()));
                            refresh();
                        })
                .open();
    }
}
