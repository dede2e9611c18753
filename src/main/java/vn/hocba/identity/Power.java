package vn.hocba.identity;

import java.util.List;
import java.util.stream.Stream;
import vn.hocba.shared.Texts;

/** What a head can give a deputy to do (NĐ 30/2020 Điều 13): a closed list, each for a kind of rights. */
public enum Power {
    /** Ký học bạ; the only one that can be limited to grades or classes. */
    SIGN_RECORDS,
    /** Duyệt đề nghị, chuyển trường among them. */
    DECIDE_REQUESTS,
    /** Chuyên môn: who teaches and leads which class. */
    ASSIGN_DUTIES,
    /** Quản lý học sinh: classes, leaving, return. */
    MANAGE_PUPILS,
    /** Stays with the head. */
    GIVE_ROLES;

    /** Those that can be given. */
    public static List<Power> delegable() {
        return Stream.of(values()).filter(power -> power != GIVE_ROLES).toList();
    }

    /** In Vietnamese. */
    public String words() {
        return Texts.vi("identity.power." + this);
    }
}
