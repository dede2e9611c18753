package vn.hocba.school;

import vn.hocba.shared.Texts;

/** Trạng thái học sinh, by the sector database's list DM_TRANG_THAI_HOC_SINH. */
public enum EnrolmentStatus {
    STUDYING,
    MOVED_AWAY,
    QUIT,
    SUSPENDED,
    DECEASED;

    /** As the sector database writes it, such as «Đang học». */
    public String term() {
        return Texts.vi("school.status." + name());
    }
}
