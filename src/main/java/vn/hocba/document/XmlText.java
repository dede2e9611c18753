package vn.hocba.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import vn.hocba.shared.Refused;

/**
 * Writes elements in the form that exclusive canonicalisation would give them: no declaration, no white space between elements, no empty-element tags. So
 * the bytes that are stored are the bytes that are hashed.
 */
final class XmlText {

    private final StringBuilder out = new StringBuilder(16_384);
    private final Deque<String> open = new ArrayDeque<>();

    XmlText open(String name) {
        out.append('<').append(name).append('>');
        open.push(name);
        return this;
    }

    /** Opens an element with attributes in the order of their names. */
    XmlText open(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(name, attributes[i + 1], true);
            out.append('"');
        }
        out.append('>');
        open.push(name);
        return this;
    }

    XmlText close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element with a text; a value that is null leaves no element. */
    XmlText text(String name, Object value) {
        if (value != null) {
            open(name).content(name, value.toString()).close();
        }
        return this;
    }

    XmlText flag(String name, Boolean value) {
        return text(name, value == null ? null : value ? "1" : "0");
    }

    XmlText content(String name, String value) {
        escape(name, value, false);
        return this;
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void escape(String name, String value, boolean attribute) {
        for (int i = 0; i < value.length(); ) {
            int c = value.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '\r' -> out.append("&#xD;");
                case '>' -> out.append(attribute ? ">" : "&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\t' -> out.append(attribute ? "&#x9;" : "\t");
                case '\n' -> out.append(attribute ? "&#xA;" : "\n");
                default -> {
                    if (!isXmlCharacter(c)) {
                        throw Refused.invalid("packet.control-character", name, String.format("U+%04X", c));
                    }
                    out.appendCodePoint(c);
                }
            }
        }
    }

    private static boolean isXmlCharacter(int c) {
        return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
