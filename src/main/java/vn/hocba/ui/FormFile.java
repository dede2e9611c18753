package vn.hocba.ui;

import java.io.Serializable;

/**
 * A file that was added to a form.
 *
 * @param name as it was chosen
 */
public record FormFile(String name, byte[] content) implements Serializable {}
