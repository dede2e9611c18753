package vn.hocba.shared;

import java.util.Objects;

/** Which year record: one year of one pupil at one school. */
public record RecordId(String value) {

    public RecordId {
        Objects.requireNonNull(value);
    }
}
