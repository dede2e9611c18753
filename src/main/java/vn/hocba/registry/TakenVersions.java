package vn.hocba.registry;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.registry.InTime.Place;
import vn.hocba.registry.RegisteredCounts.Kind;

/** Takes versions into the province's data: a new one in the place of the one before it. */
@Component
class TakenVersions {

    private final RegisteredRecordRepository registered;
    private final SignatoryDirectory signers;
    private final RegisteredCounts counts;
    private final Clock clock;

    TakenVersions(
            RegisteredRecordRepository registered, SignatoryDirectory signers, RegisteredCounts counts, Clock clock) {
        this.registered = registered;
        this.signers = signers;
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * Takes one in.
     *
     * @param place where it is frozen
     * @return by how much the counts of versions change, for {@link #count}
     */
    Map<Kind, Integer> take(RecordSnapshot content, byte[] packet, String hash, Signatories signatories, Place place) {
        Map<Kind, Integer> changes = new HashMap<>();
        registered.findByYearRecordId(content.yearRecordId()).stream()
                .filter(version -> version.state.mayBecome(RegisteredState.REPLACED))
                .forEach(version -> {
                    changes.merge(Kind.of(version), -1, Integer::sum);
                    version.become(RegisteredState.REPLACED);
                });
        RegisteredRecord taken = registered.save(
                new RegisteredRecord(content, packet, hash, signers.write(signatories), place, clock.instant()));
        changes.merge(Kind.of(taken), 1, Integer::sum);
        return changes;
    }

    /** Says so to those who count, last of all. */
    void count(Map<Kind, Integer> changes) {
        counts.change(changes);
    }
}
