package vn.hocba.desk.teacher.ui;

import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.Line;
import vn.hocba.workflow.Inbox;
import vn.hocba.workflow.Step;

/**
 * What waits for the current user on a sheet.
 *
 * @param cameBack what was sent back, each with its reason
 * @param due the earliest day until which anything there is due; empty where nothing waits
 */
record SheetWork(List<Inbox.Returned> cameBack, Optional<Instant> due) {

    static final SheetWork NONE = new SheetWork(List.of(), Optional.empty());

    /** @param part a subject's code; null where the step has one part */
    static SheetWork of(Inbox inbox, Step step, List<ClassInfo> classes, String part) {
        Set<String> ids = classes.stream().map(ClassInfo::id).collect(Collectors.toSet());
        return new SheetWork(
                inbox.returned().stream()
                        .filter(one -> one.step() == step
                                && ids.contains(one.classId())
                                && (part == null || one.part().equals(part)))
                        .toList(),
                inbox.groups().stream()
                        .filter(group -> group.step() == step
                                && ids.contains(group.classId())
                                && (part == null || group.part().equals(part)))
                        .map(Inbox.Group::due)
                        .min(Instant::compareTo));
    }

    /**
     * What came back, each with its reason; nothing where nothing did.
     *
     * @param wayTo its row
     */
    Optional<Component> card(Function<Inbox.Returned, Button> wayTo) {
        if (cameBack.isEmpty()) {
            return Optional.empty();
        }
        Card card = new Card(text("screens.returned.title"))
                .urgent()
                .beside(Badge.returned(Integer.toString(cameBack.size())));
        card.addClassName("sheet-list");
        for (Inbox.Returned one : cameBack) {
            card.add(new Line(one.pupilName())
                    .text(one.reason())
                    .note(text("screens.returned.by", one.by(), moment(one.at())))
                    .actions(wayTo.apply(one)));
        }
        return Optional.of(card);
    }
}
