package vn.hocba.school;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.hocba.identity.Capacity;
import vn.hocba.identity.Role;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.school.workbook.Headers;

/** Which roles a chức vụ proposes to give to a member of staff. It gives none: a person with the right confirms ({@link GrantRoles}). */
final class StaffRoles {

    private static final List<String> HEAD = List.of("hieu truong");
    private static final List<String> ACTING = List.of("q hieu truong", "quyen hieu truong");
    private static final List<String> DEPUTY = List.of("pho hieu truong", "p hieu truong");

    private StaffRoles() {}

    /** Empty for people whose title says nothing, such as a guard, and for those who help a head, such as «Trợ lý Hiệu trưởng». */
    static Set<Role> proposed(String title) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (capacity(title).isPresent()) {
            roles.add(Role.PRINCIPAL);
        }
        String text = " " + key(title) + " ";
        if (text.contains(" van thu ")) {
            roles.add(Role.CLERK);
        }
        if (text.contains(" cong nghe thong tin ")
                || text.contains(" cntt ")
                || text.replace(" hoi dong quan tri ", " ").contains(" quan tri ")) {
            roles.add(Role.SCHOOL_ADMIN);
        }
        return roles;
    }

    /** As what somebody would act for the school by the title; empty for who would not. */
    static Optional<Capacity> capacity(String title) {
        List<String> offices = offices(title);
        if (begins(offices, DEPUTY)) {
            return Optional.of(Capacity.DEPUTY);
        }
        if (begins(offices, ACTING)) {
            return Optional.of(Capacity.ACTING);
        }
        return begins(offices, HEAD) ? Optional.of(Capacity.HEAD) : Optional.empty();
    }

    /** Whether somebody is a teacher by title or position, with or without a duty. */
    static boolean isTeacher(StaffInfo person) {
        return isTeacher(person.title(), person.position());
    }

    static boolean isTeacher(String title, String position) {
        return (" " + key(title) + " ").contains(" giao vien ") || (" " + key(position) + " ").contains(" giao vien ");
    }

    /** The offices of one person, «Bí thư chi bộ, Hiệu trưởng»: one that names another's office («Thư ký Hiệu trưởng») does not begin with it. */
    private static List<String> offices(String title) {
        return title == null
                ? List.of()
                : Arrays.stream(title.split("[,;/–+&-]|\\s(?:kiêm|và)\\s"))
                        .map(StaffRoles::key)
                        .toList();
    }

    private static boolean begins(List<String> offices, List<String> words) {
        return offices.stream().anyMatch(office -> words.stream()
                .anyMatch(word -> office.equals(word) || office.startsWith(word + " ")));
    }

    private static String key(String text) {
        return text == null ? "" : Headers.key(text).strip();
    }
}
