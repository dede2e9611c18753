package vn.hocba.ui;

import java.io.Serializable;

/** A file that was added to a form; there as long as the form is. */
public final class FormFile implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final transient UploadSpace.Stored stored;

    FormFile(String name, UploadSpace.Stored stored) {
        this.name = name;
        this.stored = stored;
    }

    /** As it was chosen, with a number behind it where another of the field bears the same. */
    public String name() {
        return name;
    }

    /** Read anew each time: nobody keeps it in memory for longer than it is needed. */
    public byte[] content() {
        return stored.content();
    }

    FormFile named(String other) {
        return new FormFile(other, stored);
    }

    long size() {
        return stored.size();
    }

    void delete() {
        stored.delete();
    }
}
