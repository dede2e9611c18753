package vn.hocba.desk.admin.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import vn.hocba.desk.ReturnRecords;
import vn.hocba.desk.admin.SchoolCertificates;
import vn.hocba.desk.admin.SchoolCertificates.Holder;
import vn.hocba.desk.admin.SchoolCertificates.State;
import vn.hocba.school.DeclareTaxCode;
import vn.hocba.shared.VietnameseText;
import vn.hocba.signing.CertificateApprovals;
import vn.hocba.signing.HandInCertificate;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.DataTable;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.NewPinDialog;
import vn.hocba.ui.Notice;
import vn.hocba.ui.ReasonDialog;
import vn.hocba.ui.Screen;
import vn.hocba.ui.Wording;

/** The school admin gives those who sign, and the school's seal, their sandbox certificates and takes them back, hands in those of other authorities, and decides about those that bear another CCCD. */
@Route(value = "chung-thu", layout = MainLayout.class)
@RolesAllowed("SCHOOL_ADMIN")
public class CertificatesView extends Screen {

    private static final long serialVersionUID = 1L;

    private final transient SchoolCertificates certificates;
    private final Div content = new Div();

    private final transient OutsideCertificates outside;

    CertificatesView(
            SchoolCertificates certificates,
            HandInCertificate handIn,
            CertificateApprovals approvals,
            DeclareTaxCode taxCode) {
        super("office.certificates.title");
        this.certificates = certificates;
        this.outside = new OutsideCertificates(handIn, approvals, taxCode, this::refresh);
        wide();
        content.addClassName("office-content");
        add(content);
        refresh();
    }

    private void refresh() {
        content.removeAll();
        List<Holder> holders = certificates.ofOwnSchool();
        long valid = holders.stream().filter(h -> h.state() == State.VALID).count();
        DataTable<Holder> table = new DataTable<Holder>(text("office.certificates.title"))
                .column(
                        text("office.certificates.owner"),
                        CertificatesView::owner,
                        Comparator.comparing(Holder::name, VietnameseText.byGivenName()))
                .words(text("office.certificates.title-of"), Holder::title)
                .column(text("office.certificates.state"), CertificatesView::state, Comparator.comparing(Holder::state))
                .column(text("office.certificates.serial"), CertificatesView::serial)
                .column(text("office.certificates.action"), this::action);
        table.setRows(holders);
        content.add(
                new Paragraph(text("office.certificates.intro")),
                new Card(text("office.certificates.summary", valid, holders.size()), table));
        outside.waiting().ifPresent(content::add);
    }

    private static Component owner(Holder holder) {
        return new Span(holder.seal() ? text("office.certificates.seal", holder.name()) : holder.name());
    }

    private static Component state(Holder holder) {
        return switch (holder.state()) {
            case VALID -> Badge.ok(text("office.certificates.valid-until", day(holder)));
            case EXPIRED -> Badge.late(text("office.certificates.expired", day(holder)));
            case REVOKED -> Badge.late(text("office.certificates.revoked"));
            case MISSING -> Badge.soon(text("office.certificates.missing"));
            case NO_IDENTIFIER ->
                Badge.late(
                        text(holder.seal() ? "office.certificates.no-tax-code" : "office.certificates.no-personal-id"));
        };
    }

    private static String day(Holder holder) {
        return Wording.moment(holder.notAfter()).replaceFirst("^.*, ", "");
    }

    private static Component serial(Holder holder) {
        Span serial = new Span(holder.serial() == null ? "–" : holder.serial());
        serial.addClassName("office-code");
        return serial;
    }

    private Component action(Holder holder) {
        Div actions = new Div(ofSandbox(holder));
        actions.addClassName("table-actions");
        if (outside.hasProviders() && (holder.state() != State.NO_IDENTIFIER || !holder.seal())) {
            actions.add(outside.handIn(holder));
        }
        return actions;
    }

    private Component ofSandbox(Holder holder) {
        return switch (holder.state()) {
            case VALID -> {
                Button revoke = new Button(text("office.certificates.revoke"), click -> askToRevoke(holder));
                revoke.setAriaLabel(text("office.certificates.revoke.for", holder.name()));
                yield revoke;
            }
            case MISSING, REVOKED, EXPIRED -> {
                Button issue = new Button(text("office.certificates.issue"), click -> askToIssue(holder));
                issue.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                issue.setAriaLabel(text("office.certificates.issue.for", holder.name()));
                yield issue;
            }
            case NO_IDENTIFIER -> holder.seal() ? outside.declareTaxCode(holder) : new Span("–");
        };
    }

    private void askToRevoke(Holder holder) {
        new ReasonDialog(
                        text("office.certificates.revoke.for", holder.name()),
                        text("office.certificates.revoke.note"),
                        ReturnRecords.SHORTEST_REASON,
                        text("office.certificates.revoke"),
                        reason -> {
                            certificates.revoke(holder.serial(), reason);
                            Notice.done(text("office.certificates.revoked-now", holder.name()));
                            refresh();
                        })
                .open();
    }

    private void askToIssue(Holder holder) {
        new NewPinDialog(
                        text("office.certificates.issue.for", holder.name()),
                        text("office.certificates.issue.note"),
                        text("office.certificates.issue"),
                        pin -> {
                            certificates.issue(holder.ownerId(), pin);
                            Notice.done(text("office.certificates.issued", holder.name()));
                            refresh();
                        })
                .open();
    }
}
