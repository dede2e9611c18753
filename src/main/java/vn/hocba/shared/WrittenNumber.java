package vn.hocba.shared;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people and spreadsheets write them: «9», «9,0», «9.0», «９» are one number. */
public final class WrittenNumber {

    /** No column is so wide that it shows less. */
    private static final BigDecimal NOISE = new BigDecimal("1E-9");

    /** Digits that a spreadsheet shows; what lies behind them is noise of its binary fractions. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:[.,]\\d{1,30})?");

    private WrittenNumber() {}

    /** Without trailing zeros; empty when the text, cleaned, is no number. */
    public static Optional<BigDecimal> of(String text) {
        String plain = Normalizer.normalize(VietnameseText.clean(text), Normalizer.Form.NFKC);
        return NUMBER.matcher(plain).matches()
                ? Optional.of(withoutNoise(new BigDecimal(plain.replace(',', '.'))))
                : Optional.empty();
    }

    /** A whole number from min to max, both included; empty when the text, cleaned, is none. */
    public static Optional<Integer> whole(String text, int min, int max) {
        return of(text).filter(number -> number.scale() <= 0
                        && number.compareTo(BigDecimal.valueOf(min)) >= 0
                        && number.compareTo(BigDecimal.valueOf(max)) <= 0)
                .map(BigDecimal::intValueExact);
    }

    /** A number from min to max, both included, with so many digits behind the comma at most; empty when the text, cleaned, is none. */
    public static Optional<BigDecimal> decimal(String text, int min, int max, int decimals) {
        return of(text).filter(number -> number.scale() <= decimals
                && number.compareTo(BigDecimal.valueOf(min)) >= 0
                && number.compareTo(BigDecimal.valueOf(max)) <= 0);
    }

    /** As Vietnamese write it: «23,5». */
    public static String words(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    /** As a spreadsheet shows it: 7.9999999999999991, the noise of 8.7 − 0.7, is 8. */
    public static BigDecimal withoutNoise(BigDecimal number) {
        BigDecimal whole = number.setScale(0, RoundingMode.HALF_UP);
        boolean nearly = number.subtract(whole).abs().compareTo(NOISE) < 0;
        return (nearly ? whole : number.round(SHOWN)).stripTrailingZeros();
    }
}
