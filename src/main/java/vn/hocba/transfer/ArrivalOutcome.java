package vn.hocba.transfer;

/** What became of a pupil who left the province. */
public enum ArrivalOutcome {
    /** The receiving school has confirmed it. */
    ARRIVED,
    /** At another school than the one that was named. */
    ELSEWHERE,
    /** Goes to no school. */
    LEFT_SCHOOL,
    /** Back at a school here. */
    RETURNED;

    /** Key of {@link vn.hocba.shared.Texts}: as screens call it. */
    public String key() {
        return "transfer.arrival." + name();
    }
}
