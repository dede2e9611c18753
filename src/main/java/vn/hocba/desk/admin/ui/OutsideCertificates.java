package vn.hocba.desk.admin.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.hocba.desk.admin.SchoolCertificates.Holder;
import vn.hocba.school.DeclareTaxCode;
import vn.hocba.signing.CertificateApprovals;
import vn.hocba.signing.CertificateApprovals.Waiting;
import vn.hocba.signing.HandInCertificate;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.ui.Card;
import vn.hocba.ui.Line;
import vn.hocba.ui.Notice;
import vn.hocba.ui.ReasonDialog;
import vn.hocba.ui.Wording;

/** On the screen of certificates what concerns those that another authority has issued. */
final class OutsideCertificates {

    private final HandInCertificate handIn;
    private final CertificateApprovals approvals;
    private final DeclareTaxCode taxCode;
    private final Runnable changed;

    /** @param changed called when something was done, so that it shows */
    OutsideCertificates(
            HandInCertificate handIn, CertificateApprovals approvals, DeclareTaxCode taxCode, Runnable changed) {
        this.handIn = handIn;
        this.approvals = approvals;
        this.taxCode = taxCode;
        this.changed = changed;
    }

    /** Whether certificates of others can sign at this installation at all. */
    boolean hasProviders() {
        return !handIn.providers().isEmpty();
    }

    Button handIn(Holder holder) {
        Button button = new Button(text("office.certificates.hand-in"), click -> new HandInDialog(
                        holder.name(), handIn.providers(), (provider, file) -> {
                            KeyHolder of = holder.seal()
                                    ? KeyHolder.unit(holder.ownerId())
                                    : KeyHolder.person(holder.ownerId());
                            HandInCertificate.Outcome outcome = handIn.handIn(of, provider, file);
                            Notice.done(text("office.certificates.handed-in." + outcome, holder.name()));
                            changed.run();
                        })
                .open());
        button.setAriaLabel(text("office.certificates.hand-in.for", holder.name()));
        return button;
    }

    Button declareTaxCode(Holder school) {
        Button button =
                new Button(text("office.certificates.tax-code"), click -> new TaxCodeDialog(school.name(), code -> {
                            taxCode.declare(code);
                            Notice.done(text("office.certificates.tax-code.done", school.name()));
                            changed.run();
                        })
                        .open());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    /** What waits for a decision; empty when nothing does. */
    Optional<Card> waiting() {
        List<Waiting> waiting = approvals.waiting();
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Card card = new Card(text("office.certificates.waiting", waiting.size()));
        waiting.forEach(one -> card.add(line(one)));
        return Optional.of(card);
    }

    private Line line(Waiting one) {
        Line line = new Line(text("office.certificates.waiting.of", one.holder()));
        line.text(mismatch(one));
        line.note(text(
                "office.certificates.waiting.note",
                one.named(),
                one.serial(),
                one.issuer(),
                Wording.moment(one.notAfter())));
        Button approve = new Button(
                text("office.certificates.approve"),
                click -> decide(
                        one,
                        "office.certificates.approve",
                        reason -> approvals.approve(one.serial(), one.staffId(), reason)));
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        approve.setAriaLabel(text("office.certificates.approve.for", one.holder()));
        Button refuse = new Button(
                text("office.certificates.refuse"),
                click -> decide(
                        one,
                        "office.certificates.refuse",
                        reason -> approvals.refuse(one.serial(), one.staffId(), reason)));
        refuse.setAriaLabel(text("office.certificates.refuse.for", one.holder()));
        line.actions(approve, refuse);
        return line;
    }

    private static String mismatch(Waiting one) {
        String bears = one.bears().isEmpty()
                ? text("office.certificates.waiting.bears-none")
                : text("office.certificates.waiting.bears", one.bears());
        String known = one.known().isEmpty()
                ? text("office.certificates.waiting.known-none")
                : text("office.certificates.waiting.known", one.known());
        return bears + " " + known;
    }

    private void decide(Waiting one, String key, Consumer<String> decision) {
        new ReasonDialog(
                        text(key + ".for", one.holder()),
                        text(key + ".note"),
                        CertificateApprovals.SHORTEST_REASON,
                        text(key),
                        reason -> {
                            decision.accept(reason);
                            Notice.done(text(key + ".done", one.holder()));
                            changed.run();
                        })
                .open();
    }
}
