package vn.hocba.assessment.tt27;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.hocba.assessment.Rank;

/** Symbols and limits (TT 27/2020 Điều 6, 7; domain §4.1, §4.2). */
final class Scale {

    /** Hoàn thành tốt, Hoàn thành, Chưa hoàn thành: best first. */
    static final List<String> SUBJECT_LEVELS = List.of("T", "H", "C");

    /** Tốt, Đạt, Cần cố gắng: best first. */
    static final List<String> TRAIT_LEVELS = List.of("T", "Đ", "C");

    /** Miễn. */
    static final String EXEMPT = "M";

    /** How people write {@link #EXEMPT} as well. */
    static final String EXEMPT_WORD = "MIỄN";

    /** An optional subject that the pupil does not take: the record says nothing of it. */
    static final String NOT_TAKEN = "K";

    /** How people write {@link #NOT_TAKEN} as well. */
    static final Set<String> NOT_TAKEN_WORDS = Set.of("KHÔNG HỌC", "-", "–");

    static final int BEST_MARK = 10;
    static final int MOST_DAYS = 366;
    static final int TALLEST_CM = 250;
    static final int HEAVIEST_KG = 200;
    static final int COMMENT_LENGTH = 1000;
    static final int REWARD_LENGTH = 300;

    private Scale() {}

    static Optional<Rank> rank(List<String> bestFirst, String symbol) {
        if (symbol.equals(EXEMPT) || symbol.equals(NOT_TAKEN)) {
            return Optional.of(Rank.LEFT_OUT);
        }
        int place = bestFirst.indexOf(symbol);
        if (place < 0) {
            return Optional.empty();
        }
        return Optional.of(place == 0 ? Rank.BEST : place == bestFirst.size() - 1 ? Rank.WORST : Rank.MIDDLE);
    }
}
