package vn.hocba.shared;

import java.util.Objects;

/** Which school, by the id of its unit. */
public record SchoolId(String value) {

    public SchoolId {
        Objects.requireNonNull(value);
    }
}
