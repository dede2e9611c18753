package vn.hocba.shared;

import java.util.Objects;

/** Which unit of the tree: a school, one above it, a Sở. Where it has to be a school, {@link SchoolId} says so. */
public record UnitId(String value) {

    public UnitId {
        Objects.requireNonNull(value);
    }
}
