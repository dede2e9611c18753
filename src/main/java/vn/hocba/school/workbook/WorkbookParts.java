package vn.hocba.school.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import vn.hocba.shared.Refused;

/** The files inside an .xlsx. Nothing of it is trusted: each is measured and its sum proved before any is read. */
final class WorkbookParts implements AutoCloseable {

    private static final long MAX_UNPACKED_BYTES = 200L * 1024 * 1024;
    private static final int MAX_ENTRIES = 1_000;
    private static final int BUFFER = 64 * 1024;

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new HashMap<>();

    private WorkbookParts(ZipFile zip) {
        this.zip = zip;
    }

    /** @throws Refused when it needs a password, is too large, or does not say what it said when it was written */
    static WorkbookParts of(byte[] content) throws IOException {
        WorkbookParts parts =
                new WorkbookParts(ZipFile.builder().setByteArray(content).get());
        try {
            parts.measure();
            return parts;
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    boolean has(String name) {
        return entries.containsKey(key(name));
    }

    /** Whether any file's name ends so, whatever its case. */
    boolean hasEnding(String ending) {
        return entries.keySet().stream().anyMatch(name -> name.endsWith(ending));
    }

    /** @throws Refused when there is none of this name */
    InputStream open(String name) throws IOException {
        ZipArchiveEntry entry = entries.get(key(name));
        if (entry == null) {
            throw Refused.invalid("school.file.damaged");
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void measure() throws IOException {
        long unpacked = 0;
        byte[] buffer = new byte[BUFFER];
        for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
            ZipArchiveEntry entry = all.nextElement();
            if (entries.size() >= MAX_ENTRIES) {
                throw Refused.invalid("school.file.bomb");
            }
            entries.put(key(entry.getName()), entry);
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw Refused.invalid("school.file.encrypted");
            }
            CRC32 sum = new CRC32();
            try (InputStream in = zip.getInputStream(entry)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MAX_UNPACKED_BYTES) {
                        throw Refused.invalid("school.file.bomb");
                    }
                    sum.update(buffer, 0, read);
                }
            }
            // A single bit that tipped over can turn a 9 into an 8 and still be a workbook: the archive's own sum
            // tells.
            if (sum.getValue() != entry.getCrc()) {
                throw Refused.invalid("school.file.damaged");
            }
        }
    }

    /** Some programs write the folders with a backslash, some begin with a slash. */
    private static String key(String name) {
        String plain = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return plain.startsWith("/") ? plain.substring(1) : plain;
    }
}
