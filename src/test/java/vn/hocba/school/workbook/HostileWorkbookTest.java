package vn.hocba.school.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hocba.shared.Refused;

/** Files that somebody made to do harm end in a reason, before they cost memory or read anything beside themselves. */
class HostileWorkbookTest {

    private static final String MEGABYTES = "A".repeat(3 * 1024 * 1024);

    static Stream<Arguments> singleTokens() {
        String cell = "<row r='1'><c r='A1' t='str'><v>1</v></c></row>";
        return Stream.of(
                Arguments.of("a value", cell("<c r='A1' t='str'><v>" + MEGABYTES + "</v></c>")),
                Arguments.of(
                        "a text in its cell", cell("<c r='A1' t='inlineStr'><is><t>" + MEGABYTES + "</t></is></c>")),
                Arguments.of("an attribute", cell("<c r='A1' x='" + MEGABYTES + "'/>")),
                Arguments.of("an attribute of brackets", cell("<c r='A1' x='" + MEGABYTES.replace('A', '>') + "'/>")),
                Arguments.of("a comment", "<!--" + MEGABYTES + "-->" + cell),
                Arguments.of("a comment of tags", "<!-- -><" + MEGABYTES.replace('A', '<') + "-->" + cell),
                Arguments.of("a comment that seems to end", "<!--><" + MEGABYTES.replace('A', '<') + "-->" + cell),
                Arguments.of("a plain section", cell("<c r='A1' t='str'><v><![CDATA[" + MEGABYTES + "]]></v></c>")),
                Arguments.of("an instruction", "<?x " + MEGABYTES.replace('A', '<') + "?>" + cell));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("singleTokens")
    void noSingleTextFillsTheMemory(String what, String rows) {
        byte[] content = new RawWorkbook().sheet("S", rows).bytes();

        assertThatThrownBy(() -> WorkbookFile.read(content)).extracting("key").isEqualTo("school.file.bomb");
    }

    @Test
    void aSharedTextOfMegabytesIsRefused() {
        byte[] content = new RawWorkbook()
                .sheet("S", "<row r='1'><c r='A1' t='s'><v>0</v></c></row>")
                .sharedTexts("<si><t>" + MEGABYTES + "</t></si>")
                .bytes();

        assertThatThrownBy(() -> WorkbookFile.read(content)).extracting("key").isEqualTo("school.file.bomb");
    }

    @Test
    void aSharedTextInManyPiecesIsRefused() {
        byte[] content = new RawWorkbook()
                .sheet("S", "<row r='1'><c r='A1' t='s'><v>0</v></c></row>")
                .sharedTexts("<si>" + ("<r><t>" + "A".repeat(1000) + "</t></r>").repeat(3000) + "</si>")
                .bytes();

        assertThatThrownBy(() -> WorkbookFile.read(content)).extracting("key").isEqualTo("school.file.bomb");
    }

    @Test
    void elementsWithinEachOtherWithoutEndAreRefused() {
        byte[] content = new RawWorkbook().sheet("S", "<x>".repeat(1_000_000)).bytes();

        assertThatThrownBy(() -> WorkbookFile.read(content)).isInstanceOf(Refused.class);
    }

    @Test
    void anEntityThatNamesAFileOfTheServerIsNotRead(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        String entity = "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
        byte[] content = new RawWorkbook()
                .listed("S", "")
                .part(
                        "xl/worksheets/sheet1.xml",
                        entity + "<worksheet><sheetData>" + cell("<c r='A1' t='str'><v>&x;</v></c>")
                                + "</sheetData></worksheet>")
                .bytes();

        assertThatThrownBy(() -> WorkbookFile.read(content)).extracting("key").isEqualTo("school.file.damaged");
    }

    @Test
    void textInAnotherWidthOfLettersIsRefused() {
        byte[] content = new RawWorkbook()
                .listed("S", "")
                .part("xl/worksheets/sheet1.xml", "<\u0000w\u0000/\u0000>\u0000")
                .bytes();

        assertThatThrownBy(() -> WorkbookFile.read(content)).extracting("key").isEqualTo("school.file.damaged");
    }

    @Test
    void aCommentAndAPlainSectionOfUsualLengthDoNoHarm() {
        byte[] content = new RawWorkbook()
                .sheet("S", "<!-- a <b> -> c -->" + cell("<c r='A1' t='str'><v><![CDATA[1 < 2]]></v></c>") + "<!---->")
                .bytes();

        assertThat(WorkbookFile.read(content).get(0).rows().get(0).cell(0).text())
                .isEqualTo("1 < 2");
    }

    @Test
    void thousandsOfColumnsAreNotKept() {
        StringBuilder cells = new StringBuilder();
        for (int column = 0; column < 16_384; column++) {
            cells.append("<c t='str'><v>x</v></c>");
        }
        byte[] content = new RawWorkbook().sheet("S", cell(cells.toString())).bytes();

        assertThat(WorkbookFile.read(content).get(0).rows().get(0).cells()).hasSize(200);
    }

    private static String cell(String cells) {
        return "<row r='1'>" + cells + "</row>";
    }
}
