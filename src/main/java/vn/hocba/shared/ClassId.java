package vn.hocba.shared;

import java.util.Objects;

/** Which class of one school year. */
public record ClassId(String value) {

    public ClassId {
        Objects.requireNonNull(value);
    }
}
