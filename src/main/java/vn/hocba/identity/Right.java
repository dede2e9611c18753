package vn.hocba.identity;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.hocba.shared.Refused;

/**
 * What somebody may do: the one question «may this person do this here». In which roles, where, in what relation and state, {@code identity/rights.csv} says, and
 * what is not there is not allowed. Relation and state are asked where it is done. {@code docs/who-may-do-what.md} is made of that file.
 */
public enum Right {
    ENTER_MARKS,
    KEEP_COMMENTS,
    FINISH_ROWS,
    SEE_SUMMARY,
    SEE_EVERY_SUMMARY,
    SIGN_HOMEROOM,
    SIGN_FOR_SCHOOL,
    SEAL,
    RETURN_RECORDS,
    SUBMIT,
    SEE_SUBMISSIONS,
    SEE_INCIDENTS,
    SEE_INBOX,
    SEE_CLASSES,
    OPEN_YEAR,
    SEE_READINESS,
    ISSUE_CERTIFICATES,
    ISSUE_PROVINCE_CERTIFICATES,
    ISSUE_OWN_CERTIFICATE,
    CONFIRM_CERTIFICATES,
    USE_SCHOOL_KEY,
    USE_PROVINCE_KEY,
    DECLARE_TAX_CODE,
    CORRECT_ADDRESS,
    IMPORT,
    GIVE_ACCOUNTS,
    SEE_PEOPLE,
    CHANGE_DUTIES,
    GIVE_ROLES,
    KEEP_PROVINCE_PEOPLE,
    FIND_PUPILS,
    FIND_EVERY_PUPIL,
    READ_RECORDS,
    CHECK_FILES,
    READ_ALL_OF_RECORDS,
    READ_WHOLE_RECORDS,
    READ_OWN_PUPILS,
    READ_PERSONS,
    READ_HANDED_IN,
    FOLLOW_LIST,
    SEE_FOLLOWING,
    MOVE_PUPILS,
    SET_ARRIVAL,
    KEEP_REGISTER,
    SET_GRADE,
    READ_REQUESTS,
    READ_REQUESTS_OF_SCHOOL,
    READ_REQUESTS_OF_PROVINCE,
    TAKE_BACK_REQUESTS,
    CALL_OFF_REQUESTS,
    END_OVERDUE_REQUESTS,
    SEE_OVERDUE_BELOW,
    ASK_CORRECTION,
    ASK_EVERY_CORRECTION,
    ASK_OWN_CORRECTION,
    DECIDE_CORRECTION,
    ASK_RETRACTION,
    DECIDE_RETRACTION,
    PROPOSE_RETRACTION,
    ORDER_RETRACTION,
    REFUSE_RETRACTION,
    ASK_SUPPLEMENT,
    ENDORSE_SUPPLEMENT,
    EXAMINE_SUPPLEMENT,
    DECIDE_SUPPLEMENT,
    SIGN_SUPPLEMENT,
    SEAL_SUPPLEMENT,
    SIGN_SUPPLEMENT_FOR_PROVINCE,
    SEAL_SUPPLEMENT_FOR_PROVINCE,
    REFUSE_SUPPLEMENT,
    CALL_OFF_SUPPLEMENT,
    ASK_PROMOTION,
    DECIDE_PROMOTION,
    ASK_INCLUSION,
    ASK_EVERY_INCLUSION,
    ASK_OWN_INCLUSION,
    DECIDE_INCLUSION,
    ASK_EXEMPTION,
    ASK_EVERY_EXEMPTION,
    DECIDE_EXEMPTION,
    ANSWER_PETITION,
    REMARK_ON_PETITION,
    ASK_TRANSFER,
    CLAIM_TRANSFER,
    DECIDE_TRANSFER,
    ASK_RELOCATION,
    SIGN_RESULTS,
    SEAL_HAND_OVER,
    CONFIRM_TRANSFER,
    SEE_TRANSFERS_BELOW,
    CLOSE_ARRIVALS,
    SEE_PROGRESS,
    SEE_PROGRESS_OF_SCHOOLS,
    HANDLE_SYSTEM_INCIDENTS,
    CHANGE_UNITS,
    SET_CALENDAR,
    SEE_CALENDAR_HISTORY,
    GIVE_EXTRA_WINDOWS,
    SEE_CUT_OFFS,
    FREEZE_AGAIN,
    SEE_INTAKE,
    SET_POLICIES,
    SEE_REPORTS,
    APPROVE_REPORTS,
    SEND_REPORTS,
    SEE_RECEIPTS,
    APPROVE_RECEIPTS,
    SIGN_RECEIPTS;

    /** How far a right reaches. */
    enum Where {
        /** The own school. */
        SCHOOL("own school"),
        /** The own Sở. */
        PROVINCE("own Sở"),
        /** The own unit and those below. */
        BELOW("own unit and those below"),
        /** Whatever is the person's by another right. */
        OWN("what is theirs");

        private final String words;

        Where(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * A line of the file.
     *
     * @param power without which a deputy does not have it; null: none is needed
     */
    record Line(Right right, String what, List<Role> roles, Power power, Where where, String relation, String state) {}

    private static final class Lines {

        private static final Map<Right, Line> ALL = new EnumMap<>(RightsFile.read());
    }

    /** What the file says of it. */
    Line line() {
        return Lines.ALL.get(this);
    }

    /** Whether a person has it somewhere. */
    public boolean isOf(CurrentUser who) {
        return line().roles().stream().anyMatch(role -> who.worksAs(role, line().power()));
    }

    /** Whether a person has it somewhere, for the records of a class. */
    public boolean isOf(CurrentUser who, int grade, String className) {
        return line().roles().stream().anyMatch(role -> who.worksAs(role, line().power(), grade, className));
    }

    /** Whether a deputy lacks it because it was not given, and would have it otherwise. */
    public boolean isWithheld(CurrentUser who) {
        return !isOf(who) && line().roles().stream().anyMatch(who::is);
    }

    /** What somebody is told who has it not. */
    public Refused refusal(CurrentUser who) {
        return isWithheld(who)
                ? Refused.notAllowed("identity.not-delegated", line().power().words())
                : Refused.notAllowed("identity.role-missing");
    }

    /** Whether a person has it at this unit, which is the own one or one for which that acts. */
    public boolean isOf(CurrentUser who, String unitId) {
        return who.actsFor(unitId) && isOf(who);
    }

    /**
     * Whether a person has it at a unit below the own one, or at this.
     *
     * @param unitPath of the unit asked about
     * @throws IllegalArgumentException for a right that holds at the own unit alone
     */
    public boolean reaches(CurrentUser who, String unitPath) {
        if (line().where() != Where.BELOW) {
            throw new IllegalArgumentException(this + " holds at one's own unit");
        }
        return unitPath.startsWith(who.unitPath()) && isOf(who);
    }
}
