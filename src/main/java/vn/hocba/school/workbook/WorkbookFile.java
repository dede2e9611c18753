package vn.hocba.school.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import vn.hocba.shared.Refused;
import vn.hocba.shared.VietnameseText;

/** Opens an .xlsx that somebody uploaded. Nothing in it is trusted: its size is measured before it is parsed. */
public final class WorkbookFile {

    /** Bytes of a file as uploaded. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    /** Bytes that tell what kind of file it is. */
    private static final int SHORTEST_HEADER = 8;

    /** The name of the encrypted part in its container, in UTF-16. */
    private static final String ENCRYPTED_PACKAGE =
            "EncryptedPackage".chars().mapToObj(letter -> (char) letter + "\0").collect(Collectors.joining());

    /** Of «Strict Open XML», ISO/IEC 29500 without the transitional part. */
    private static final String STRICT_NAMESPACE = "http://purl.oclc.org/ooxml/";

    private static final long MAX_UNPACKED_BYTES = 64L * 1024 * 1024;
    private static final int MAX_ENTRIES = 1_000;
    private static final int MAX_SHEETS = 100;
    private static final int MAX_ROWS = 20_000;
    private static final int MAX_COLUMNS = 200;
    private static final int MAX_NUMBER_SCALE = 30;
    private static final long LAST_EXCEL_DAY = 2_958_465;

    /** An address outside of Excel's own grid makes the parser reserve memory for every cell before it. */
    private static final Pattern STRANGE_ADDRESS =
            Pattern.compile("\\sr\\s*=\\s*([\"'])(?!(?:[A-Z]{0,3}[0-9]{1,7}|[A-Z]{1,3})\\1)");

    private static final Pattern INVISIBLE = Pattern.compile("[\u200b\u2060\ufeff\u00ad]");

    private WorkbookFile() {}

    /**
     * Reads all visible sheets.
     *
     * @throws Refused when it is no .xlsx, is damaged, or is larger than a school's workbook can be
     */
    public static List<Sheet> read(byte[] content) {
        if (content.length > MAX_BYTES) {
            throw Refused.invalid("school.file.too-large", MAX_BYTES / 1024 / 1024);
        }
        if (content.length < SHORTEST_HEADER) {
            throw Refused.invalid(content.length == 0 ? "school.file.empty" : "school.file.not-xlsx");
        }
        if (ReadableWorkbook.isOLE2Header(content)) {
            // A workbook with a password is an old container too, with the encrypted package in it.
            throw Refused.invalid(isEncrypted(content) ? "school.file.encrypted" : "school.file.old-format");
        }
        if (!ReadableWorkbook.isOOXMLZipHeader(content)) {
            throw Refused.invalid("school.file.not-xlsx");
        }
        try {
            measure(content);
            return parse(content);
        } catch (Refused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The parser's words are for programmers; what a person can do about it is always the same.
            throw Refused.invalid("school.file.damaged");
        }
    }

    private static boolean isEncrypted(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1).contains(ENCRYPTED_PACKAGE);
    }

    private static void measure(byte[] content) throws IOException {
        long unpacked = 0;
        int entries = 0;
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
                ZipArchiveEntry entry = all.nextElement();
                if (++entries > MAX_ENTRIES) {
                    throw Refused.invalid("school.file.bomb");
                }
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    throw Refused.invalid("school.file.encrypted");
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] bytes = in.readNBytes((int) (MAX_UNPACKED_BYTES - unpacked) + 1);
                    unpacked += bytes.length;
                    if (unpacked > MAX_UNPACKED_BYTES) {
                        throw Refused.invalid("school.file.bomb");
                    }
                    demandUnchanged(entry, bytes);
                    if (entry.getName().equals("xl/workbook.xml")
                            && new String(bytes, StandardCharsets.ISO_8859_1).contains(STRICT_NAMESPACE)) {
                        throw Refused.invalid("school.file.strict");
                    }
                    if (entry.getName().startsWith("xl/worksheets/")
                            && STRANGE_ADDRESS
                                    .matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                                    .find()) {
                        throw Refused.invalid("school.file.damaged");
                    }
                }
            }
        }
    }

    /** A single bit that tipped over can turn a 9 into an 8 and still be a workbook: the archive's own sum tells. */
    private static void demandUnchanged(ZipArchiveEntry entry, byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        if (sum.getValue() != entry.getCrc()) {
            throw Refused.invalid("school.file.damaged");
        }
    }

    private static List<Sheet> parse(byte[] content) throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(false, true))) {
            List<org.dhatim.fastexcel.reader.Sheet> all = workbook.getSheets().toList();
            if (all.size() > MAX_SHEETS) {
                throw Refused.invalid("school.file.bomb");
            }
            for (org.dhatim.fastexcel.reader.Sheet sheet : all) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                    sheets.add(new Sheet(clean(sheet.getName()), rows(sheet, workbook.isDate1904())));
                }
            }
        }
        return sheets;
    }

    private static List<SheetRow> rows(org.dhatim.fastexcel.reader.Sheet sheet, boolean date1904) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        try (Stream<Row> stream = sheet.openStream()) {
            for (Iterator<Row> all = stream.iterator(); all.hasNext(); ) {
                SheetRow row = row(all.next(), date1904);
                if (!row.cells().isEmpty()) {
                    rows.add(row);
                }
                if (rows.size() > MAX_ROWS) {
                    throw Refused.invalid("school.file.bomb");
                }
            }
        }
        return rows;
    }

    private static SheetRow row(Row row, boolean date1904) {
        List<Cell> cells = new ArrayList<>();
        int filled = 0;
        for (int i = 0; i < Math.min(row.getCellCount(), MAX_COLUMNS); i++) {
            Cell cell = cell(row.getCell(i), date1904);
            cells.add(cell);
            filled = cell.isEmpty() ? filled : cells.size();
        }
        return new SheetRow(row.getRowNum(), List.copyOf(cells.subList(0, filled)));
    }

    private static Cell cell(org.dhatim.fastexcel.reader.Cell cell, boolean date1904) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getRawValue() == null) {
            return Cell.EMPTY;
        }
        BigDecimal number =
                switch (cell.getType()) {
                    case NUMBER -> cell.asNumber();
                    case FORMULA -> numberIn(cell.getRawValue());
                    default -> null;
                };
        if (number != null && Math.abs(number.scale()) + number.precision() <= 2 * MAX_NUMBER_SCALE) {
            BigDecimal plain = number.stripTrailingZeros();
            return new Cell(
                    (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString(), number, date(number, date1904));
        }
        String text = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
        String clean = clean(text);
        return clean.isEmpty() ? Cell.EMPTY : new Cell(clean, null, null);
    }

    private static BigDecimal numberIn(String raw) {
        return raw.length() <= MAX_NUMBER_SCALE && raw.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(raw) : null;
    }

    private static LocalDate date(BigDecimal serial, boolean date1904) {
        if (serial.signum() <= 0 || serial.compareTo(BigDecimal.valueOf(LAST_EXCEL_DAY)) > 0) {
            return null;
        }
        return (date1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30)).plusDays(serial.longValue());
    }

    private static String clean(String text) {
        return VietnameseText.clean(INVISIBLE.matcher(text).replaceAll(""));
    }
}
