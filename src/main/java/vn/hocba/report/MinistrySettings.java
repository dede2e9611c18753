package vn.hocba.report;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How an installation reaches the ministry.
 *
 * @param folder where parts are laid down with {@link Channel#FOLDER}
 * @param url that takes parts with {@link Channel#HTTP}; empty otherwise
 * @param timeout for one part over HTTP, from the first byte to the receipt; below a minute, for as long as a job is not given to another thread
 * @param recordsPerPart most records of one part; a part of more than 64 MB is refused
 */
@ConfigurationProperties("hocba.ministry")
record MinistrySettings(Channel channel, Path folder, URI url, Duration timeout, int recordsPerPart) {

    private static final Duration LONGEST = Duration.ofSeconds(55);

    enum Channel {
        FOLDER,
        HTTP
    }

    /** @throws IllegalArgumentException when it could not work */
    MinistrySettings {
        if (channel == Channel.HTTP
                && (url == null
                        || url.getHost() == null
                        || !String.valueOf(url.getScheme()).matches("https?"))) {
            throw new IllegalArgumentException(
                    "hocba.ministry.channel is http, and hocba.ministry.url no address of it: " + url);
        }
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("hocba.ministry.timeout must be above 0 and at most " + LONGEST);
        }
        if (recordsPerPart < 1) {
            throw new IllegalArgumentException("hocba.ministry.records-per-part must be 1 or more");
        }
    }
}
