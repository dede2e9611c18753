package vn.hocba.assessment;

/**
 * A decision table as it stood in one version; written «overallResultTt27:1».
 *
 * @param decision id of the decision
 * @param version its version tag
 */
public record DecisionTable(String decision, String version) {

    /**
     * Reads it as it is written, see {@link Outcome#decidedBy}.
     *
     * @throws IllegalArgumentException when it is not written so
     */
    public static DecisionTable of(String written) {
        int colon = written.lastIndexOf(':');
        if (colon < 1 || colon == written.length() - 1) {
            throw new IllegalArgumentException("no decision table with its version: " + written);
        }
        return new DecisionTable(written.substring(0, colon), written.substring(colon + 1));
    }

    @Override
    public String toString() {
        return decision + ":" + version;
    }
}
