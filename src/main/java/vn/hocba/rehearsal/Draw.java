package vn.hocba.rehearsal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who meets what in a rehearsed year: drawn by chance, and by the same seed the same again. Whoever was drawn once is not drawn a second time. */
@Component
class Draw {

    /** Property of the seed. */
    static final String PROPERTY = "hocba.rehearsal.seed";

    /** The seed where nobody names one. */
    static final long USUAL_SEED = 2026;

    private final long seed;
    private final Random random;
    private final Set<Object> drawn = new HashSet<>();

    Draw(@Value("${" + PROPERTY + ":" + USUAL_SEED + "}") long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    long seed() {
        return seed;
    }

    /**
     * A share, rounded up, of those who were not drawn yet.
     *
     * @param from in an order that is the same every time
     * @param perThousand of how many there are in all, not of those who are left
     * @param all how many there are in all
     * @return in the order in which they were drawn; fewer where not so many are left
     */
    <T> List<T> some(Collection<T> from, int perThousand, int all) {
        List<T> left = new ArrayList<>(from);
        left.removeIf(drawn::contains);
        Collections.shuffle(left, random);
        List<T> some = List.copyOf(left.subList(0, Math.min(left.size(), (perThousand * all + 999) / 1000)));
        drawn.addAll(some);
        return some;
    }
}
