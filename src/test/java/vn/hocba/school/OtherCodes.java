package vn.hocba.school;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Writes a workbook of the samples again for another school: everybody has the same name and another code, as a code is one person's in the whole country. */
public final class OtherCodes {

    private static final Pattern SECTOR_CODE = Pattern.compile("(?<=<t>)\\d{10}(?=</t>)");
    private static final long CODES = 10_000_000_000L;

    private OtherCodes() {}

    /**
     * The workbook as the other school would have it.
     *
     * @param school code of the school whose workbook it is
     * @param other code of the other school; what is added to the codes of people follows from it
     */
    public static NamedFile in(NamedFile file, String school, String other) {
        long apart = Long.parseLong(other) - Long.parseLong(school);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(file.content()));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                byte[] part = from.readAllBytes();
                to.write(entry.getName().equals("xl/sharedStrings.xml") ? moved(part, school, other, apart) : part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new NamedFile(file.name(), out.toByteArray());
    }

    private static byte[] moved(byte[] texts, String school, String other, long apart) {
        String text = new String(texts, StandardCharsets.UTF_8).replace(school, other);
        return SECTOR_CODE
                .matcher(text)
                .replaceAll(code -> String.format("%010d", (Long.parseLong(code.group()) + apart) % CODES))
                .getBytes(StandardCharsets.UTF_8);
    }
}
