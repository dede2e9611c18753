package vn.hocba.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HashTreeTest {

    private static final HexFormat HEX = HexFormat.of();

    @Test
    void isTheTreeThatTheStandardForTransparencyLogsDescribes() {
        // The test vectors that implementations of RFC 6962 and RFC 9162 share.
        List<byte[]> entries = List.of(
                        "",
                        "00",
                        "10",
                        "2021",
                        "3031",
                        "40414243",
                        "5051525354555657",
                        "606162636465666768696a6b6c6d6e6f")
                .stream()
                .map(HEX::parseHex)
                .map(HashTree::leaf)
                .toList();

        assertThat(HEX.formatHex(HashTree.root(entries.subList(0, 1))))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(HEX.formatHex(HashTree.root(entries.subList(0, 3))))
                .isEqualTo("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
        assertThat(HEX.formatHex(HashTree.root(entries)))
                .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Test
    void everyEntryOfAListOfAnyLengthLeadsToItsRoot() {
        for (int size = 1; size <= 40; size++) {
            List<byte[]> entries = entries(size);
            byte[] root = HashTree.root(entries);
            for (int i = 0; i < size; i++) {
                assertThat(HashTree.rootBy(entries.get(i), i, size, HashTree.path(entries, i)))
                        .hasValue(root);
            }
        }
    }

    @Test
    void noEntryLeadsToItFromAnotherPlaceByAnotherPathOrInAListOfAnotherLength() {
        int size = 13;
        List<byte[]> entries = entries(size);
        byte[] root = HashTree.root(entries);
        for (int i = 0; i < size; i++) {
            byte[] leaf = entries.get(i);
            List<byte[]> path = HashTree.path(entries, i);
            for (int other = 0; other < size; other++) {
                if (other != i) {
                    assertThat(leads(leaf, other, size, path, root)).isFalse();
                    assertThat(leads(leaf, i, size, HashTree.path(entries, other), root))
                            .isFalse();
                }
            }
            assertThat(leads(leaf, i, 200, path, root)).isFalse();
            assertThat(leads(leaf, -1, size, path, root)).isFalse();
            assertThat(leads(leaf, size, size, path, root)).isFalse();
            assertThat(leads(leaf, i, size, path.subList(1, path.size()), root)).isFalse();
            List<byte[]> longer = new ArrayList<>(path);
            longer.add(leaf);
            assertThat(leads(leaf, i, size, longer, root)).isFalse();
        }
    }

    @Test
    void aTreeOfPiecesIsTheTreeOfTheWholeListAndSoAreItsPaths() {
        for (int size : new int[] {1, 8, 9, 16, 63, 64, 65, 100}) {
            List<byte[]> entries = entries(size);
            List<List<byte[]>> pieces = IntStream.iterate(0, i -> i < size, i -> i + 8)
                    .mapToObj(from -> entries.subList(from, Math.min(from + 8, size)))
                    .toList();
            List<byte[]> roots = pieces.stream().map(HashTree::root).toList();

            assertThat(HashTree.root(roots)).isEqualTo(HashTree.root(entries));
            for (int i = 0; i < size; i++) {
                List<byte[]> path = new ArrayList<>(HashTree.path(pieces.get(i / 8), i % 8));
                path.addAll(HashTree.path(roots, i / 8));
                assertThat(path)
                        .usingElementComparator(Arrays::compare)
                        .containsExactlyElementsOf(HashTree.path(entries, i));
            }
        }
    }

    @Test
    void anInnerNodeIsNoEntryWhoseContentAreItsTwoHashes() throws Exception {
        List<byte[]> entries = entries(2);
        byte[] both = new byte[2 * HashTree.LENGTH];
        System.arraycopy(entries.get(0), 0, both, 0, HashTree.LENGTH);
        System.arraycopy(entries.get(1), 0, both, HashTree.LENGTH, HashTree.LENGTH);

        assertThat(HashTree.leaf(both)).isNotEqualTo(HashTree.root(entries));
        assertThat(MessageDigest.getInstance("SHA-256").digest(both)).isNotEqualTo(HashTree.root(entries));
    }

    private static boolean leads(byte[] leaf, int at, int size, List<byte[]> path, byte[] root) {
        return HashTree.rootBy(leaf, at, size, path)
                .filter(found -> Arrays.equals(found, root))
                .isPresent();
    }

    private static List<byte[]> entries(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> HashTree.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
