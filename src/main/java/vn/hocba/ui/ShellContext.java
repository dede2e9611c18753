package vn.hocba.ui;

import java.util.Optional;
import vn.hocba.identity.CurrentUser;
import vn.hocba.shared.SchoolYear;

/** What the shell shows but does not know. The module that knows units and assignments gives one bean of it. */
public interface ShellContext {

    /** The name of a person's unit: «Trường TH Hòa Bình». */
    String unitName(CurrentUser user);

    /** The school year that the person's unit works in. */
    Optional<SchoolYear> schoolYear(CurrentUser user);

    /** What the person does there, for the list of demo people: «Chủ nhiệm 4A, dạy Toán 4A, 4B». */
    default String duties(CurrentUser user) {
        return user.title();
    }
}
