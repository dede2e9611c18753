package vn.hocba.school.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hocba.shared.Refused;

/** Whatever stands in a workbook comes out as rows or as a reason, in bounded time and memory. */
class WorkbookFuzzTest {

    private static final List<String> TYPES =
            List.of("", " t='n'", " t='s'", " t='str'", " t='inlineStr'", " t='b'", " t='e'", " t='d'", " t='z'");
    private static final List<String> VALUES = List.of(
            "",
            "0",
            "-1",
            "1e308",
            "1e-308",
            "7.9999999999999991",
            "99999999999999999999999999999999999",
            "2958466",
            "NaN",
            "#N/A",
            "2020-07-05",
            "2020-99-99T00:00:00",
            "_x000D_",
            "_xFFFF__x0000_",
            "chữ",
            "&#x202d;1&#x202c;",
            "T\u00adêng",
            "999999999");
    private static final List<String> ADDRESSES =
            List.of("A1", "B1", "XFD1048576", "AAAA1", "a1", "1", "", "A", "ZZZ9999999");

    @TempDir
    Path folder;

    @Test
    void anyCellsInAnyShapeAreRowsOrAReason() {
        Random random = new Random(20261127);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] content = any(random);
            try {
                WorkbookFile.read(content).forEach(sheet -> sheet.rows()
                        .forEach(row -> assertThat(row.cells()).doesNotContainNull()));
                read++;
            } catch (Refused reason) {
                assertThat(reason.getMessage()).isNotBlank();
                refused++;
            }
        }
        assertThat(read).isPositive();
        assertThat(refused).isPositive();
    }

    @Test
    void theLargestThatIsReadOrRefusedNeedsNoMoreThan256Megabytes() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int row = 1; row <= 20_000; row++) {
            rows.append("<row>")
                    .append("<c t='str'><v>Hoàn thành tốt nội dung</v></c>".repeat(24))
                    .append("</row>");
        }
        Path full = Files.write(
                folder.resolve("full.xlsx"),
                new RawWorkbook().sheet("S", rows.toString()).bytes());
        Path wide = Files.write(
                folder.resolve("wide.xlsx"),
                new RawWorkbook()
                        .sheet("S", ("<row>" + "<c><v>1</v></c>".repeat(200) + "</row>").repeat(20_000))
                        .bytes());

        for (Path file : List.of(full, wide)) {
            Process reader = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            WorkbookFuzzTest.class.getName(),
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said.txt").toFile())
                    .start();
            assertThat(reader.waitFor(3, TimeUnit.MINUTES)).isTrue();
            String said = Files.readString(folder.resolve("said.txt"));
            System.out.println(file.getFileName() + ": " + said.strip());
            assertThat(reader.exitValue()).as(said).isZero();
            assertThat(Duration.ofMillis(Long.parseLong(said.replaceAll("(?s).* (\\d+) ms.*", "$1"))))
                    .isLessThan(Duration.ofSeconds(10));
        }
    }

    /** Reads one workbook in a machine of its own; a reason is as good as rows. */
    public static void main(String[] arguments) throws Exception {
        byte[] content = Files.readAllBytes(Path.of(arguments[0]));
        String outcome;
        try {
            outcome = WorkbookFile.read(content).get(0).rows().size() + " rows";
        } catch (Refused reason) {
            outcome = reason.key();
        }
        long processor =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
        System.out.println(outcome + ", " + processor + " ms of processor time");
    }

    private static byte[] any(Random random) {
        RawWorkbook workbook = new RawWorkbook().sharedTexts("<si><t>a</t></si><si/>".repeat(random.nextInt(3)));
        int sheets = random.nextInt(3);
        for (int sheet = 0; sheet < sheets; sheet++) {
            StringBuilder rows = new StringBuilder();
            for (int row = random.nextInt(5); row > 0; row--) {
                rows.append(random.nextInt(4) == 0 ? "<row r='" + random.nextInt(9) + "'>" : "<row>");
                for (int cell = random.nextInt(6); cell > 0; cell--) {
                    rows.append(cell(random));
                }
                rows.append(random.nextInt(60) == 0 ? "" : "</row>");
            }
            String state = random.nextInt(4) == 0 ? "state='hidden'" : "";
            workbook.sheet("Trang " + sheet, state, rows.toString());
        }
        if (random.nextInt(10) == 0) {
            workbook.listed("mất", "");
        }
        return workbook.bytes();
    }

    private static String cell(Random random) {
        String address = random.nextInt(3) == 0 ? " r='" + one(ADDRESSES, random) + "'" : "";
        String value = one(VALUES, random);
        String content = random.nextInt(4) == 0
                ? "<is><r><t>" + value + "</t></r><rPh sb='0' eb='1'><t>x</t></rPh></is>"
                : "<f>A1+1</f><v>" + value + "</v>";
        return "<c" + address + one(TYPES, random) + ">" + content + "</c>";
    }

    private static String one(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
