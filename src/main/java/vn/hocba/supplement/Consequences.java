package vn.hocba.supplement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Outcome.Basis;
import vn.hocba.assessment.Regulation;
import vn.hocba.document.RecordFields;
import vn.hocba.document.Supplement;
import vn.hocba.document.Supplement.Change;
import vn.hocba.document.Supplement.Consequence;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.Regulations;
import vn.hocba.shared.Texts;

/** What follows from a change after the freeze, by the regulation of the record's year: result, completion, promotion, reward. */
@Component
class Consequences {

    private final Regulations regulations;

    Consequences(Regulations regulations) {
        this.regulations = regulations;
    }

    /**
     * The other fields that change with one.
     *
     * @param version that is frozen
     * @param holding what stands beside it already, oldest first
     * @return empty where nothing follows, or nothing can be judged
     * @throws vn.hocba.shared.Refused when the change is about a result and does not say one that may stand there
     */
    List<Consequence> of(RecordSnapshot version, List<Supplement> holding, Change change) {
        Regulation regulation = regulations.of(version);
        Contents before = version.contents();
        for (Supplement earlier : holding) {
            before = with(regulation, version, before, earlier.change());
        }
        Contents after = with(regulation, version, before, change);
        Outcome was = regulation.outcome(before);
        Outcome now = regulation.outcome(after);
        if (after.equals(before) || was.basis() != Basis.COMPLETE || now.basis() != Basis.COMPLETE) {
            return List.of();
        }
        return between(new Known(regulation, version, holding), was, now);
    }

    /** What is known before the change. */
    private record Known(Regulation regulation, RecordSnapshot version, List<Supplement> holding) {

        /** What the latest supplement says about a field, be it what it is about or what followed. */
        Optional<String> said(String field) {
            return holding.stream()
                    .flatMap(one -> Stream.concat(
                            Stream.of(one.change())
                                    .filter(change -> change.field().equals(field))
                                    .map(Change::right),
                            one.consequences().stream()
                                    .filter(follows -> follows.field().equals(field))
                                    .map(Consequence::right)))
                    .reduce((first, second) -> second);
        }
    }

    private static List<Consequence> between(Known known, Outcome was, Outcome now) {
        List<Consequence> follows = new ArrayList<>();
        Regulation regulation = known.regulation();
        add(follows, RecordFields.RESULT_FIELD, regulation.term(was.result()), regulation.term(now.result()));
        add(
                follows,
                RecordFields.COMPLETED_FIELD,
                RecordFields.completed(was.completed()),
                RecordFields.completed(now.completed()));
        RecordSnapshot version = known.version();
        if (was.completed() != now.completed()
                && version.grade() < version.level().lastGrade()) {
            Boolean decided = version.conclusion().promoted();
            add(
                    follows,
                    RecordFields.PROMOTED_FIELD,
                    known.said(RecordFields.PROMOTED_FIELD)
                            .orElse(decided == null ? null : RecordFields.promoted(decided)),
                    now.completed() ? RecordFields.promoted(true) : Texts.vi("supplement.promotion-to-decide"));
        }
        if (was.reward().equals(now.reward()) && was.completed() == now.completed()) {
            return follows;
        }
        String reward = known.said(RecordFields.REWARD_FIELD)
                .orElse(blankToNull(version.conclusion().reward()));
        add(follows, RecordFields.REWARD_FIELD, reward, reward(was, now, reward));
        return follows;
    }

    /** What the result proposes; what was voted stays for who has completed the year. */
    private static String reward(Outcome was, Outcome now, String reward) {
        if (blankToNull(now.reward()) != null) {
            return now.reward();
        }
        return blankToNull(was.reward()) == null && now.completed() ? reward : null;
    }

    private static void add(List<Consequence> follows, String field, String former, String right) {
        String none = Texts.vi("supplement.no-more");
        if (!Objects.requireNonNullElse(former, none).equals(Objects.requireNonNullElse(right, none))) {
            follows.add(new Consequence(
                    field, Texts.vi("packet.field." + field), former, Objects.requireNonNullElse(right, none)));
        }
    }

    private static Contents with(Regulation regulation, RecordSnapshot version, Contents contents, Change change) {
        Map<String, Map<String, String>> parts = new LinkedHashMap<>(contents.parts());
        version.parts().stream()
                .filter(part -> part.isSubject()
                        ? part.id().equals(change.field())
                        : change.field().startsWith(RecordFields.CLASS_FIELD))
                .forEach(part -> {
                    Map<String, String> cells = new LinkedHashMap<>(parts.getOrDefault(part.code(), Map.of()));
                    ResultWords words = new ResultWords(
                            regulation, contents.grade(), regulation.demandPart(contents.grade(), part.code()));
                    cells.putAll(
                            part.isSubject()
                                    ? words.ofPart(change.right())
                                    : words.ofCell(
                                            change.field().substring(RecordFields.CLASS_FIELD.length()),
                                            change.right()));
                    parts.put(part.code(), cells);
                });
        return new Contents(contents.grade(), parts);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
