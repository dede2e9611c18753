package vn.hocba.assessment;

/** What a form does with a comment that it has: policy data. */
public enum CommentUse {
    /** The record cannot be signed without it. */
    REQUIRED,
    /** It stands there where somebody wrote it. */
    OPTIONAL,
    /** One for all of the class's part: where it is written, none of the others is asked for. */
    INSTEAD
}
