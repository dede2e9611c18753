package vn.hocba.identity;

import vn.hocba.shared.Texts;

/** As what somebody acts for a school who has the role {@link Role#PRINCIPAL} (NĐ 30/2020 Điều 13). */
public enum Capacity {
    /** Hiệu trưởng. */
    HEAD,
    /** Quyền hiệu trưởng: signs «Q. HIỆU TRƯỞNG». */
    ACTING,
    /** Phó hiệu trưởng, to whom the head has given what to do: signs «KT. HIỆU TRƯỞNG». */
    DEPUTY;

    /** As what the person stands beside a signature, in Vietnamese. */
    public String title() {
        return Texts.vi("identity.capacity." + this);
    }
}
