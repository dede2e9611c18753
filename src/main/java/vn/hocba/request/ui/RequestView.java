package vn.hocba.request.ui;

import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.number;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import vn.hocba.request.Evidence;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestBoard;
import vn.hocba.request.RequestBoard.Decided;
import vn.hocba.request.RequestBoard.FileInfo;
import vn.hocba.request.RequestBoard.Page;
import vn.hocba.request.RequestState;
import vn.hocba.ui.Badge;
import vn.hocba.ui.BatchProgress;
import vn.hocba.ui.Card;
import vn.hocba.ui.Facts;
import vn.hocba.ui.Line;
import vn.hocba.ui.MainLayout;
import vn.hocba.ui.Screen;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.ui.FollowedBatch;

/** One request: what is asked for and why, what was decided so far, and what the person may do now. */
@Route(value = "yeu-cau", layout = MainLayout.class)
@PermitAll
public class RequestView extends Screen implements HasUrlParameter<String> {

    private static final long serialVersionUID = 1L;

    private final transient RequestBoard board;
    private final transient Batches batches;
    private final transient Clock clock;

    RequestView(RequestBoard board, Batches batches, Clock clock) {
        super("request.title");
        this.board = board;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public void setParameter(BeforeEvent event, String requestId) {
        show(requestId);
    }

    private void show(String requestId) {
        removeAll();
        Page page = board.page(requestId);
        Request request = page.request();
        title(text("request.title.of", RequestWords.kind(request.kind()), request.pupilName()));
        RouterLink back = new RouterLink(text("request.back"), RequestsView.class);
        add(
                back,
                Card.padded(RequestWords.kind(request.kind()), facts(page))
                        .beside(RequestWords.badges(request.dueAt(), clock.instant(), badge(request))));
        Batches.Progress signature = page.signature();
        boolean asked = signature != null && signature.isUnderWay();
        if (asked || signature != null && request.state() == RequestState.OPEN && !signature.isComplete()) {
            add(Card.padded(
                    text("request.signature"),
                    new BatchProgress(() -> followed(signature.batchId()), () -> signed(requestId))));
        }
        List<Offer> offers = page.offers().stream()
                .filter(offer -> !asked || offer.kind() != Offer.Kind.SIGNING)
                .toList();
        if (!offers.isEmpty()) {
            add(new Card(text("request.what-now"), new OfferPanel(board, offers, requestId, id -> {
                countAnew();
                show(requestId);
            })));
        } else if (!asked && request.state() == RequestState.OPEN) {
            add(new Paragraph(text("request.not-your-turn")));
        }
        if (!page.files().isEmpty()) {
            Card files = new Card(text("request.files"));
            page.files().forEach(file -> files.add(line(file)));
            add(files);
        }
        if (!page.decisions().isEmpty()) {
            Card decisions = new Card(text("request.decisions"));
            page.decisions().forEach(decided -> decisions.add(line(request, decided)));
            add(decisions);
        }
    }

    /** The confirmation that was waited for has come, or will not. */
    private void signed(String requestId) {
        countAnew();
        show(requestId);
    }

    private BatchProgress.Progress followed(String batchId) {
        return FollowedBatch.of(batches.progress(batchId), document -> text("request.signature"));
    }

    private static Component facts(Page page) {
        Request request = page.request();
        Facts facts = new Facts()
                .fact(text("request.fact.pupil"), pupil(page))
                .fact(text("request.fact.school"), page.schoolName());
        page.facts().forEach(facts::fact);
        facts.fact(text("request.fact.reason"), request.reason())
                .fact(
                        text("request.fact.asked"),
                        text("request.by-at", request.askedByName(), moment(request.askedAt())));
        if (request.dueAt() != null) {
            facts.fact(text("request.fact.due"), moment(request.dueAt()));
        }
        if (request.endedAt() != null) {
            facts.fact(text("request.fact.ended"), moment(request.endedAt()));
        }
        if (request.outcome() != null) {
            facts.fact(text("request.fact.outcome"), request.outcome());
        }
        return facts;
    }

    private static Component pupil(Page page) {
        Request request = page.request();
        String words = text("request.about", request.pupilName(), request.className());
        return page.opensRecord() ? new Anchor("hoc-ba/" + request.yearRecordId(), words) : new Span(words);
    }

    private static Badge badge(Request request) {
        String words = RequestWords.place(request.kind(), request.state(), request.step());
        return request.state() == RequestState.DONE ? Badge.ok(words) : Badge.plain(words);
    }

    private Line line(FileInfo file) {
        Anchor download = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    Evidence evidence = board.file(file.id());
                    return new DownloadResponse(
                            new ByteArrayInputStream(evidence.content()),
                            evidence.name(),
                            "application/octet-stream",
                            evidence.content().length);
                }),
                text("request.download"));
        download.addClassName("button-link");
        download.getElement().setAttribute("aria-label", text("request.download-file", file.name()));
        Line line = new Line(file.name());
        line.note(text("request.file", number(Math.max(1, file.size() / 1024)), file.by(), moment(file.at())));
        line.actions(download);
        return line;
    }

    private static Line line(Request request, Decided decided) {
        String kind = request.kind().toLowerCase(Locale.ROOT);
        String what = decided.decision().equals("CANCELLED")
                ? text("request.decision.CANCELLED")
                : text(kind + ".decision." + decided.decision());
        Line line = new Line(what);
        if (decided.reason() != null) {
            line.text(decided.reason());
        }
        return line.note(
                decided.by().isEmpty()
                        ? moment(decided.at())
                        : text("request.by-at", decided.by(), moment(decided.at())));
    }
}
