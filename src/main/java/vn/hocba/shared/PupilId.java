package vn.hocba.shared;

import java.util.Objects;

/** Which pupil. */
public record PupilId(String value) {

    public PupilId {
        Objects.requireNonNull(value);
    }
}
