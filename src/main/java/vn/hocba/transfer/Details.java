package vn.hocba.transfer;

/** Names of what a transfer keeps beside its request. */
final class Details {

    /** {@link Way}. */
    static final String WAY = "way";
    /** Id of the school that hands over; absent where it is not in this database. */
    static final String FROM = "from";
    /** Id of the school that receives; absent where it is not in this database. */
    static final String TO = "to";
    /** School and Sở at the other side, in words, where they are not in this database. */
    static final String SCHOOL = "school";

    static final String PROVINCE = "province";
    /** Id of the class that the receiving principal chose. */
    static final String CLASS = "class";
    /** The day on which the right moves, chosen at the release; ISO. */
    static final String DAY = "day";
    /** The day on which the move was last tried in vain; ISO. */
    static final String TRIED = "tried";
    /** Of the receipt. */
    static final String NUMBER = "number";

    static final String RECEIVED = "received";
    /** Who signed a hand-over that came from outside. */
    static final String SIGNER = "signer";

    static final String GRADE = "grade";

    private Details() {}

    /** Which of the three ways a transfer goes. */
    enum Way {
        /** Between two schools of the same Sở. */
        WITHIN,
        /** To a school of another Sở. */
        OUT,
        /** From a school of another Sở. */
        IN
    }
}
