package vn.hocba.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A ministry that takes parts in once per hash, and that tests can make unreachable. */
class UnreliableMinistry implements MinistryGateway {

    enum Mood {
        ANSWERS,
        CANNOT_BE_REACHED,
        ANSWERS_BUT_THE_ANSWER_IS_LOST,
        ACKNOWLEDGES_SOMETHING_ELSE
    }

    private final Clock clock;

    Mood mood;
    /** After so many parts it cannot be reached. */
    int patience;

    final Map<String, Parcel> taken = new LinkedHashMap<>();
    final List<String> asked = new ArrayList<>();

    UnreliableMinistry(Clock clock) {
        this.clock = clock;
        reset();
    }

    void reset() {
        mood = Mood.ANSWERS;
        patience = Integer.MAX_VALUE;
        taken.clear();
        asked.clear();
    }

    @Override
    public Receipt send(Parcel parcel) {
        asked.add(parcel.name());
        if (mood == Mood.CANNOT_BE_REACHED || patience-- <= 0) {
            throw new IllegalStateException("connection refused");
        }
        taken.putIfAbsent(parcel.hash(), parcel);
        return switch (mood) {
            case ANSWERS_BUT_THE_ANSWER_IS_LOST -> throw new IllegalStateException("connection reset");
            case ACKNOWLEDGES_SOMETHING_ELSE -> new Receipt("BO-1", clock.instant(), "0".repeat(64));
            default ->
                new Receipt("BO-" + List.copyOf(taken.keySet()).indexOf(parcel.hash()), clock.instant(), parcel.hash());
        };
    }
}
