package vn.hocba.dossier.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import vn.hocba.dossier.CheckSignatures;
import vn.hocba.dossier.RecordPage;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordState;
import vn.hocba.request.Offer;
import vn.hocba.request.RequestBoard;
import vn.hocba.request.ui.OfferPanel;
import vn.hocba.request.ui.RecordRequests;
import vn.hocba.shared.SchoolYear;
import vn.hocba.signing.LegalValue;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Notice;
import vn.hocba.ui.Screen;
import vn.hocba.ui.Wording;

/** Everything about one record: content, what happened, signatures, versions, its place in the process. */
@Route(value = "hoc-ba", layout = MainLayout.class)
@RolesAllowed({"PRINCIPAL", "CLERK", "SCHOOL_ADMIN", "TEACHER", "PROVINCE"})
public class RecordView extends Screen implements HasUrlParameter<String> {

    private static final long serialVersionUID = 1L;

    private final transient RecordPage pages;
    private final transient RecordPapers papers;
    private final transient CheckSignatures check;
    private final transient AuditWords words;
    private final transient RequestBoard requests;
    private final transient LegalValue legalValue;
    private final transient Clock clock;

    RecordView(
            RecordPage pages,
            RecordPapers papers,
            CheckSignatures check,
            AuditWords words,
            RequestBoard requests,
            LegalValue legalValue,
            Clock clock) {
        super("office.record.title");
        this.pages = pages;
        this.papers = papers;
        this.check = check;
        this.words = words;
        this.requests = requests;
        this.legalValue = legalValue;
        this.clock = clock;
    }

    @Override
    public void setParameter(BeforeEvent event, String recordId) {
        removeAll();
        RecordPage.Page page = pages.of(recordId);
        RecordSnapshot content = page.content();
        title(text("office.record.of", content.pupil().fullName(), content.className()));
        TabSheet tabs = new TabSheet();
        tabs.addClassName("record-tabs");
        tabs.add(text("office.record.tab.content"), RecordContent.of(page));
        tabs.add(text("office.record.tab.history"), new RecordHistory(page, words));
        if (page.whole()) {
            tabs.add(
                    text("office.record.tab.signatures"),
                    new Div(
                            new RecordConfirmed(recordId, papers.receipts()),
                            new RecordSigned(page, check, legalValue)));
            tabs.add(text("office.record.tab.versions"), RecordVersions.of(page));
        }
        tabs.add(text("office.record.tab.process"), RecordPlace.of(page));
        tabs.add(text("office.record.tab.requests"), new RecordRequests(requests, recordId, clock.instant()));
        add(head(page));
        List<Offer> offers = requests.offers(recordId);
        if (!offers.isEmpty()) {
            add(new Card(text("request.what-now"), new OfferPanel(requests, offers, recordId, requestId -> {
                if (requestId == null) {
                    setParameter(event, recordId);
                } else {
                    UI.getCurrent().navigate("yeu-cau/" + requestId);
                }
            })));
        }
        add(tabs);
    }

    private Component head(RecordPage.Page page) {
        RecordSnapshot content = page.content();
        Span since = new Span(text("office.record.state.since", Wording.moment(page.stateSince())));
        since.addClassName("small-print");
        Div state = new Div(
                page.state() == RecordState.ACCEPTED || page.state() == RecordState.FROZEN
                        ? Badge.ok(page.state().term())
                        : Badge.plain(page.state().term()),
                since);
        state.addClassName("office-badges");
        if (page.inForceNo() != null) {
            state.add(new Paragraph(text("office.record.in-force", page.versionNo(), page.inForceNo())));
        }
        if (page.supplements() > 0) {
            state.addComponentAtIndex(1, Badge.soon(text("office.record.supplemented")));
            state.add(new Paragraph(text("office.record.supplemented.explain", page.supplements())));
        }
        RecordWhereabouts.words(page).forEach(words -> state.add(new Paragraph(words)));
        Div who = new Div(
                new H2(content.pupil().fullName()),
                new Paragraph(text(
                        "office.record.year",
                        content.className(),
                        new SchoolYear(content.schoolYear()).toString(),
                        content.issuer().schoolName())),
                state);
        Div head = new Div(who);
        if (page.whole()) {
            Div actions = new Div(code(content.lookupCode()), links(page));
            actions.addClassName("record-actions");
            head.add(actions);
        }
        head.addClassName("record-head");
        return head;
    }

    private static Component code(String lookupCode) {
        Span label = new Span(text("office.record.code"));
        label.addClassName("small-print");
        Span value = new Span(lookupCode);
        value.addClassName("office-code");
        Button copy = new Button(text("office.record.copy"), click -> {
            UI.getCurrent().getPage().executeJs("navigator.clipboard.writeText($0)", lookupCode);
            Notice.done(text("office.record.copied"));
        });
        copy.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Div code = new Div(label, value, copy);
        code.addClassName("record-code");
        return code;
    }

    private Component links(RecordPage.Page page) {
        String name =
                "hoc-ba-" + page.content().lookupCode() + "-" + page.content().grade();
        Anchor pdf = new Anchor(
                RecordFiles.printedForm(papers.documents(), page.recordId(), name), text("office.record.pdf"));
        pdf.setTarget(AnchorTarget.BLANK);
        pdf.addClassName("button-link");
        Div links = new Div(pdf);
        links.addClassName("record-links");
        if (papers.book().isOffered(page.recordId())) {
            Anchor whole = new Anchor(
                    RecordFiles.wholeBook(
                            papers.book(),
                            page.recordId(),
                            "hoc-ba-" + page.content().lookupCode()),
                    text("office.record.book"));
            whole.setTarget(AnchorTarget.BLANK);
            whole.addClassName("button-link");
            links.add(whole);
        }
        if (page.signed()) {
            Anchor xml = new Anchor(
                    RecordFiles.packet(papers.documents(), page.recordId(), name), text("office.record.xml"));
            xml.addClassName("button-link");
            links.add(xml);
        }
        return links;
    }
}
