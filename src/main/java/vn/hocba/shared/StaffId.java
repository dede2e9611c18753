package vn.hocba.shared;

import java.util.Objects;

/** Which member of staff; not the account that the person signs in with. */
public record StaffId(String value) {

    public StaffId {
        Objects.requireNonNull(value);
    }
}
