package vn.hocba.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hocba.assessment.AssessedBy;
import vn.hocba.assessment.Part;
import vn.hocba.record.KnownRegulations;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.Tt27View.TraitGroup;
import vn.hocba.shared.Refused;

class PacketFormatTest {

    private final PacketSchema schema = new PacketSchema();
    private final PacketFormat format = new Packets(schema, KnownRegulations.all());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Thị Hoa",
                "H'Mông Giàng A Sử",
                "Y Bhăm Êban",
                "សុខ សុភាព",
                "Mai 🌻👩‍🏫",
                "O\"Neil & <Sons> ]]> 'x'",
                "Dòng 1\nDòng 2\r\n\tthụt vào",
                " giữ khoảng trắng  "
            })
    void whatIsWrittenIsReadBackUnchanged(String text) {
        RecordSnapshot snapshot = SampleSnapshots.of(text).comment(text).build();

        assertThat(format.read(format.packet(snapshot))).isEqualTo(snapshot);
    }

    @Test
    void missingValuesStayMissingAndEmptyOnesEmpty() {
        RecordSnapshot snapshot =
                SampleSnapshots.of("Lê A").sparse().comment("").build();

        assertThat(format.read(format.packet(snapshot))).isEqualTo(snapshot);
    }

    @Test
    void whyAPupilIsExemptStandsInThePacketAndComesBackAndOneOfBeforeSaysNothing() {
        RecordSnapshot snapshot = SnapshotBuilder.aRecord()
                .exemptFrom("GDTC", "lý do sức khỏe, Quyết định số 12/QĐ-TH ngày 05/09/2026")
                .build();
        byte[] packet = format.packet(snapshot);

        assertThat(text(packet))
                .contains(
                        "<MIEN>1</MIEN><CAN_CU_MIEN>lý do sức khỏe, Quyết định số 12/QĐ-TH ngày 05/09/2026</CAN_CU_MIEN>");
        assertThat(format.read(packet)).isEqualTo(snapshot);
        RecordSnapshot before = SnapshotBuilder.aRecord().exemptFrom("GDTC").build();
        assertThat(text(format.packet(before))).contains("<MIEN>1</MIEN>").doesNotContain("CAN_CU_MIEN");
        assertThat(format.read(format.packet(before))).isEqualTo(before);
    }

    @Test
    void commentsOnTheSectionsAndMeasuresWithADecimalStandInThePacketAndComeBack() {
        RecordSnapshot snapshot = SnapshotBuilder.aRecord()
                .weight("23.5")
                .rewardFor("Vượt trội môn Toán")
                .homeroomComment(null)
                .comment(TraitGroup.QUALITY, "Ngoan, lễ phép.")
                .comment(TraitGroup.COMMON_COMPETENCE, "Tự giác học tập.")
                .comment(TraitGroup.SPECIFIC_COMPETENCE, "Tính toán nhanh.")
                .build();
        byte[] packet = format.packet(snapshot);

        assertThat(text(packet))
                .contains("<CAN_NANG>23.5</CAN_NANG>")
                .contains("<NHAN_XET_PHAM_CHAT>Ngoan, lễ phép.</NHAN_XET_PHAM_CHAT>"
                        + "<NHAN_XET_NANG_LUC_CHUNG>Tự giác học tập.</NHAN_XET_NANG_LUC_CHUNG>"
                        + "<NHAN_XET_NANG_LUC_DAC_THU>Tính toán nhanh.</NHAN_XET_NANG_LUC_DAC_THU>"
                        + "<DANH_GIA_KQ_GIAO_DUC>")
                .contains("<CAN_CU_KHEN_THUONG>Vượt trội môn Toán</CAN_CU_KHEN_THUONG>")
                .doesNotContain("NHAN_XET_GVCN");
        assertThat(format.read(packet)).isEqualTo(snapshot);
        assertThat(snapshot.contents().value(Part.CLASS, "weightKg")).contains("23,5");
        assertThat(format.read(packet).contents()).isEqualTo(snapshot.contents());
    }

    @ParameterizedTest
    @CsvSource({
        "PLAN, <DANH_GIA_THEO_KHGDCN>1</DANH_GIA_THEO_KHGDCN>",
        "NOTHING, <CO_KHUYET_TAT_KHONG_DANH_GIA>1</CO_KHUYET_TAT_KHONG_DANH_GIA>"
    })
    void thatAPupilIsAssessedOtherwiseStandsInThePacketWithItsGround(AssessedBy by, String element) {
        RecordSnapshot snapshot = SnapshotBuilder.aRecord()
                .individually(by, "Số 12/QĐ ngày 05/09/2026", true)
                .build();
        byte[] packet = format.packet(snapshot);

        assertThat(text(packet))
                .contains(element + "<CAN_CU_DANH_GIA>Số 12/QĐ ngày 05/09/2026</CAN_CU_DANH_GIA>")
                .doesNotContain("DANH_GIA_KQ_GIAO_DUC");
        assertThat(format.read(packet)).isEqualTo(snapshot);
        assertThat(snapshot.contents().assessedBy()).isEqualTo(by);
        assertThat(snapshot.contents().planCompleted()).contains(true);
    }

    @ParameterizedTest
    @MethodSource("regulations")
    void theBytesAreTheirOwnCanonicalForm(RecordSnapshot version) throws Exception {
        byte[] packet = format.packet(version);
        Init.init();
        var canonical = new java.io.ByteArrayOutputStream();

        Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS).canonicalize(packet, canonical, true);

        assertThat(new String(packet, StandardCharsets.UTF_8)).isEqualTo(canonical.toString(StandardCharsets.UTF_8));
    }

    static Stream<RecordSnapshot> regulations() {
        String name = "Mai 🌻 'x' \"y\"";
        return Stream.of(
                SampleSnapshots.of(name).comment("a\r\nb").build(),
                ToySnapshots.with(ToySnapshots.of(name, "0301234567"), "SO", "words", "a\r\n\"b\"\t'c' <d>"));
    }

    @ParameterizedTest
    @CsvSource({
        "<MA>NLC1</MA>, <MA>PC1</MA>",
        "<MA>PC1</MA>, <MA>comment</MA>",
        "<MA_MON_HOC>TOAN</MA_MON_HOC>, <MA_MON_HOC>TV</MA_MON_HOC>",
        "<MA_MON_HOC>TOAN</MA_MON_HOC>, <MA_MON_HOC>HOMEROOM</MA_MON_HOC>"
    })
    void aPacketOfTt27InWhichTwoThingsHaveTheSameCodeIsRefusedInWords(String code, String other) {
        String packet = text(format.packet(SampleSnapshots.of("Lê A").build()));
        assertThat(packet).contains(code);

        assertThatThrownBy(() -> format.read(packet.replace(code, other).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("cùng mã");
    }

    @Test
    void thereAreSlotsForTheTeachersOfRowsWhereTheRegulationAsksForThem() {
        String primary = text(format.packet(SampleSnapshots.of("A").build()));
        String toy = text(format.packet(ToySnapshots.of("A", "0301234567")));

        assertThat(primary).contains("<DANH_SACH_GVBM></DANH_SACH_GVBM>");
        assertThat(toy)
                .contains(
                        "<DANH_SACH_GVBM><GVBM Id=\"ky-mon-van\"></GVBM><GVBM Id=\"ky-mon-so\"></GVBM></DANH_SACH_GVBM>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\uFFFEb", "a\uD83Cb"})
    void aControlCharacterIsRefusedWithTheFieldThatHoldsIt(String text) {
        RecordSnapshot snapshot = SampleSnapshots.of("Lê A").comment(text).build();

        assertThatThrownBy(() -> format.packet(snapshot))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("NHAN_XET_GVCN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "không phải XML",
                "<HOC_BA/>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><HOC_BA>&b;</HOC_BA>",
                "<HOC_BA><!-- x --></HOC_BA>"
            })
    void whatIsNoPacketIsRefused(String text) {
        assertThatThrownBy(() -> format.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void deepNestingIsRefusedBeforeItExhaustsTheStack() {
        byte[] bomb = ("<a>".repeat(100_000) + "</a>".repeat(100_000)).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> format.read(bomb)).isInstanceOf(Refused.class);
    }

    @Test
    void aPackageKeepsItsPacketsByteForByte() {
        PackageFormat packages = new ClassPackages(schema);
        byte[] packet = format.packet(SampleSnapshots.of("A").build());

        ClassPackage back = packages.read(packages.write(
                new ClassPackage("goi1", "79774401", "4A", 2026, List.of(new ClassPackage.Item("hs1", 3, packet)))));

        assertThat(back.id()).isEqualTo("goi1");
        assertThat(back.schoolYear()).isEqualTo(2026);
        assertThat(back.items()).singleElement().satisfies(item -> {
            assertThat(item.yearRecordId()).isEqualTo("hs1");
            assertThat(item.versionNo()).isEqualTo(3);
            assertThat(item.packet()).isEqualTo(packet);
        });
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
