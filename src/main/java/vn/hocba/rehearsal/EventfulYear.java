package vn.hocba.rehearsal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.hocba.workflow.Step;

/**
 * A year as it really goes: some records are returned once, some pupils move to another school, some records are corrected or taken back; then both cut-offs with
 * the summer assessment between them, and both reports to the ministry. Whom it meets is counted off, so that it is the same every time.
 */
@Component
@ConditionalOnProperty(CompressedClock.PROPERTY)
class EventfulYear implements Course {

    /** One of twenty is returned: 5 %. */
    private static final IntPredicate RETURNED = place -> place % 20 == 0;

    /** Three of a hundred are corrected. */
    private static final IntPredicate CORRECTED = place -> place % 100 == 3 || place % 100 == 36 || place % 100 == 69;

    /** One of fifty moves: 2 %. */
    private static final IntPredicate TRANSFERRED = place -> place % 50 == 10;

    /** One of two hundred is taken back: 0.5 %. */
    private static final IntPredicate RETRACTED = place -> place % 200 == 15;

    /** One of two hundred is taken back, made anew and handed in again: 0.5 %. */
    private static final IntPredicate MADE_ANEW = place -> place % 200 == 25;

    private final PlayedRecords played;
    private final MovingPupils moving;
    private final ChangedRecords changed;
    private final EndOfYear end;
    private final Cast cast;
    private List<String> records = List.of();

    EventfulYear(PlayedRecords played, MovingPupils moving, ChangedRecords changed, EndOfYear end, Cast cast) {
        this.played = played;
        this.moving = moving;
        this.changed = changed;
        this.end = end;
        this.cast = cast;
    }

    @Override
    public void begin(Scene scene) {
        records = played.of(scene.school().id(), scene.schoolYear());
    }

    @Override
    public void before(Step step, Scene scene) {
        if (step == Step.HOMEROOM) {
            moving.move(scene, () -> met(scene, TRANSFERRED));
        }
        if (step == Step.PRINCIPAL) {
            changed.giveBack(scene, met(scene, RETURNED));
        }
    }

    @Override
    public Map<String, Integer> end(Scene scene) {
        cast.awaitReceipts();
        changed.correct(scene, met(scene, CORRECTED));
        changed.makeAnew(scene, met(scene, MADE_ANEW));
        changed.takeBack(scene, met(scene, RETRACTED));
        end.comes(scene);
        Map<String, Integer> states = new TreeMap<>();
        records.forEach(record -> states.merge(played.finalState(record), 1, Integer::sum));
        return states;
    }

    /** The records that an event meets; not those whose pupil has moved, nor, once that is known, those who have the summer before them. */
    private Set<String> met(Scene scene, IntPredicate event) {
        Set<String> met = new LinkedHashSet<>();
        IntStream.range(0, records.size()).filter(event).mapToObj(records::get).forEach(met::add);
        met.retainAll(played.withoutSummer(scene.school().id()));
        return met;
    }
}
