package vn.hocba.signing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Trees as bytes that every implementation agrees on. */
final class ExclusiveC14n {

    private static final byte[] DECLARATION =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(StandardCharsets.US_ASCII);

    static {
        Init.init();
    }

    private ExclusiveC14n() {}

    /** An element alone, as signatures cover it: Exclusive XML Canonicalization 1.0, without comments. */
    static byte[] exclusive(Element element) {
        return write(element, Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS, new ByteArrayOutputStream());
    }

    /** SHA-256 over {@link #exclusive}. */
    static byte[] digest(Element element) {
        return sha256(exclusive(element));
    }

    /** A whole document to store or send; its canonical form changes no byte that a signature covers. */
    static byte[] document(Document tree) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(DECLARATION);
        return write(tree, Canonicalizer.ALGO_ID_C14N_OMIT_COMMENTS, out);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] write(Node node, String method, ByteArrayOutputStream out) {
        try {
            Canonicalizer.getInstance(method).canonicalizeSubtree(node, out);
            return out.toByteArray();
        } catch (XMLSecurityException e) {
            throw new IllegalStateException("a parsed tree has a canonical form", e);
        }
    }
}
