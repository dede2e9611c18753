package vn.hocba.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Reads tables of other modules by SQL, because one statement over several of them answers what many calls would not in time: lists, counts, chunks. From those
 * it only selects: whoever writes to a table, or waits for its rows, is of the module that owns it (docs/decisions/0030).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface ReadModel {

    /** The other modules whose tables are read, as their packages are called; the own module may use each of them. */
    String[] of();
}
