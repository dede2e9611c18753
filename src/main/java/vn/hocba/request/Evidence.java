package vn.hocba.request;

import java.util.Locale;
import java.util.Set;
import vn.hocba.shared.Refused;
import vn.hocba.shared.VietnameseText;

/**
 * A scanned paper or a document that shows why: PDF, picture or signed XML.
 *
 * @param name of the file as it was chosen, without folders and marks that nobody sees, at most {@value #LONGEST_NAME} characters
 * @param content at most {@value #LARGEST} bytes
 */
public record Evidence(String name, byte[] content) {

    /** 10 MB: a few scanned pages. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final int LONGEST_NAME = 200;

    private static final Set<String> ENDINGS = Set.of("pdf", "jpg", "jpeg", "png", "xml");

    /** @throws Refused when the file is too large, empty, or of another kind */
    public Evidence {
        name = shortened(
                VietnameseText.clean(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)));
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

    /** Its end says what it is. */
    private static String shortened(String name) {
        int dot = Math.max(name.lastIndexOf('.'), name.length() - LONGEST_NAME / 2);
        int kept = LONGEST_NAME - (name.length() - dot) - 1;
        return name.length() <= LONGEST_NAME ? name : name.substring(0, kept) + "…" + name.substring(dot);
    }
}
