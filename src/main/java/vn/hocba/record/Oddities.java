package vn.hocba.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Outcome.Basis;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Rank;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.Reward;
import vn.hocba.assessment.Title;
import vn.hocba.assessment.Titles;
import vn.hocba.shared.Texts;

/**
 * What is out of the ordinary in a record, for those who type, those who sign and those who approve alike. Facts in, findings out; how symbols rank and what
 * hardly goes together, the regulation says.
 */
public final class Oddities {

    private final int manyAbsences;

    /** @param manyAbsences days from which absences are worth a look */
    public Oddities(int manyAbsences) {
        this.manyAbsences = manyAbsences;
    }

    /**
     * What is known of a record.
     *
     * @param outcome of the contents
     * @param absences days, excused and unexcused together
     * @param returned empty when it never came back
     */
    public record Facts(
            Regulation regulation,
            Contents contents,
            Outcome outcome,
            Reward reward,
            int absences,
            Optional<Oddity.ReturnedBefore> returned,
            boolean hasPersonalId) {

        /** The result in words; null where there is none. */
        private String result() {
            return outcome.result() == null ? null : regulation.term(outcome.result());
        }
    }

    /** A cell that ranks what stands in it. */
    private record Ranked(Part part, Cell cell, Rank rank) {}

    /** All of it, gravest first. */
    public List<Oddity> of(Facts facts) {
        List<Oddity> found = new ArrayList<>();
        ofResult(facts, found);
        found.addAll(contradictions(facts.regulation(), facts.contents()));
        ofReward(facts, found);
        facts.returned().ifPresent(found::add);
        if (facts.absences() >= manyAbsences) {
            found.add(new Oddity.ManyAbsences(facts.absences()));
        }
        if (!facts.hasPersonalId()) {
            found.add(new Oddity.NoPersonalId());
        }
        found.sort(Comparator.comparingInt(Oddity::rank));
        return List.copyOf(found);
    }

    /** Days of absence in the homeroom teacher's part, excused and unexcused together; 0 where it has no such cells. */
    public static int absences(Contents contents) {
        return Stream.of("excused", "unexcused")
                .flatMap(cell -> contents.value(Part.CLASS, cell).stream())
                .mapToInt(Integer::parseInt)
                .sum();
    }

    /** What was entered and hardly goes together. */
    public static List<Oddity> contradictions(Regulation regulation, Contents contents) {
        return regulation.contradictions(contents).stream()
                .<Oddity>map(it -> new Oddity.LevelAgainstMark(
                        regulation.demandPart(contents.grade(), it.part()).name(), it.level(), it.mark()))
                .toList();
    }

    private static void ofReward(Facts facts, List<Oddity> found) {
        Reward reward = facts.reward();
        Titles titles = facts.regulation().titles();
        String code = facts.outcome().result();
        Optional<String> proposal = reward.openProposal(facts.outcome().reward());
        proposal.ifPresent(words -> found.add(new Oddity.RewardProposed(words)));
        Optional<Title> against = titles.unsupported(reward, code);
        against.ifPresent(title -> found.add(new Oddity.TitleAgainstResult(
                reward.words(), title.term(), facts.regulation().term(title.result()), facts.result())));
        if (reward.takenBack() != null && code != null && proposal.isEmpty()) {
            found.add(new Oddity.RewardTakenBack(reward.takenBack(), facts.result()));
        }
        Optional<Title> like = against.isPresent() ? Optional.empty() : titles.soundsLike(reward, code);
        like.ifPresent(title -> found.add(new Oddity.WordsLikeTitle(
                reward.words(), title.term(), facts.regulation().term(title.result()), facts.result())));
        boolean middling = code != null && titles.choices(code).isEmpty();
        if (reward.words() != null && against.isEmpty() && like.isEmpty() && middling) {
            found.add(new Oddity.RewardWithoutResult(reward.words(), facts.result()));
        }
        if (against.isEmpty()) {
            titles.all().stream()
                    .filter(title -> title.needsMore() && title.term().equals(reward.words()))
                    .forEach(title -> found.add(new Oddity.TitleWithConditions(title.term())));
        }
    }

    private static void ofResult(Facts facts, List<Oddity> found) {
        Outcome outcome = facts.outcome();
        if (outcome.basis() == Basis.NOTHING_ASSESSED) {
            found.add(new Oddity.NothingAssessed());
        }
        if (outcome.basis() == Basis.BY_PLAN) {
            found.add(new Oddity.AssessedOtherwise(
                    Texts.vi("record.assessed-by." + facts.contents().assessedBy())));
        }
        if (outcome.result() == null) {
            return;
        }
        List<Ranked> ranked = ranked(facts);
        mostlyExempt(facts, ranked).ifPresent(found::add);
        if (!outcome.completed()) {
            found.add(new Oddity.NotCompleted(facts.result(), outcome.reasons()));
            return;
        }
        lowest(ranked).ifPresent(found::add);
        boolean middling = facts.regulation().titles().choices(outcome.result()).isEmpty();
        boolean allBest = ranked.stream()
                .filter(it -> it.part().kind() == Part.Kind.SUBJECT)
                .allMatch(it -> it.rank() == Rank.BEST || it.rank() == Rank.LEFT_OUT);
        if (middling && allBest) {
            found.add(new Oddity.ResultBelowLevels(facts.result(), outcome.reasons()));
        }
    }

    private static List<Ranked> ranked(Facts facts) {
        List<Ranked> ranked = new ArrayList<>();
        Contents contents = facts.contents();
        for (Map.Entry<String, Map<String, String>> entry : contents.parts().entrySet()) {
            Part part = facts.regulation().demandPart(contents.grade(), entry.getKey());
            for (Cell cell : part.cells()) {
                String symbol = entry.getValue().get(cell.code());
                if (symbol != null) {
                    facts.regulation()
                            .rank(part, cell, symbol)
                            .ifPresent(rank -> ranked.add(new Ranked(part, cell, rank)));
                }
            }
        }
        return ranked;
    }

    private static Optional<Oddity> lowest(List<Ranked> ranked) {
        List<String> names = new ArrayList<>();
        Set<String> ofClass = new LinkedHashSet<>();
        for (Ranked it : ranked) {
            if (it.rank() != Rank.WORST) {
                continue;
            }
            if (it.part().kind() == Part.Kind.CLASS) {
                names.add("«" + it.cell().name() + "»");
                ofClass.add(it.cell().code());
            } else {
                names.add(it.part().name());
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(new Oddity.LowestLevel(names, ofClass));
    }

    private static Optional<Oddity> mostlyExempt(Facts facts, List<Ranked> ranked) {
        int exempt = (int) ranked.stream()
                .filter(it -> it.rank() == Rank.LEFT_OUT)
                .map(Ranked::part)
                .distinct()
                .count();
        int subjects = (int) facts.contents().parts().keySet().stream()
                .filter(part -> !part.equals(Part.CLASS))
                .count();
        return exempt * 2 > subjects
                ? Optional.of(new Oddity.MostlyExempt(exempt, subjects, facts.result()))
                : Optional.empty();
    }
}
