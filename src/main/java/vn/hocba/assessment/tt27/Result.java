package vn.hocba.assessment.tt27;

import vn.hocba.shared.Texts;

/** Đánh giá kết quả giáo dục, best first (TT 27/2020 Điều 9). Which one applies, the decision table says. */
enum Result {
    EXCELLENT,
    GOOD,
    COMPLETED,
    NOT_COMPLETED;

    /** As the regulation writes it, such as «Hoàn thành xuất sắc». */
    String term() {
        return Texts.vi("assessment.result." + name());
    }

    boolean isBetterThan(Result other) {
        return compareTo(other) < 0;
    }
}
