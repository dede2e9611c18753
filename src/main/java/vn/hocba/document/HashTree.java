package vn.hocba.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tree of SHA-256 hashes over a list: its root stands for all of the list, and a path of some hashes shows that one entry is in it (the tree of RFC 9162 §2.1).
 * What is hashed begins with a byte that tells an entry from an inner node, so that neither can be passed off as the other. A piece of a list whose length is a power
 * of two is a tree of its own: the tree over the roots of all pieces is the tree of the whole list, so that only one piece has to be held at a time.
 */
public final class HashTree {

    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private HashTree() {}

    /** The hash of an entry. */
    public static byte[] leaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return digest.digest(entry);
    }

    /**
     * The root.
     *
     * @param hashes of the entries, or the roots of the pieces, in their order; at least one
     */
    public static byte[] root(List<byte[]> hashes) {
        MessageDigest digest = sha256();
        List<byte[]> level = hashes;
        while (level.size() > 1) {
            level = above(level, digest);
        }
        return level.get(0).clone();
    }

    /**
     * What has to be hashed together with an entry, or with the root of a piece, to come to the root.
     *
     * @param index of it, from 0
     * @return the neighbours from below upwards; empty where it is the only one
     */
    public static List<byte[]> path(List<byte[]> hashes, int index) {
        MessageDigest digest = sha256();
        List<byte[]> path = new ArrayList<>();
        List<byte[]> level = hashes;
        int at = index;
        while (level.size() > 1) {
            int neighbour = at ^ 1;
            if (neighbour < level.size()) {
                path.add(level.get(neighbour).clone());
            }
            level = above(level, digest);
            at /= 2;
        }
        return path;
    }

    /**
     * To which root a path leads.
     *
     * @param index of the entry in the list, from 0
     * @param size of the list
     * @return empty where no list of this size has such an entry, or its path another length
     */
    public static Optional<byte[]> rootBy(byte[] leaf, int index, int size, List<byte[]> path) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        MessageDigest digest = sha256();
        byte[] hash = leaf;
        int used = 0;
        for (int at = index, wide = size; wide > 1; at /= 2, wide = (wide + 1) / 2) {
            if ((at ^ 1) >= wide) {
                continue;
            }
            if (used == path.size()) {
                return Optional.empty();
            }
            byte[] neighbour = path.get(used++);
            hash = at % 2 == 1 ? node(neighbour, hash, digest) : node(hash, neighbour, digest);
        }
        return used == path.size() ? Optional.of(hash) : Optional.empty();
    }

    /** The next level; the last of an odd number goes up as it is. */
    private static List<byte[]> above(List<byte[]> level, MessageDigest digest) {
        List<byte[]> above = new ArrayList<>((level.size() + 1) / 2);
        for (int i = 0; i + 1 < level.size(); i += 2) {
            above.add(node(level.get(i), level.get(i + 1), digest));
        }
        if (level.size() % 2 == 1) {
            above.add(level.get(level.size() - 1));
        }
        return above;
    }

    private static byte[] node(byte[] left, byte[] right, MessageDigest digest) {
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
