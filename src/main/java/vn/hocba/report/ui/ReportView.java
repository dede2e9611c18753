package vn.hocba.report.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.number;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import vn.hocba.calendar.Limit;
import vn.hocba.identity.Session;
import vn.hocba.report.OwnCertificate;
import vn.hocba.report.ProvinceCertificate;
import vn.hocba.report.ProvinceCertificate.Holder;
import vn.hocba.report.ReportBoard;
import vn.hocba.report.ReportBoard.Standing;
import vn.hocba.report.ReportBoard.WaveReport;
import vn.hocba.report.ReportState;
import vn.hocba.report.SendAgain;
import vn.hocba.report.SupplementaryReports;
import vn.hocba.report.SupplementaryReports.WindowReport;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolYear;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.Facts;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Notice;
import vn.hocba.ui.Polling;
import vn.hocba.ui.Screen;
import vn.hocba.ui.Wording;
import vn.hocba.workflow.Batches;

/** The reports to the ministry of a year: until when, how many records, the signature of the Sở, the way there and the receipts. */
@Route(value = "so/bao-cao", layout = MainLayout.class)
@RolesAllowed("PROVINCE")
class ReportView extends Screen {

    private static final long serialVersionUID = 1L;

    private static final int EVERY_MILLIS = 2000;

    private final transient ReportBoard board;
    private final transient SupplementaryReports supplementary;
    private final transient SendAgain sendAgain;
    private final transient ReportSigning signing;
    private final Select<Integer> year = new Select<>();
    private final Div waves = new Div();
    private transient List<WaveReport> shown = List.of();
    private transient List<WindowReport> shownBeside = List.of();

    ReportView(
            ReportBoard board,
            SupplementaryReports supplementary,
            ReportActs acts,
            ProvinceCertificate certificate,
            OwnCertificate ownCertificate,
            Batches batches,
            Session session) {
        super("report.title");
        this.board = board;
        this.supplementary = supplementary;
        this.sendAgain = acts.sendAgain();
        this.signing = new ReportSigning(acts, certificate, batches, session.user(), this::refresh);
        add(new OwnCertificateCard(ownCertificate));
        List<Integer> years = board.schoolYears();
        if (years.isEmpty()) {
            add(new EmptyState(text("report.empty"), text("report.empty.next")));
            return;
        }
        year.setLabel(text("report.year"));
        year.setItems(years);
        year.setItemLabelGenerator(start -> new SchoolYear(start).toString());
        year.addValueChangeListener(chosen -> refresh());
        waves.addClassName("cut-off-waves");
        add(year, new Paragraph(text("report.intro")), waves, new Polling(EVERY_MILLIS, this::look));
        year.setValue(years.get(0));
    }

    /** Draws again only what has changed, so that a button in focus stays there. */
    private void look() {
        if (!board.waves(year.getValue()).equals(shown)
                || !supplementary.of(year.getValue()).equals(shownBeside)) {
            refresh();
        }
    }

    private void refresh() {
        shown = board.waves(year.getValue());
        shownBeside = supplementary.of(year.getValue());
        Holder holder = signing.holder();
        waves.removeAll();
        shown.forEach(wave -> waves.add(card(wave, holder)));
        shownBeside.forEach(known -> waves.add(card(known, holder)));
        countAnew();
    }

    private Component card(WaveReport wave, Holder holder) {
        Facts facts = new Facts().fact(text("report.limit"), words(wave.limit()));
        Div body = new Div(facts);
        body.addClassName("card-body");
        String title = text(wave.wave().report().key());
        Card card = new Card(title, body);
        Standing report = wave.report();
        if (report == null) {
            body.add(new Paragraph(text(wave.frozen() ? "report.nothing" : "report.not-yet")));
            return card.beside(Badge.plain(text(wave.frozen() ? "report.state.NOTHING" : "report.state.NOT_YET")));
        }
        return card(card, body, facts, title, report, holder);
    }

    private Component card(WindowReport known, Holder holder) {
        String title = text(
                "report.supplementary",
                text(known.window().wave().cutOff().key()),
                date(known.window().opensOn()),
                date(known.window().lastDay()));
        Facts facts = new Facts()
                .fact(
                        text("report.supplementary.schools"),
                        known.schoolName() == null ? text("report.supplementary.all") : known.schoolName())
                .fact(text("report.limit"), words(known.limit()));
        Div body = new Div(facts);
        body.addClassName("card-body");
        return card(new Card(title, body), body, facts, title, known.report(), holder);
    }

    private Component card(Card card, Div body, Facts facts, String title, Standing report, Holder holder) {
        facts.fact(
                text(report.state() == ReportState.DONE ? "report.reported" : "report.records"),
                number(report.records()));
        if (report.supplements() + report.retractions() > 0) {
            facts.fact(
                    text("report.after-freeze"),
                    text("report.after-freeze.counts", report.supplements(), report.retractions()));
        }
        if (report.signedAt() != null) {
            facts.fact(text("report.signed-by"), text("report.by-at", report.signedBy(), moment(report.signedAt())));
        }
        switch (report.state()) {
            case WAITING -> signing.draw(body, facts, title, report, year.getValue(), holder);
            case SENDING -> sending(card, body, facts, report);
            case DONE -> {
                facts.fact(text("report.done"), moment(report.doneAt()));
                card.add(new ReceiptsTable(board, report));
            }
        }
        if (report.late()) {
            card.beside(Badge.late(text("report.late")));
        }
        return card.beside(badge(report.state()));
    }

    private void sending(Card card, Div body, Facts facts, Standing report) {
        facts.fact(
                text("report.acknowledged"),
                text("report.of", report.acknowledged(), report.parts().size()));
        if (report.lastError() != null) {
            Paragraph error = new Paragraph(text("report.error", report.lastError()));
            error.getElement().setAttribute("role", "status");
            body.add(error, ReportSigning.primary(text("report.send-again"), () -> sendAgain(report)));
            card.urgent();
        }
        card.add(new ReceiptsTable(board, report));
    }

    private void sendAgain(Standing report) {
        try {
            sendAgain.send(report.reportId());
            Notice.done(text("report.sent-again"));
        } catch (Refused refused) {
            Notice.refused(refused.text(Wording.locale()));
        }
        refresh();
    }

    private static String words(Limit limit) {
        return text(limit.included() ? "report.limit.included" : "report.limit.before", date(limit.day()));
    }

    private static Badge badge(ReportState state) {
        String words = text("report.state." + state);
        return switch (state) {
            case WAITING -> Badge.soon(words);
            case SENDING -> Badge.plain(words);
            case DONE -> Badge.ok(words);
        };
    }
}
