package vn.hocba.school;

import java.util.EnumSet;
import java.util.Set;
import vn.hocba.identity.Role;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.school.workbook.Headers;

/** Which roles a member of staff has by chức vụ and, where that says nothing, by vị trí việc làm. */
public final class StaffRoles {

    private StaffRoles() {}

    /** Empty for people whose work touches no record, such as a guard. */
    public static Set<Role> of(StaffInfo person) {
        return of(person.title(), person.position());
    }

    static Set<Role> of(String title, String position) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        String text = " " + key(title) + " ";
        if (text.contains(" hieu truong ")) {
            roles.add(Role.PRINCIPAL);
        }
        if (text.contains(" van thu ")) {
            roles.add(Role.CLERK);
        }
        if (text.contains(" cong nghe thong tin ") || text.contains(" cntt ") || text.contains(" quan tri ")) {
            roles.add(Role.SCHOOL_ADMIN);
        }
        if (text.contains(" giao vien ") || (" " + key(position) + " ").contains(" giao vien ")) {
            roles.add(Role.TEACHER);
        }
        return roles;
    }

    private static String key(String text) {
        return text == null ? "" : Headers.key(text);
    }
}
