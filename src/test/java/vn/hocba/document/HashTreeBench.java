package vn.hocba.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prints what the list of a wave of a million records costs, piece by piece, beside as many bare hashes of a packet's hash: {@code ./mvnw test -Pbench -Dtest=HashTreeBench}. */
class HashTreeBench {

    private static final int RECORDS = 1_000_000;
    private static final int PIECE = 1024;
    private static final String CODE = "0123456789abcdef0123456789abcdef";
    private static final String HASH = CODE + CODE;
    private static final LocalDate DAY = LocalDate.of(2027, 6, 30);

    @Test
    void costOfAWaveOfAMillion() throws Exception {
        for (int pass = 0; pass < 3; pass++) {
            double bare = seconds("bare hashes", () -> {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                byte[] entry = new byte[200];
                for (int i = 0; i < RECORDS; i++) {
                    entry[i % entry.length]++;
                    entry = Arrays.copyOf(digest.digest(entry), entry.length);
                }
            });
            double tree = seconds("entries, pieces and root", HashTreeBench::wave);
            System.out.printf("  that is %.1f times the bare ones%n", tree / bare);
        }
    }

    private static void wave() {
        List<byte[]> roots = new ArrayList<>();
        for (int from = 0; from < RECORDS; from += PIECE) {
            List<byte[]> piece = new ArrayList<>(PIECE);
            for (int i = from; i < Math.min(from + PIECE, RECORDS); i++) {
                piece.add(new ReceiptLeaf.Frozen(
                                CODE, CODE, 1, HASH, DAY, HexFormat.of().toHexDigits((long) i) + CODE.substring(16))
                        .hash());
            }
            roots.add(HashTree.root(piece));
        }
        assertThat(HashTree.root(roots)).hasSize(HashTree.LENGTH);
    }

    private static double seconds(String what, Work work) throws Exception {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf("%-26s %,9.0f a CPU second%n", what, RECORDS / seconds);
        return seconds;
    }

    /** Something that is timed. */
    private interface Work {

        void run() throws Exception;
    }
}
