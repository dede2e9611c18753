package vn.hocba.school;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Splits long lists of values so that a statement does not get too many parameters. */
final class Chunks {

    private static final int SIZE = 500;

    private Chunks() {}

    static List<List<String>> of(Collection<String> values) {
        List<String> all = List.copyOf(values);
        List<List<String>> chunks = new ArrayList<>();
        for (int i = 0; i < all.size(); i += SIZE) {
            chunks.add(all.subList(i, Math.min(i + SIZE, all.size())));
        }
        return chunks;
    }
}
