package vn.hocba.identity;

import vn.hocba.shared.Texts;

/** As what somebody acts for a unit who {@linkplain Role#leads leads} it (NĐ 30/2020 Điều 13). */
public enum Capacity {
    /** Hiệu trưởng; giám đốc Sở. */
    HEAD,
    /** Quyền hiệu trưởng, quyền giám đốc: signs «Q. HIỆU TRƯỞNG». */
    ACTING,
    /** Phó hiệu trưởng, phó giám đốc, to whom the head has given what to do: signs «KT. HIỆU TRƯỞNG». */
    DEPUTY;

    /** As what the person stands beside a signature for a school, in Vietnamese. */
    public String title() {
        return titleOf(Role.PRINCIPAL);
    }

    /**
     * The same for any unit.
     *
     * @param role by which the person {@linkplain Role#leads leads}
     */
    public String titleOf(Role role) {
        return Texts.vi("identity.capacity." + (role == Role.PRINCIPAL ? "" : role + ".") + this);
    }
}
