package vn.hocba.record;

import org.springframework.stereotype.Component;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.Reward;
import vn.hocba.audit.AuditLog;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;

/** Keeps the reward of a record with its result: a wrong title is refused where it is typed, and taken back where the result changes below it. */
@Component
class RewardKeeping {

    private final Regulations regulations;
    private final AuditLog audit;

    RewardKeeping(Regulations regulations, AuditLog audit) {
        this.regulations = regulations;
        this.audit = audit;
    }

    /**
     * Sets down what was typed.
     *
     * @return as it now stands in the cell; null for nothing
     * @throws Refused when the result does not carry the title
     */
    String enter(YearRecord record, String typed) {
        Regulation regulation = regulations.of(record);
        Reward reward = regulation.titles().typed(typed);
        if (reward.words() != null) {
            demandCarried(regulation, reward, regulation.outcome(record.contents()));
        }
        record.setReward(reward);
        return reward.cell();
    }

    /** After something else of the record changed. */
    void follow(YearRecord record) {
        Reward before = record.rewardAsItStands();
        if (before.words() == null) {
            return;
        }
        Regulation regulation = regulations.of(record);
        Reward now = regulation
                .titles()
                .following(before, regulation.outcome(record.contents()).result());
        if (!now.equals(before)) {
            record.setReward(now);
            audit.append(record.id(), "reward.taken-back", now.takenBack());
        }
    }

    /** The reward of a signed version: where its result proposed one and it has none, a person declined; elsewhere nobody was asked. */
    static Reward asSigned(Regulation regulation, RecordSnapshot version) {
        Reward said = Reward.of(version.conclusion().reward());
        boolean asked = !regulation.outcome(version.contents()).reward().isEmpty();
        return said.declined() && !asked ? Reward.OPEN : said;
    }

    /** Why a title that was refused does not fit this result; that it would fit by now, where the result changed since. */
    static String reasonAgainst(Regulation regulation, String typed, Outcome outcome) {
        try {
            demandCarried(regulation, regulation.titles().typed(typed), outcome);
            return Texts.vi("record.entry.reward-title-now");
        } catch (Refused refused) {
            return refused.getMessage();
        }
    }

    /** @throws Refused when the result is known, or known not to come, and does not carry a title in it, with what to do instead */
    private static void demandCarried(Regulation regulation, Reward reward, Outcome outcome) {
        String result = outcome.result();
        if (outcome.basis() == Outcome.Basis.BY_PLAN) {
            regulation.titles().withoutResult(reward).ifPresent(title -> {
                throw Refused.invalid("record.entry.reward-no-result", title.term());
            });
        }
        regulation.titles().unsupported(reward, result).ifPresent(title -> {
            throw Refused.invalid(
                    "record.entry.reward-title",
                    title.term(),
                    regulation.term(title.result()),
                    regulation.term(result));
        });
    }
}
