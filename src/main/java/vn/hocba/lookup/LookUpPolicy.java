package vn.hocba.lookup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often a look-up may go wrong.
 *
 * @param wrongTries of one address within the window
 * @param wrongTriesPerCode of one code, whoever asks, within its own window: many addresses may not share the guessing of a birth date
 */
@ConfigurationProperties("hocba.lookup")
record LookUpPolicy(int wrongTries, Duration window, int wrongTriesPerCode, Duration codeWindow) {}
