package vn.hocba.ui;

import java.util.Optional;

/** Where people of a unit that is not there any more go. */
public interface FormerUnits {

    /** What somebody of such a unit is told who wants to sign in; empty where there is no such unit, or it is there. */
    Optional<String> wordsFor(String unitId);
}
