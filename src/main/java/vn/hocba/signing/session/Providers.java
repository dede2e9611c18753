package vn.hocba.signing.session;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /** What each is called by its customers, by name; without one of them. */
    public SortedMap<String, String> labels(String without) {
        SortedMap<String, String> labels = new TreeMap<>();
        providers.forEach(
                (name, provider) -> labels.put(name, provider instanceof ConsentProvider asks ? asks.label() : name));
        labels.remove(without);
        return labels;
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
