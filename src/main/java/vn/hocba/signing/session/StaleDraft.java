package vn.hocba.signing.session;

import vn.hocba.shared.Refused;

/** What was confirmed is not what would be signed now: the draft is passed over, nothing is stored. */
public class StaleDraft extends Refused {

    private static final long serialVersionUID = 1L;

    /** Says why in the words of what stands in the way now. */
    public StaleDraft(Refused now) {
        super(Kind.NOT_NOW, "signing.draft-stale", now.getMessage());
    }
}
