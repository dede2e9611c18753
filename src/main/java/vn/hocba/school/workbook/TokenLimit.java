package vn.hocba.school.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import vn.hocba.shared.Refused;

/**
 * Bounds how much of an XML document can stand between two of its tags. A parser gathers a text, an attribute or a comment in memory before it hands it on, so
 * that a file that is small as an archive could fill the memory with a single one.
 */
final class TokenLimit extends FilterInputStream {

    /** Bytes; a cell holds at most 32,767 characters. */
    private static final int LONGEST = 1024 * 1024;

    /** UTF-16 and UTF-32 have a zero among the first bytes of any document; no program writes workbooks in them. */
    private static final int ENCODING_SHOWS = 4;

    private static final int TAGS = 0;

    /** The bytes behind the first dash of a comment before which it cannot end: «<!-->» begins one. */
    private static final int SHORTEST_COMMENT = 4;

    private long position;
    private int sinceTag;

    /** The sign before the bracket that ends a part in which «<» means nothing; {@link #TAGS} outside of such a part. */
    private int opaqueUntil = TAGS;

    private int opaqueLength;
    private int last;
    private int beforeLast;

    TokenLimit(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            look(next);
        }
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        for (int i = 0; i < read; i++) {
            look(bytes[offset + i] & 0xff);
        }
        return read;
    }

    private void look(int next) {
        sinceTag++;
        if (sinceTag > LONGEST) {
            throw Refused.invalid("school.file.bomb");
        }
        if (next == 0 && position < ENCODING_SHOWS) {
            throw Refused.invalid("school.file.damaged");
        }
        position++;
        if (opaqueUntil != TAGS) {
            goOn(next);
        } else if (next == '<') {
            sinceTag = 0;
        } else if (sinceTag == 1 && last == '<' && (next == '?' || next == '!')) {
            opaqueUntil = next;
            opaqueLength = 0;
        }
        beforeLast = last;
        last = next;
    }

    private void goOn(int next) {
        opaqueLength++;
        if (opaqueUntil == '!') {
            // A comment or a section of plain text; a declaration of entities has no place in a workbook.
            if (next != '-' && next != '[') {
                throw Refused.invalid("school.file.damaged");
            }
            opaqueUntil = next == '-' ? '-' : ']';
            opaqueLength = 0;
        } else if (next == '>'
                && last == opaqueUntil
                && (opaqueUntil == '?' || beforeLast == opaqueUntil)
                && (opaqueUntil != '-' || opaqueLength >= SHORTEST_COMMENT)) {
            opaqueUntil = TAGS;
        }
    }
}
