package vn.hocba.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.hocba.desk.admin.OpenSchoolYear;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.Inbox;
import vn.hocba.workflow.Step;

/** Plays the people of a school through the same use cases as their screens: each does what the own inbox holds. */
@Component
public class SchoolPlay {

    private final OpenSchoolYear openSchoolYear;
    private final Inbox inbox;
    private final Hands hands;
    private final PlayedBatches batches;
    private final Session session;

    SchoolPlay(OpenSchoolYear openSchoolYear, Inbox inbox, Hands hands, PlayedBatches batches, Session session) {
        this.openSchoolYear = openSchoolYear;
        this.inbox = inbox;
        this.hands = hands;
        this.batches = batches;
        this.session = session;
    }

    /** Reads something in the name of a person. */
    <T> T as(CurrentUser person, Supplier<T> read) {
        return session.as(person, read);
    }

    /** Opens the school year; the result tells who was left out and why. */
    public Batches.Progress openYear(CurrentUser admin, int schoolYear, Consumer<Batches.Progress> watcher) {
        return session.as(admin, () -> batches.await(() -> openSchoolYear.start(admin.unitId(), schoolYear), watcher));
    }

    /**
     * Lets one person do all the own work at a step.
     *
     * @param classNames only these classes; empty for all
     * @return what could not be done, with the reason
     */
    public List<String> work(
            CurrentUser person, Step step, String pin, List<String> classNames, Consumer<Batches.Progress> watcher) {
        return session.as(person, () -> {
            List<String> problems = new ArrayList<>();
            for (Inbox.Group group : inbox.groups()) {
                if (group.step() == step && (classNames.isEmpty() || classNames.contains(group.className()))) {
                    problems.addAll(hands.work(group, pin, watcher));
                }
            }
            return problems;
        });
    }

    /**
     * Lets one person start a batch, and waits for its end.
     *
     * @return what could not be done, with the reason
     */
    List<String> batch(CurrentUser person, Supplier<String> start) {
        return session.as(person, () -> PlayedBatches.problems(batches.await(start, progress -> {})));
    }
}
