package vn.hocba.document.typeset;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** Lends parsed fonts, which only one thread may use at a time; holds as many sets as were ever in use at once. */
public final class FontShelf {

    private final ConcurrentLinkedQueue<Fonts> idle = new ConcurrentLinkedQueue<>();

    /** Does work with a set of fonts that nobody else uses meanwhile. */
    public <T> T lend(Function<Fonts, T> work) {
        Fonts fonts = idle.poll();
        if (fonts == null) {
            fonts = new Fonts();
        }
        T result = work.apply(fonts);
        // A failed work may leave a face half read: only a set that worked goes back.
        idle.add(fonts);
        return result;
    }
}
