package vn.hocba.petition;

/** What a parent asks for. */
public enum About {
    /** That something in the record be changed; whether it is, the usual ways decide (correction before the freeze, supplement after it). */
    CHANGE,
    /** A copy of the record that the school certifies (NĐ 23/2015). */
    COPY,
    OTHER
}
