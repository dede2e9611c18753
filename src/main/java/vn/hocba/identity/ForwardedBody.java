package vn.hocba.identity;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** The body of a request that is read through, and looked at on its way. */
abstract class ForwardedBody extends ServletInputStream {

    private final ServletInputStream body;

    ForwardedBody(ServletInputStream body) {
        this.body = body;
    }

    /** One read of the body. */
    interface Reading {

        /** Number of bytes, the byte itself, or -1 at the end: as {@link java.io.InputStream} says. */
        int read() throws IOException;
    }

    /** Reads; who has a reason not to, says so here. */
    int reading(Reading reading) throws IOException {
        return reading.read();
    }

    /**
     * Some bytes were read.
     *
     * @param bytes 0 at the end
     * @throws IOException to read no further
     */
    abstract void count(int bytes) throws IOException;

    @Override
    public final int read() throws IOException {
        int read = reading(body::read);
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public final int read(byte[] into, int offset, int length) throws IOException {
        int read = reading(() -> body.read(into, offset, length));
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public final int available() throws IOException {
        return body.available();
    }

    @Override
    public final boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public final boolean isReady() {
        return body.isReady();
    }

    @Override
    public final void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
