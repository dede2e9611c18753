package vn.hocba.report.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.number;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import vn.hocba.calendar.Limit;
import vn.hocba.report.ProvinceCertificate;
import vn.hocba.report.ProvinceCertificate.Holder;
import vn.hocba.report.ReportBoard;
import vn.hocba.report.ReportBoard.PartLine;
import vn.hocba.report.ReportBoard.Standing;
import vn.hocba.report.ReportBoard.WaveReport;
import vn.hocba.report.ReportState;
import vn.hocba.report.SendAgain;
import vn.hocba.report.SignReport;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolYear;
import vn.hocba.signing.ui.AskedElsewhere;
import vn.hocba.signing.ui.SigningDialog;
import vn.hocba.ui.Badge;
import vn.hocba.ui.BatchProgress;
import vn.hocba.ui.Card;
import vn.hocba.ui.DataTable;
import vn.hocba.ui.EmptyState;
import vn.hocba.ui.Facts;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.NewPinDialog;
import vn.hocba.ui.Notice;
import vn.hocba.ui.Polling;
import vn.hocba.ui.ReasonDialog;
import vn.hocba.ui.Screen;
import vn.hocba.ui.Wording;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;

/** The reports to the ministry of a year: until when, how many records, the signature of the Sở, the way there and the receipts. */
@Route(value = "so/bao-cao", layout = MainLayout.class)
@RolesAllowed("PROVINCE")
class ReportView extends Screen {

    private static final long serialVersionUID = 1L;

    private static final int EVERY_MILLIS = 2000;
    private static final int SHOWN_DIGITS = 12;

    private final transient ReportBoard board;
    private final transient SignReport signReport;
    private final transient SendAgain sendAgain;
    private final transient ProvinceCertificate certificate;
    private final transient Batches batches;
    private final Select<Integer> year = new Select<>();
    private final Div waves = new Div();
    private transient List<WaveReport> shown = List.of();

    ReportView(
            ReportBoard board,
            SignReport signReport,
            SendAgain sendAgain,
            ProvinceCertificate certificate,
            Batches batches) {
        super("report.title");
        this.board = board;
        this.signReport = signReport;
        this.sendAgain = sendAgain;
        this.certificate = certificate;
        this.batches = batches;
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
        if (!board.waves(year.getValue()).equals(shown)) {
            refresh();
        }
    }

    private void refresh() {
        shown = board.waves(year.getValue());
        Holder holder = certificate.get();
        waves.removeAll();
        shown.forEach(wave -> waves.add(card(wave, holder)));
        countAnew();
    }

    private Component card(WaveReport wave, Holder holder) {
        Facts facts = new Facts().fact(text("report.limit"), words(wave.limit()));
        Div body = new Div(facts);
        body.addClassName("card-body");
        Card card = new Card(text(wave.wave().report().key()), body);
        Standing report = wave.report();
        if (report == null) {
            body.add(new Paragraph(text(wave.frozen() ? "report.nothing" : "report.not-yet")));
            return card.beside(Badge.plain(text(wave.frozen() ? "report.state.NOTHING" : "report.state.NOT_YET")));
        }
        facts.fact(
                text(report.state() == ReportState.DONE ? "report.reported" : "report.records"),
                number(report.records()));
        if (report.signedAt() != null) {
            facts.fact(text("report.signed-by"), text("report.by-at", report.signedBy(), moment(report.signedAt())));
        }
        switch (report.state()) {
            case WAITING -> waiting(body, facts, wave, holder);
            case SENDING -> sending(card, body, facts, report);
            case DONE -> {
                facts.fact(text("report.done"), moment(report.doneAt()));
                card.add(receipts(report));
            }
        }
        if (report.late()) {
            card.beside(Badge.late(text("report.late")));
        }
        return card.beside(badge(report.state()));
    }

    private void waiting(Div body, Facts facts, WaveReport wave, Holder holder) {
        Standing report = wave.report();
        facts.fact(text("report.certificate"), certificateState(holder));
        if (!report.parts().isEmpty()) {
            facts.fact(
                    text("report.signed"),
                    text("report.of", report.signed(), report.parts().size()));
        }
        Optional<Batches.Progress> batch = ownBatch(report);
        batch.filter(own -> !own.isComplete())
                .ifPresent(own ->
                        body.add(new BatchProgress(() -> known(batches.progress(own.batchId())), this::refresh)));
        if (batch.filter(ReportView::goesOn).isPresent()) {
            return;
        }
        switch (holder.state()) {
            case VALID -> {
                Div actions = new Div(
                        primary(
                                text(report.parts().isEmpty() ? "report.sign" : "report.sign.rest"),
                                () -> askToSign(wave, holder)),
                        new Button(text("report.certificate.revoke"), click -> askToRevoke(holder)));
                actions.addClassName("report-actions");
                body.add(actions);
            }
            case NO_TAX_CODE -> body.add(new Paragraph(text("report.certificate.no-tax-code.next")));
            case MISSING, REVOKED, EXPIRED ->
                body.add(primary(text("report.certificate.issue"), () -> askToIssue(holder)));
        }
    }

    private void sending(Card card, Div body, Facts facts, Standing report) {
        facts.fact(
                text("report.acknowledged"),
                text("report.of", report.acknowledged(), report.parts().size()));
        if (report.lastError() != null) {
            Paragraph error = new Paragraph(text("report.error", report.lastError()));
            error.getElement().setAttribute("role", "status");
            body.add(error, primary(text("report.send-again"), () -> sendAgain(report)));
            card.urgent();
        }
        card.add(receipts(report));
    }

    private Component receipts(Standing report) {
        DataTable<PartLine> table = new DataTable<PartLine>(text("report.parts"))
                .column(
                        text("report.part"),
                        part -> new Span(text(
                                "report.part-of", part.partNo(), report.parts().size())))
                .number(text("report.records"), PartLine::records)
                .column(text("report.hash"), ReportView::hash)
                .words(text("report.receipt"), PartLine::receiptNo)
                .column(
                        text("report.receipt-at"),
                        part -> new Span(part.receiptAt() == null ? "–" : moment(part.receiptAt())));
        table.setRows(report.parts());
        Div all = new Div(table);
        if (report.acknowledged() > 0) {
            Div link = new Div(new Anchor(download(report.reportId()), text("report.download")));
            link.addClassName("card-body");
            all.add(link);
        }
        return all;
    }

    /** Read when it is opened, with the rights of who opens it. */
    private DownloadHandler download(String reportId) {
        return DownloadHandler.fromInputStream(event -> {
            byte[] bytes = board.receipts(reportId);
            return new DownloadResponse(new ByteArrayInputStream(bytes), "bien-nhan-bo.csv", "text/csv", bytes.length);
        });
    }

    private static Component hash(PartLine part) {
        Span hash = new Span(part.hash().substring(0, SHOWN_DIGITS) + "…");
        hash.addClassName("office-code");
        hash.setTitle(part.hash());
        return hash;
    }

    private void askToSign(WaveReport wave, Holder holder) {
        SigningDialog.open(
                signReport.asks(),
                wave.report().records(),
                text("report.sign.what", text(wave.wave().report().key()), new SchoolYear(year.getValue())),
                holder.owner(),
                entered -> {
                    signReport.sign(wave.report().reportId(), entered);
                    refresh();
                });
    }

    private void askToIssue(Holder holder) {
        new NewPinDialog(
                        text("report.certificate.issue.for", holder.owner()),
                        text("report.certificate.issue.note"),
                        text("report.certificate.issue"),
                        pin -> {
                            certificate.issue(pin);
                            Notice.done(text("report.certificate.issued", holder.owner()));
                            refresh();
                        })
                .open();
    }

    private void askToRevoke(Holder holder) {
        new ReasonDialog(
                        text("report.certificate.revoke.for", holder.owner()),
                        text("report.certificate.revoke.note"),
                        ProvinceCertificate.SHORTEST_REASON,
                        text("report.certificate.revoke"),
                        reason -> {
                            certificate.revoke(reason);
                            Notice.done(text("report.certificate.revoked-now", holder.owner()));
                            refresh();
                        })
                .open();
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

    /** The batch that signs, where the person at the screen started it. */
    private Optional<Batches.Progress> ownBatch(Standing report) {
        return batches.latest().stream()
                .filter(batch -> batch.batchId().equals(report.batchId()))
                .findFirst();
    }

    /** Whether nobody has to enter anything here. */
    private static boolean goesOn(Batches.Progress batch) {
        return batch.state() == BatchState.RUNNING
                || batch.state() == BatchState.INTERRUPTED
                        && AskedElsewhere.interrupted(batch.missing()) != BatchProgress.State.STOPPED;
    }

    private static BatchProgress.Progress known(Batches.Progress batch) {
        return new BatchProgress.Progress(
                batch.total(),
                batch.done(),
                batch.skipped(),
                batch.failed() + batch.stale(),
                switch (batch.state()) {
                    case RUNNING -> BatchProgress.State.RUNNING;
                    case INTERRUPTED -> AskedElsewhere.interrupted(batch.missing());
                    case FINISHED -> BatchProgress.State.FINISHED;
                    case STOPPED -> BatchProgress.State.STOPPED;
                },
                batch.message(),
                AskedElsewhere.of(batch.missing()),
                batch.remarks().stream()
                        .filter(Batches.Remark::failed)
                        .map(remark -> new BatchProgress.Failure(text("report.part"), remark.reason()))
                        .toList());
    }

    private static Component certificateState(Holder holder) {
        return switch (holder.state()) {
            case VALID -> Badge.ok(text("report.certificate.valid", moment(holder.notAfter())));
            case EXPIRED -> Badge.late(text("report.certificate.expired"));
            case REVOKED -> Badge.late(text("report.certificate.revoked"));
            case MISSING -> Badge.soon(text("report.certificate.missing"));
            case NO_TAX_CODE -> Badge.late(text("report.certificate.no-tax-code"));
        };
    }

    private static Button primary(String words, Runnable action) {
        Button button = new Button(words, click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
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
