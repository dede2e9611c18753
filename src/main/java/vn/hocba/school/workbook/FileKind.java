package vn.hocba.school.workbook;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a file is that is no .xlsx, told by its first bytes: each kind has its own remedy. */
final class FileKind {

    private static final int LOOKED_AT = 4_096;

    /** The name of the encrypted part in its container, in UTF-16. */
    private static final String ENCRYPTED_PACKAGE =
            "EncryptedPackage".chars().mapToObj(letter -> (char) letter + "\0").collect(Collectors.joining());

    private FileKind() {}

    static boolean isZip(byte[] content) {
        return startsWith(content, 'P', 'K', 3, 4);
    }

    /** The key of the reason why a file that is no zip archive cannot be read. */
    static String whyNot(byte[] content) {
        if (startsWith(content, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
            // A workbook with a password is an old container too, with the encrypted package in it.
            boolean encrypted = new String(content, StandardCharsets.ISO_8859_1).contains(ENCRYPTED_PACKAGE);
            return encrypted ? "school.file.encrypted" : "school.file.old-format";
        }
        String begin = beginning(content);
        if (begin.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
            return "school.file.web-format";
        }
        if (begin.matches("(?s)\\s*<(?:!doctype html|html|head|meta|table|style|body|div).*")) {
            return "school.file.web-format";
        }
        return isTable(begin) ? "school.file.csv" : "school.file.not-xlsx";
    }

    /** The key of the reason why an archive without a workbook's part cannot be read. */
    static String whyNot(WorkbookParts parts) {
        if (parts.has("xl/workbook.bin")) {
            return "school.file.binary-format";
        }
        if (parts.has("content.xml") && parts.has("mimetype")) {
            return "school.file.open-document";
        }
        if (parts.hasEnding(".xlsx") || parts.hasEnding(".xls")) {
            return "school.file.archive";
        }
        return parts.has("word/document.xml") ? "school.file.not-xlsx" : "school.file.damaged";
    }

    /** Text with separators, without anything that only a binary file has. */
    private static boolean isTable(String begin) {
        boolean plain =
                begin.chars().allMatch(letter -> letter >= ' ' || letter == '\r' || letter == '\n' || letter == '\t');
        return plain && begin.matches("(?s).*[;,\\t].*");
    }

    private static String beginning(byte[] content) {
        boolean wide = startsWith(content, 0xff, 0xfe);
        return new String(
                        content,
                        0,
                        Math.min(content.length, LOOKED_AT),
                        wide ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00ef\u00bb\u00bf", "")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean startsWith(byte[] content, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= content.length || (content[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
