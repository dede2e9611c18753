package vn.hocba.ui;

import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.number;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * How far a batch is, and at its end the truth per record. Reads again and again from where the batch keeps its progress, so that a reload, another tab or
 * another node shows the same. «Xong» is said only when nothing failed.
 */
public class BatchProgress extends Div {

    private static final long serialVersionUID = 1L;

    private static final int EVERY_MILLIS = 400;

    /** Where a batch stands. */
    public enum State {
        RUNNING,
        /** A person has to confirm elsewhere before it goes on. */
        WAITING,
        /** Every record was tried. */
        FINISHED,
        /** Stopped before the end, for example by a wrong PIN. */
        STOPPED
    }

    /**
     * A record for which it did not work.
     *
     * @param label whose it is
     * @param reason in words for the person
     */
    public record Failure(String label, String reason) {}

    /**
     * What a person has to confirm elsewhere.
     *
     * @param words what to do
     * @param link where; null where there is no address
     * @param challenge that is shown there too; null for none
     * @param until it is waited for
     */
    public record Waiting(String words, String link, String challenge, Instant until) {}

    /**
     * What is known now.
     *
     * @param skipped records that needed nothing
     * @param message what to say beside the numbers, such as why it was stopped; may be null
     * @param waiting null unless it is WAITING
     */
    public record Progress(
            int total,
            int done,
            int skipped,
            int failed,
            State state,
            String message,
            Waiting waiting,
            List<Failure> failures) {

        public Progress {
            failures = List.copyOf(failures);
        }

        /** Of what needs nobody's confirmation. */
        public Progress(
                int total, int done, int skipped, int failed, State state, String message, List<Failure> failures) {
            this(total, done, skipped, failed, state, message, null, failures);
        }

        private boolean isOver() {
            return state == State.FINISHED || state == State.STOPPED;
        }
    }

    private final transient Supplier<Progress> source;
    private final transient Runnable whenOver;
    private final ProgressBar bar = new ProgressBar();
    private final Span count = new Span();
    private final Div result = new Div();
    private transient Progress shown;
    private final Polling polling = new Polling(EVERY_MILLIS, this::refresh);

    /**
     * @param source asked on attach and then every 400 ms, in the name of the current user
     * @param whenOver called once, when the batch has come to an end before the eyes of the person; may reload lists
     */
    public BatchProgress(Supplier<Progress> source, Runnable whenOver) {
        this.source = source;
        this.whenOver = whenOver;
        addClassName("batch");
        count.addClassName("batch-count");
        result.addClassName("batch-result");
        result.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", text("ui.batch.label"));
        add(bar, count, result);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Progress now = source.get();
        show(now);
        if (!now.isOver()) {
            add(polling);
        }
    }

    private void refresh() {
        Progress now = source.get();
        // What stays is left alone: a link that a person is about to follow, a sentence that is being read out.
        if (!now.equals(shown)) {
            show(now);
        }
        if (now.isOver()) {
            remove(polling);
            whenOver.run();
        }
    }

    private void show(Progress now) {
        shown = now;
        int tried = now.done() + now.skipped() + now.failed();
        bar.setMax(Math.max(now.total(), 1));
        bar.setValue(Math.min(tried, Math.max(now.total(), 1)));
        count.setText(text("ui.batch.count", number(tried), number(now.total())));
        result.removeAll();
        if (now.isOver()) {
            result.add(new Paragraph(verdict(now)));
        }
        if (now.waiting() != null) {
            result.add(waiting(now.waiting()));
        }
        if (now.message() != null) {
            result.add(new Paragraph(now.message()));
        }
        if (!now.failures().isEmpty()) {
            UnorderedList list = new UnorderedList();
            now.failures()
                    .forEach(failure ->
                            list.add(new ListItem(text("ui.batch.failure", failure.label(), failure.reason()))));
            result.add(list);
        }
        setClassName("batch-asks", now.state() == State.WAITING);
        setClassName("batch-bad", now.failed() > 0 || now.state() == State.STOPPED);
    }

    private static Div waiting(Waiting waiting) {
        Div panel = new Div(new Paragraph(waiting.words()));
        panel.addClassName("batch-waiting");
        if (waiting.challenge() != null) {
            Span challenge = new Span(waiting.challenge());
            challenge.addClassName("batch-challenge");
            panel.add(new Div(new Span(text("ui.batch.waiting.challenge")), challenge));
        }
        if (waiting.link() != null) {
            Anchor link = new Anchor(waiting.link(), text("ui.batch.waiting.link"));
            link.setTarget("_blank");
            link.getElement().setAttribute("rel", "noopener noreferrer");
            panel.add(new Div(link));
        }
        Paragraph until = new Paragraph(text("ui.batch.waiting.until", moment(waiting.until())));
        until.addClassName("small-print");
        panel.add(until);
        return panel;
    }

    private static String verdict(Progress now) {
        int left = Math.max(0, now.total() - now.done() - now.skipped() - now.failed());
        if (now.state() == State.STOPPED) {
            return text("ui.batch.stopped", number(now.done()), number(now.failed() + left));
        }
        if (now.failed() > 0) {
            return text("ui.batch.partly", number(now.done()), number(now.failed()));
        }
        return now.skipped() > 0
                ? text("ui.batch.all-done-some-skipped", number(now.done()), number(now.skipped()))
                : text("ui.batch.all-done", number(now.done()));
    }
}
