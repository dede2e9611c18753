package vn.hocba.ui;

import java.util.List;

/** Whom to begin with on the sign-in page of the demo, and in which order. */
public interface DemoTour {

    /**
     * One person.
     *
     * @param username to sign in with
     * @param name of the person; empty where it is an office
     * @param who «Giáo viên chủ nhiệm»
     * @param what this person finds and can do, in one short line
     */
    record Stop(String username, String name, String who, String what) {}

    /** The people in the order in which a record meets them; asked each time the page is opened. */
    List<Stop> stops();
}
