package vn.hocba.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.hocba.shared.Delivery;
import vn.hocba.shared.Unreachable;

/** A ministry that takes parts in once per hash, and that tests can make unreachable. */
class UnreliableMinistry implements MinistryGateway {

    enum Mood {
        ANSWERS,
        CANNOT_BE_REACHED,
        BREAKS,
        TURNS_DOWN,
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
    public Delivery<MinistryReceipt> send(Parcel parcel) {
        asked.add(parcel.name());
        if (mood == Mood.CANNOT_BE_REACHED || patience-- <= 0) {
            throw new Unreachable("report.http.no-connection", "connection refused");
        }
        if (mood == Mood.BREAKS) {
            throw new IllegalStateException("no heap space for this part");
        }
        if (mood == Mood.TURNS_DOWN) {
            return new Delivery.TurnedDown<>("Sai mẫu báo cáo.");
        }
        taken.putIfAbsent(parcel.hash(), parcel);
        return new Delivery.Answered<>(
                switch (mood) {
                    case ANSWERS_BUT_THE_ANSWER_IS_LOST ->
                        throw new Unreachable("report.http.no-connection", "connection reset");
                    case ACKNOWLEDGES_SOMETHING_ELSE -> new MinistryReceipt("BO-1", clock.instant(), "0".repeat(64));
                    default ->
                        new MinistryReceipt(
                                "BO-" + List.copyOf(taken.keySet()).indexOf(parcel.hash()),
                                clock.instant(),
                                parcel.hash());
                });
    }
}
