package vn.hocba.request;

import java.util.List;
import org.springframework.stereotype.Component;

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
}
