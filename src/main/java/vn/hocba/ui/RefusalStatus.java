package vn.hocba.ui;

import org.springframework.http.HttpStatus;
import vn.hocba.shared.Refused;

/** The status of HTTP (RFC 9110) with which a refusal is answered. */
public final class RefusalStatus {

    private RefusalStatus() {}

    /** 403, 404, 409 or 422. */
    public static int of(Refused refused) {
        return switch (refused.kind()) {
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN.value();
            case NOT_FOUND -> HttpStatus.NOT_FOUND.value();
            case NOT_NOW -> HttpStatus.CONFLICT.value();
            case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY.value();
        };
    }
}
