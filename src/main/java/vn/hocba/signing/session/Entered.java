package vn.hocba.signing.session;

import java.security.cert.X509Certificate;
import java.util.Arrays;

/** What a person has entered to confirm a signature: a PIN, or nothing where the provider asks in its own way. Cleared by whoever uses it up. */
public final class Entered implements AutoCloseable {

    private final char[] pin;

    private Entered(char[] pin) {
        this.pin = pin;
    }

    /** @param pin cleared with this */
    public static Entered pin(char[] pin) {
        return new Entered(pin);
    }

    public static Entered nothing() {
        return new Entered(new char[0]);
    }

    /** Lets a provider open a certificate's key by it; throws what {@link PinProvider#open} throws. */
    public PinProvider.OpenKey open(PinProvider provider, X509Certificate certificate) {
        return provider.open(certificate, pin);
    }

    @Override
    public void close() {
        Arrays.fill(pin, '\0');
    }
}
