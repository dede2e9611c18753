package vn.hocba.record;

import org.springframework.stereotype.Component;
import vn.hocba.audit.AuditLog;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;

/** Keeps the reward of a record with its result: a wrong title is refused where it is typed, and taken back where the result changes below it. */
@Component
class RewardKeeping {

    private final OverallAssessment assessment;
    private final AuditLog audit;

    RewardKeeping(OverallAssessment assessment, AuditLog audit) {
        this.assessment = assessment;
        this.audit = audit;
    }

    /**
     * Sets down what was typed.
     *
     * @return as it now stands in the cell
     * @throws Refused when the result does not carry the title
     */
    String enter(YearRecord record, String typed) {
        Reward reward = Reward.typed(typed);
        demandCarried(
                reward, reward.words() == null ? null : assessment.of(record).result());
        record.setReward(reward);
        return reward.cell();
    }

    /** After something else of the record changed. */
    void follow(YearRecord record) {
        Reward before = record.rewardAsItStands();
        if (before.words() == null) {
            return;
        }
        Reward now = before.following(assessment.of(record).result());
        if (!now.equals(before)) {
            record.setReward(now);
            audit.append(record.id(), "reward.taken-back", now.takenBack());
        }
    }

    /** Why a title that was refused does not fit this result; that it would fit by now, where the result changed since. */
    static String reasonAgainst(String typed, OverallAssessment.Assessment assessed) {
        try {
            demandCarried(Reward.typed(typed), assessed.result());
            return Texts.vi("record.entry.reward-title-now");
        } catch (Refused refused) {
            return refused.getMessage();
        }
    }

    /** @throws Refused when the result is known and does not carry a title in it, with what to do instead */
    private static void demandCarried(Reward reward, OverallResult result) {
        reward.unsupportedBy(result).ifPresent(title -> {
            throw Refused.invalid(
                    "record.entry.reward-title", title.term(), title.result().term(), result.term());
        });
    }
}
