package vn.hocba.shared;

import java.util.List;

/** Counts that are compared with the rows that they count, at night. */
public interface CheckedCounts {

    /** What is compared. */
    List<CountCheck> checks();
}
