package vn.hocba.signing;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Whose certificates count: pinned outside of the database, so that nobody who can write there can add one.
 *
 * @param sandbox whether the sandbox's authority issues certificates here and is trusted; what it certifies has no legal value
 * @param roots of the other authorities that are trusted
 */
@ConfigurationProperties("hocba.signing.trust")
record TrustSettings(@DefaultValue("true") boolean sandbox, @DefaultValue List<Root> roots) {

    TrustSettings {
        roots = List.copyOf(roots);
    }

    /**
     * A root.
     *
     * @param certificate file or resource, DER or PEM
     * @param issuers the authorities below it that issue to people and schools, likewise
     * @param legalValue whether its signatures have legal value
     */
    record Root(Resource certificate, @DefaultValue List<Resource> issuers, @DefaultValue("false") boolean legalValue) {

        Root {
            issuers = List.copyOf(issuers);
        }
    }
}
