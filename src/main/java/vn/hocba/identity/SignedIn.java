package vn.hocba.identity;

import java.time.Instant;

/** A principal of the security context behind which an account of ours stands, however the person signed in. */
interface SignedIn {

    /** As it was when the person signed in, or when its rights last changed. */
    CurrentUser user();

    /** When the person signed in. */
    Instant since();
}
