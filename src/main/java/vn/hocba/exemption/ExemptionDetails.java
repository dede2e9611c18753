package vn.hocba.exemption;

/**
 * What is asked for.
 *
 * @param subject its code
 * @param subjectName as the form calls it
 * @param ground code of the policy's ground; null where the exemption is to end
 * @param groundName as the policy names it; null where the exemption is to end
 */
record ExemptionDetails(String subject, String subjectName, String ground, String groundName) {

    boolean ends() {
        return ground == null;
    }
}
