package vn.hocba.signing.session;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;

/** How a holder confirms what is about to be signed; what the screen shows is of the provider. */
public sealed interface Confirmation {

    /** A PIN, typed here. */
    record Pin() implements Confirmation {}

    /**
     * Nothing yet: the provider asks once everything is prepared.
     *
     * @param provider as its customers call it, such as «VNPT SmartCA»
     */
    record Later(String provider) implements Confirmation {}

    /**
     * A consent given elsewhere, usually on a phone.
     *
     * @param text what to do, in the provider's words, Vietnamese
     * @param link address where the consent is given, https; null where the phone asks by itself
     * @param until the provider forgets the question then; not null
     * @throws IllegalArgumentException when the link is anything else, such as a script
     */
    record Consent(String text, String link, Instant until) implements Confirmation {

        public Consent {
            Objects.requireNonNull(until, "a consent has an end");
            if (link != null && !isAddress(URI.create(link))) {
                throw new IllegalArgumentException("not an https address: " + link);
            }
        }

        private static boolean isAddress(URI link) {
            return "https".equalsIgnoreCase(link.getScheme()) && link.getHost() != null && link.getUserInfo() == null;
        }
    }

    /**
     * A program on the person's machine that reaches the key, such as a token's.
     *
     * @param text what to do, in the provider's words, Vietnamese
     * @param challenge that the program shows too, so that a person sees both belong together
     * @param until the program is not waited for any longer; not null
     */
    record Program(String text, String challenge, Instant until) implements Confirmation {

        public Program {
            Objects.requireNonNull(until, "a program is not waited for without end");
        }
    }

    /** When it ends by itself; null for what has no end of its own. */
    default Instant until() {
        return null;
    }
}
