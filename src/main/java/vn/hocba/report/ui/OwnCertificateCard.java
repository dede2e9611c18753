package vn.hocba.report.ui;

import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import vn.hocba.report.OwnCertificate;
import vn.hocba.report.OwnCertificate.Own;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.NewPinDialog;
import vn.hocba.ui.Notice;

/** The personal certificate of a leader of the Sở; nothing for others. */
class OwnCertificateCard extends Div {

    private static final long serialVersionUID = 1L;

    private final transient OwnCertificate certificate;

    OwnCertificateCard(OwnCertificate certificate) {
        this.certificate = certificate;
        draw();
    }

    private void draw() {
        removeAll();
        certificate.find().ifPresent(own -> add(card(own)));
    }

    private Card card(Own own) {
        String title = text("report.own-certificate");
        if (own.validUntil() != null) {
            return Card.padded(title, new Paragraph(text("report.own-certificate.for")))
                    .beside(Badge.ok(text("report.certificate.valid", moment(own.validUntil()))));
        }
        if (!own.identified()) {
            return Card.padded(title, new Paragraph(text("report.own-certificate.no-id")))
                    .beside(Badge.late(text("report.certificate.missing")));
        }
        return Card.padded(
                        title,
                        new Paragraph(text("report.own-certificate.for")),
                        ReportSigning.primary(text("report.certificate.issue"), () -> ask(own)))
                .beside(Badge.soon(text("report.certificate.missing")));
    }

    private void ask(Own own) {
        new NewPinDialog(
                        text("report.certificate.issue.for", own.owner()),
                        text("report.own-certificate.note"),
                        text("report.certificate.issue"),
                        pin -> {
                            certificate.issue(pin);
                            Notice.done(text("report.certificate.issued", own.owner()));
                            draw();
                        })
                .open();
    }
}
