package vn.hocba.record;

import java.util.Optional;

/** What somebody has been asked to decide about a record before its homeroom teacher signs it; each kind is contributed by the module that knows it. */
public interface Undecided {

    /** In Vietnamese, as one of the things that are missing; empty where nothing of the kind is open. */
    Optional<String> about(YearRecord record);
}
