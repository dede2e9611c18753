package vn.hocba.desk;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.hocba.record.Oddity;
import vn.hocba.shared.Texts;

/** Says in a sentence what is out of the ordinary, the same to whoever types, signs or approves. */
@Component
public class OddityWords {

    /** More than these nobody reads in a list; the record's page has them all. */
    private static final int MOST_REASONS = 4;

    /** The sentence, in the language of the screen. */
    public String of(Oddity oddity, Locale locale) {
        return Texts.of(locale, "office.oddity." + oddity.getClass().getSimpleName(), args(oddity));
    }

    private Object[] args(Oddity oddity) {
        if (oddity instanceof Oddity.NotCompleted it) {
            return new Object[] {shortened(it.reasons())};
        }
        if (oddity instanceof Oddity.AssessedOtherwise it) {
            return new Object[] {it.words()};
        }
        if (oddity instanceof Oddity.LowestLevel it) {
            return new Object[] {String.join(", ", it.names())};
        }
        if (oddity instanceof Oddity.ResultBelowLevels it) {
            return new Object[] {it.result(), shortened(it.reasons())};
        }
        if (oddity instanceof Oddity.LevelAgainstMark it) {
            return new Object[] {it.subject(), it.level(), it.mark()};
        }
        if (oddity instanceof Oddity.TitleAgainstResult it) {
            return new Object[] {it.title(), it.carriedBy(), it.result()};
        }
        if (oddity instanceof Oddity.WordsLikeTitle it) {
            return new Object[] {it.reward(), it.title(), it.carriedBy(), it.result()};
        }
        if (oddity instanceof Oddity.MostlyExempt it) {
            return new Object[] {it.exempt(), it.subjects(), it.result()};
        }
        if (oddity instanceof Oddity.RewardWithoutResult it) {
            return new Object[] {it.reward(), it.result()};
        }
        if (oddity instanceof Oddity.RewardProposed it) {
            return new Object[] {it.proposal()};
        }
        if (oddity instanceof Oddity.RewardTakenBack it) {
            return new Object[] {it.reward(), it.result()};
        }
        if (oddity instanceof Oddity.TitleWithConditions it) {
            return new Object[] {it.title()};
        }
        if (oddity instanceof Oddity.ReturnedBefore it) {
            return new Object[] {it.times(), it.reason(), it.by()};
        }
        return oddity instanceof Oddity.ManyAbsences it ? new Object[] {it.days()} : new Object[0];
    }

    /** The first few of many reasons. */
    public static String shortened(List<String> reasons) {
        String first = String.join("; ", reasons.subList(0, Math.min(MOST_REASONS, reasons.size())));
        return reasons.size() <= MOST_REASONS
                ? first
                : Texts.vi("office.reasons.more", first, reasons.size() - MOST_REASONS);
    }
}
