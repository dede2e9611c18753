package vn.hocba.signing.session;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.shared.Refused;

/** The ways to sign of this installation, by name. */
@Component
public class Providers {

    private final Map<String, SigningProvider> providers;

    Providers(List<SigningProvider> providers) {
        this.providers = providers.stream().collect(Collectors.toMap(SigningProvider::name, Function.identity()));
    }

    /** Whether this installation has it. */
    public boolean has(String name) {
        return providers.containsKey(name);
    }

    /** @throws Refused when this installation has no such way (any more) */
    public SigningProvider of(String name) {
        SigningProvider provider = providers.get(name);
        if (provider == null) {
            throw Refused.notNow("signing.no-provider", name);
        }
        return provider;
    }
}
