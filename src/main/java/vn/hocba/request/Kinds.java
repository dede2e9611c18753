package vn.hocba.request;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;

/** The kinds of request that there are. */
@Component
class Kinds {

    private final List<RequestKind<?>> kinds;

    Kinds(List<RequestKind<?>> kinds) {
        this.kinds = kinds;
    }

    RequestKind<?> of(Request request) {
        return kinds.stream()
                .filter(kind -> kind.type().is(request))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no kind " + request.kind()));
    }

    /** The ids of open requests that concern a person for whom they do not wait. */
    Set<String> concerning(CurrentUser who) {
        return kinds.stream().flatMap(kind -> kind.concerning(who).stream()).collect(Collectors.toSet());
    }
}
