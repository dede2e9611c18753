package vn.hocba.record;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Transient;
import java.util.Map;
import java.util.Objects;
import vn.hocba.assessment.Reward;

/** The reward of a record as it is stored: what people decided, and what was taken back since somebody last signed. */
@Embeddable
class KeptReward {

    private String reward;
    private boolean rewardDeclined;
    private String rewardTakenBack;

    /** What its cell said when it was last read from the table or written to it; empty for nothing. */
    @Transient
    private String stored = "";

    Reward now() {
        return new Reward(reward, rewardDeclined, rewardTakenBack);
    }

    void become(Reward other) {
        reward = other.words();
        rewardDeclined = other.declined();
        rewardTakenBack = other.takenBack();
    }

    /** Whoever signs has read that something was taken back. */
    void wasRead() {
        rewardTakenBack = null;
    }

    void rememberStored() {
        stored = Objects.requireNonNullElse(now().cell(), "");
    }

    /** What the table says, as the cell of the class's part. */
    Map<String, String> stored() {
        return cell(stored);
    }

    /** The same as it is now. */
    Map<String, String> cells() {
        return cell(Objects.requireNonNullElse(now().cell(), ""));
    }

    private static Map<String, String> cell(String said) {
        return said.isEmpty() ? Map.of() : Map.of(YearRecord.REWARD, said);
    }
}
