package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.school.TestWorkbook.pupil;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import vn.hocba.shared.Refused;

/** Whatever an upload holds, it is read or refused with a reason; nothing else comes out of the reader. */
class DamagedWorkbookTest {

    /** What is not read from a file but is of its bytes. */
    private static final String OF_ITS_BYTES = "hash";

    private static final int FLIPS = 1_500;

    private final byte[] good = TestWorkbook.pupils()
            .row(pupil(1, "Nguyễn Văn An"))
            .row(pupil(2, "Trần Thị Bưởi"))
            .file()
            .content();

    @Test
    void aDownloadThatStoppedAnywhereIsNamed() {
        for (int length = 0; length < good.length; length += length < 64 ? 1 : 7) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThatThrownBy(() -> read(cut)).as("%d bytes", length).isInstanceOf(Refused.class);
        }
    }

    @Test
    void aBitThatTippedOverIsNamedOrChangesNothing() {
        Random random = new Random(20261127);
        UploadedFile whole = read(good);
        Set<String> reasons = new TreeSet<>();
        for (int i = 0; i < FLIPS; i++) {
            byte[] flipped = good.clone();
            int at = random.nextInt(flipped.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(read(flipped))
                        .as("bit in byte %d", at)
                        .usingRecursiveComparison()
                        .ignoringFields(OF_ITS_BYTES)
                        .isEqualTo(whole);
            } catch (Refused refused) {
                reasons.add(refused.key());
            }
        }
        assertThat(reasons).contains("school.file.damaged");
    }

    @Test
    void bytesOfTheXmlInsideThatMakeNoSenseAreNamedOrRead() {
        Random random = new Random(20261128);
        int named = 0;
        for (int i = 0; i < 300; i++) {
            byte[] changed = rewritten(text -> {
                StringBuilder other = new StringBuilder(text);
                for (int n = 0; n < 3; n++) {
                    other.setCharAt(random.nextInt(other.length()), "<>\"&/r1-9Az".charAt(random.nextInt(11)));
                }
                return other.toString();
            });
            try {
                read(changed);
            } catch (Refused refused) {
                named++;
            }
        }
        assertThat(named).isPositive();
    }

    @Test
    void aStrictWorkbookIsReadAsAnyOther() {
        byte[] strict = rewritten(text -> text.replace(
                        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                        "http://purl.oclc.org/ooxml/spreadsheetml/main")
                .replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships"));

        assertThat(read(strict))
                .usingRecursiveComparison()
                .ignoringFields(OF_ITS_BYTES)
                .isEqualTo(read(good));
    }

    private static UploadedFile read(byte[] content) {
        return UploadedFile.read(new NamedFile("hoc-sinh.xlsx", content));
    }

    /** The good workbook with every text inside changed, its sums right again. */
    private byte[] rewritten(UnaryOperator<String> change) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile from = ZipFile.builder().setByteArray(good).get();
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipArchiveEntry entry : Collections.list(from.getEntries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                to.write(change.apply(text).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
