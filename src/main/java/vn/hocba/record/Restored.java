package vn.hocba.record;

import java.util.Optional;
import java.util.Set;
import vn.hocba.assessment.AssessedBy;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;

/** A record that says again what one of its versions said. */
record Restored(YearRecord record, Regulation regulation) {

    void to(RecordSnapshot version) {
        record.beginVersion(version.versionNo());
        version.contents().parts().forEach((code, cells) -> {
            RecordPart part = record.part(code);
            part.replace(Individually.typed(cells));
            if (part.kind() == Part.Kind.SUBJECT) {
                part.finish(Set.of());
            }
        });
        record.setReward(RewardKeeping.asSigned(regulation, version));
        Optional<Individually> individually = Individually.in(version);
        record.assess(
                individually.map(Individually::by).orElse(AssessedBy.REGULATION),
                individually.map(Individually::ground).orElse(record.assessedGround()));
        record.decidePromotion(decided(version.conclusion(), individually.isPresent()));
    }

    /** What the principal decided: by a plan always something, elsewhere only where the programme was not completed. */
    private static Boolean decided(RecordSnapshot.Conclusion conclusion, boolean byPlan) {
        if (byPlan) {
            return conclusion.completed();
        }
        return conclusion.completed() ? null : conclusion.promoted();
    }
}
