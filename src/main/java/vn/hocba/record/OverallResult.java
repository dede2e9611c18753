package vn.hocba.record;

import vn.hocba.shared.Texts;

/** Đánh giá kết quả giáo dục of primary level, best first (TT 27/2020 Điều 9). Which one applies, the decision table says. */
public enum OverallResult {
    EXCELLENT,
    GOOD,
    COMPLETED,
    NOT_COMPLETED;

    /** As the regulation writes it, such as «Hoàn thành xuất sắc». */
    public String term() {
        return Texts.vi("assessment.result." + name());
    }
}
