package vn.hocba.request;

import java.util.Locale;
import java.util.Set;
import vn.hocba.shared.Refused;

/**
 * A scanned paper or a document that shows why: PDF, picture or signed XML.
 *
 * @param name of the file as it was chosen
 * @param content at most {@value #LARGEST} bytes
 */
public record Evidence(String name, byte[] content) {

    /** 10 MB: a few scanned pages. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final Set<String> ENDINGS = Set.of("pdf", "jpg", "jpeg", "png", "xml");

    /** @throws Refused when the file is too large, empty, or of another kind */
    public Evidence {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!ENDINGS.contains(ending)) {
            throw Refused.invalid("request.evidence.kind", name);
        }
        if (content.length == 0 || content.length > LARGEST) {
            throw Refused.invalid("request.evidence.size", name, LARGEST / 1024 / 1024);
        }
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }
}
