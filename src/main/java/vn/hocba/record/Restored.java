package vn.hocba.record;

import java.util.Optional;
import java.util.Set;
import vn.hocba.assessment.AssessedBy;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;

/** A record that says again what one of its versions said. */
final class Restored {

    private Restored() {}

    static void into(YearRecord record, RecordSnapshot version, Regulation regulation) {
        record.beginVersion(version.versionNo());
        version.contents().parts().forEach((code, cells) -> {
            RecordPart part = record.part(code);
            part.replace(Individually.typed(cells));
            if (part.kind() == Part.Kind.SUBJECT) {
                part.finish(Set.of());
            }
        });
        RecordSnapshot.Conclusion conclusion = version.conclusion();
        record.setReward(RewardKeeping.asSigned(regulation, version));
        Optional<Individually> individually = Individually.in(version);
        record.assess(
                individually.map(Individually::by).orElse(AssessedBy.REGULATION),
                individually.map(Individually::ground).orElse(record.assessedGround()));
        record.decidePromotion(
                individually.isPresent()
                        ? Boolean.valueOf(conclusion.completed())
                        : conclusion.completed() ? null : conclusion.promoted());
    }
}
