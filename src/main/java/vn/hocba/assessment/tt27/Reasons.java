package vn.hocba.assessment.tt27;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import vn.hocba.assessment.tt27.Items.SubjectItem;
import vn.hocba.assessment.tt27.Items.TraitItem;
import vn.hocba.shared.Texts;

/** The items that keep a pupil from the next better result, each with what it would have to be. */
final class Reasons {

    private final Judgement judgement;

    Reasons(Judgement judgement) {
        this.judgement = judgement;
    }

    private record Item(Supplier<String> reason, Result alone) {}

    /** Empty for the best result. */
    List<String> of(Result result, Items items) {
        if (result == Result.values()[0]) {
            return List.of();
        }
        List<Item> found = new ArrayList<>();
        for (SubjectItem subject : items.counted()) {
            String name = subject.part().name();
            String level = leastLevel(Scale.SUBJECT_LEVELS, result, judgement::ofLevelAlone);
            found.add(new Item(
                    () -> Texts.vi("assessment.reason.level", name, subject.level(), level),
                    judgement.ofLevelAlone(subject.level())));
            if (subject.mark() != null) {
                found.add(new Item(
                        () -> Texts.vi("assessment.reason.mark", name, subject.mark(), leastMark(result)),
                        judgement.ofMarkAlone(subject.mark())));
            }
        }
        for (TraitItem trait : items.traits()) {
            String level = leastLevel(Scale.TRAIT_LEVELS, result, judgement::ofTraitAlone);
            found.add(new Item(
                    () -> Texts.vi("assessment.reason.trait", trait.name(), trait.level(), level),
                    judgement.ofTraitAlone(trait.level())));
        }
        return found.stream()
                .filter(item -> item.alone() == result)
                .map(item -> item.reason().get())
                .toList();
    }

    private int leastMark(Result result) {
        return IntStream.rangeClosed(0, Scale.BEST_MARK)
                .filter(mark -> judgement.ofMarkAlone(mark).isBetterThan(result))
                .findFirst()
                .orElse(Scale.BEST_MARK);
    }

    private static String leastLevel(List<String> bestFirst, Result result, Function<String, Result> alone) {
        String least = bestFirst.get(0);
        for (String level : bestFirst) {
            if (alone.apply(level).isBetterThan(result)) {
                least = level;
            }
        }
        return least;
    }
}
