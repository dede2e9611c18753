package vn.hocba.lookup.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import vn.hocba.document.Supplement;
import vn.hocba.lookup.FoundYear;
import vn.hocba.lookup.LookUp;
import vn.hocba.registry.Supplements.Verified;
import vn.hocba.signing.SupplementVerification.SignatureView;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.Facts;
import vn.hocba.ui.Line;

/** What stands beside a record: each supplement with its decision, what is right instead, who signed it, and its file. */
class FoundSupplements extends Div {

    private static final long serialVersionUID = 1L;

    FoundSupplements(LookUp lookUp, FoundYear year) {
        addClassName("lookup-supplements");
        List<Verified> supplements = year.supplements();
        for (int i = 0; i < supplements.size(); i++) {
            add(card(lookUp, year, supplements.get(i), i + 1));
        }
    }

    private static Component card(LookUp lookUp, FoundYear year, Verified supplement, int number) {
        String title = text("lookup.supplement", number);
        Card card = supplement.isGood()
                ? Card.padded(title, facts(supplement.report().content()), download(lookUp, year, supplement, number))
                : Card.padded(title, broken(supplement)).beside(Badge.returned(text("lookup.signatures.invalid")));
        supplement.report().signatures().forEach(signature -> card.add(line(signature, supplement)));
        if (supplement.isGood() && isReplaced(year, supplement)) {
            card.beside(Badge.plain(text("lookup.supplement.replaced")));
        }
        return card;
    }

    /** Whether another one about the same field holds instead. */
    private static boolean isReplaced(FoundYear year, Verified supplement) {
        return year.supplements().stream().filter(Verified::isGood).anyMatch(other -> supplement
                .report()
                .content()
                .id()
                .equals(other.report().content().replaces()));
    }

    private static Component broken(Verified supplement) {
        return new Paragraph(text("lookup.supplement.broken", supplement.decisionNo(), date(supplement.decidedOn())));
    }

    private static Component download(LookUp lookUp, FoundYear year, Verified supplement, int number) {
        Div downloads = new Div(FoundYearPage.download(
                "lookup.supplement.download",
                "bo-sung-" + year.original().schoolYear() + "-" + number + ".xml",
                "application/xml",
                () -> lookUp.supplement(year, supplement.id())));
        downloads.addClassName("lookup-downloads");
        return downloads;
    }

    private static Facts facts(Supplement content) {
        Facts facts = new Facts()
                .fact(text("lookup.supplement.field"), content.change().fieldName())
                .fact(
                        text("lookup.supplement.former"),
                        content.change().former() == null
                                ? text("lookup.supplement.empty")
                                : content.change().former())
                .fact(text("lookup.supplement.right"), content.change().right());
        content.consequences()
                .forEach(one -> facts.fact(text("lookup.supplement.follows", one.fieldName()), one.right()));
        return facts.fact(
                        text("lookup.supplement.ground"),
                        text("lookup.supplement.ground." + content.change().ground()))
                .fact(
                        text("lookup.supplement.decision"),
                        text(
                                "lookup.supplement.decision.of",
                                content.decision().number(),
                                date(content.decision().on()),
                                content.decision().authority()))
                .fact(text("lookup.supplement.reason"), content.decision().reason());
    }

    private static Line line(SignatureView signature, Verified supplement) {
        String title = supplement.titles().get(signature.slot());
        String serial = text("lookup.signatures.serial", signature.serial());
        return new Line(
                        text("lookup.slot." + signature.slot()) + " · " + signature.signer()
                                + (title == null ? "" : " · " + title),
                        signature.valid()
                                ? Badge.ok(text("lookup.signatures.valid"))
                                : Badge.returned(text("lookup.signatures.invalid")))
                .note(
                        signature.signedAt() == null
                                ? serial
                                : text("lookup.signatures.at", moment(signature.signedAt())) + " · " + serial);
    }
}
