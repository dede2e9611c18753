package vn.hocba.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.document.SnapshotBuilder.signatures;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.ToyRegulation;
import vn.hocba.record.KnownRegulations;
import vn.hocba.record.RecordChanges;
import vn.hocba.record.RecordChanges.Change;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.shared.Refused;

/** A regulation that the application has no form for gets its packet, its printed form, its fields and its changes all the same. */
class SecondRegulationTest {

    private static final String URL = "https://hocba.example.vn/tra-cuu?ma=0";
    private static final RecordSnapshot VERSION = ToySnapshots.of("Giàng A Sử", "0301234567");

    private final PacketFormat format = new Packets(new PacketSchema(), KnownRegulations.all());
    private final PrintFormat form = new PrintedForm(KnownRegulations.all());

    @Test
    void whatIsWrittenIsReadBackUnchanged() {
        assertThat(format.read(format.packet(VERSION))).isEqualTo(VERSION);
    }

    @Test
    void aPacketNamesItsRegulationAndEveryCellAndOfTheEmptyOnesToo() {
        assertThat(packet())
                .contains("<DANH_GIA_THEO_QUY_DINH MA=\"TOY-1\">")
                .contains("<DIEM_TONG_KET Id=\"mon-so\" MA_HO_SO_NAM=\"018f0000000070008000000000000001\">")
                .contains("<O HOC_KY=\"1\" MA=\"test1\" TEN=\"Bài thi\">40</O>")
                .contains("<O HOC_KY=\"1\" MA=\"project1\" TEN=\"Dự án\"></O>")
                .contains("<O HOC_KY=\"2\" MA=\"conduct2\" NHOM=\"Rèn luyện\" TEN=\"Nền nếp\">A</O>")
                .contains("<KET_QUA MA=\"PASSED\">Đạt</KET_QUA>");
    }

    @Test
    void aYearWithoutAResultHasAPacketToo() {
        RecordSnapshot unfinished = new RecordSnapshot(
                VERSION.lookupCode(),
                VERSION.yearRecordId(),
                1,
                VERSION.level(),
                2026,
                7,
                "7A",
                VERSION.createdOn(),
                VERSION.issuer(),
                VERSION.pupil(),
                ToyRegulation.CODE,
                ToySnapshots.of("Giàng A Sử", "0301234567", Map.of()).parts(),
                new RecordSnapshot.Teacher(null, null),
                new RecordSnapshot.Conclusion(null, false, null, null));

        RecordSnapshot read = format.read(format.packet(unfinished));

        assertThat(read.conclusion()).isEqualTo(unfinished.conclusion());
        assertThat(read.subjects()).isEqualTo(unfinished.subjects());
    }

    @ParameterizedTest(name = "{0}: {1} = {2}")
    @CsvSource({
        "VAN,test1,101",
        "VAN,test1,8.55",
        "VAN,test1,' 81.5'",
        "VAN,test1,tám mươi",
        "HOMEROOM,conduct1,D",
        "HOMEROOM,conduct2,a"
    })
    void aValueThatTheRegulationDoesNotAllowIsRefused(String part, String cell, String value) {
        byte[] packet = format.packet(ToySnapshots.with(VERSION, part, cell, value));

        assertThatThrownBy(() -> format.read(packet)).isInstanceOf(Refused.class);
    }

    static Stream<String[]> wrong() {
        return Stream.of(
                new String[] {"a cell that the regulation does not have", "MA=\"test1\"", "MA=\"test9\""},
                new String[] {"a cell twice", "MA=\"project1\"", "MA=\"test1\""},
                new String[] {"a subject that it does not have", "<MA_MON_HOC>SO<", "<MA_MON_HOC>TOAN<"},
                new String[] {"a subject twice", "<MA_MON_HOC>SO<", "<MA_MON_HOC>VAN<"},
                new String[] {"a row under another id", "Id=\"mon-so\"", "Id=\"mon-toan\""},
                new String[] {"a row without its mark of a row", "Id=\"mon-so\"", "Id=\"so\""},
                new String[] {
                    "a row of another record", "Id=\"mon-so\" MA_HO_SO_NAM=\"018f", "Id=\"mon-so\" MA_HO_SO_NAM=\"018e"
                },
                new String[] {"a third term", "HOC_KY=\"2\"", "HOC_KY=\"3\""},
                new String[] {"a result that it does not have", "KET_QUA MA=\"PASSED\"", "KET_QUA MA=\"BEST\""},
                new String[] {"an unknown regulation", "QUY_DINH MA=\"TOY-1\"", "QUY_DINH MA=\"TOY-2\""},
                new String[] {"one with a form of its own", "QUY_DINH MA=\"TOY-1\"", "QUY_DINH MA=\"TT27-2020\""},
                new String[] {
                    "an element of TT 27 among its own", "</O><MA_GIAO_VIEN>", "</O><MIEN>1</MIEN><MA_GIAO_VIEN>"
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void aPacketThatTheRegulationWouldNotHaveMadeIsRefused(String name, String part, String instead) {
        String packet = packet();
        String changed = packet.replaceFirst(
                java.util.regex.Pattern.quote(part), java.util.regex.Matcher.quoteReplacement(instead));
        assertThat(changed).isNotEqualTo(packet);

        assertThatThrownBy(() -> format.read(changed.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void tt27StaysAsStrictAsItWas() {
        String packet =
                new String(format.packet(SampleSnapshots.of("Lò Thị Mai").build()), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> format.read(packet.replaceFirst("<MIEN>", "<O MA=\"x\" TEN=\"x\">1</O><MIEN>")
                        .getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(
                        () -> format.read(packet.replaceFirst("<DIEM_TONG_KET ", "<DIEM_TONG_KET MA_HO_SO_NAM=\"x\" ")
                                .getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theFormHasTheTermsTheCellsTheConclusionAndWhoSignedTheRows() {
        List<SignatureLine> lines = new ArrayList<>(signatures());
        lines.add(
                0,
                new SignatureLine(
                        "GVBM", "mon-van", "Nguyễn Thị Hoa", "", Instant.parse("2027-05-20T01:02:03Z"), "5403aa"));

        List<String> pages = PdfText.pages(form.printedForm(VERSION, lines, URL, null));

        assertThat(pages.get(0)).contains("HỌC BẠ").doesNotContain("TIỂU HỌC BẠ", "HỌC BẠ TIỂU HỌC");
        assertThat(String.join(" ", pages.subList(2, pages.size())))
                .contains("Học kì I", "Học kì II", "Bài thi", "Dự án", "Lời phê")
                .contains("Ngữ văn 81.5 70 90 Đọc tốt & viết <gọn>.")
                .contains("Số học 40 66", "Âm nhạc 100 0 55")
                .contains("Nhận định của chủ nhiệm", "Rèn luyện", "Nền nếp, học kì I B", "Lời phê chung Chăm ngoan.")
                .contains("Kết quả: Đạt", "Hoàn thành; được lên lớp", "Giải nhất <hội thi> vẽ")
                .contains("Quy chế thử nghiệm số 1")
                .contains("Đã ký số 20/05/2027 08:02:03");
    }

    @Test
    void supplementsNameItsFields() {
        assertThat(RecordFields.of(VERSION))
                .contains(new RecordFields.Field(
                        "mon-so", "Kết quả môn Số học", "Bài thi, học kì I: 40; Bài thi, học kì II: 66", false))
                .contains(new RecordFields.Field("O-conduct1", "Nền nếp, học kì I", "B", false));
    }

    @Test
    void twoVersionsAreComparedCellByCell() {
        RecordSnapshot corrected =
                ToySnapshots.with(ToySnapshots.with(VERSION, "SO", "test2", "76"), Part.CLASS, "conduct1", "A");

        assertThat(RecordChanges.between(VERSION, corrected, new ToyRegulation()))
                .containsExactly(
                        new Change(1, 1, "Số học, bài thi, học kì II", "66", "76"),
                        new Change(1, 1, "Rèn luyện, nền nếp, học kì I", "B", "A"));
    }

    private String packet() {
        return new String(format.packet(VERSION), StandardCharsets.UTF_8);
    }
}
