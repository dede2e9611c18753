package vn.hocba.lookup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.hocba.document.SampleSnapshots;
import vn.hocba.document.SnapshotBuilder;
import vn.hocba.document.ToySnapshots;
import vn.hocba.record.KnownRegulations;
import vn.hocba.record.RecordSnapshot;

class FoundContentTest {

    @Test
    void aVisitorReadsTheCellsOfAnyRegulationWithTheirTerms() {
        assertThat(read(ToySnapshots.of("Giàng A Sử", "0301234567")))
                .contains("Bài thi, học kì I", "Dự án, học kì I", "Bài thi, học kì II", "Lời phê")
                .contains("Số học40–66–")
                .contains("Rèn luyện", "Nền nếp, học kì IB")
                .contains("Đánh giá kết quả giáo dụcĐạt", "Lời phê chungChăm ngoan.");
    }

    @Test
    void whyThePupilIsExemptStandsInTheSummaryAndIsNoColumn() {
        assertThat(read(SnapshotBuilder.aRecord()
                        .exemptFrom("GDTC", "lý do sức khỏe, Quyết định số 12/QĐ-TH ngày 05/09/2026")
                        .build()))
                .contains("Miễn học môn Giáo dục thể chất" + "lý do sức khỏe, Quyết định số 12/QĐ-TH ngày 05/09/2026")
                .doesNotContain("Căn cứ miễn");
    }

    @Test
    void theWordsOfTt27StayWhatTheyWere() {
        assertThat(read(SampleSnapshots.of("Lò Thị Mai").build()))
                .contains("Môn họcMức đạt đượcĐiểm KTĐKNhận xét")
                .contains("Tiếng ViệtHoàn thành tốt9Đọc tốt.", "Giáo dục thể chấtMiễn––")
                .contains("Phẩm chất chủ yếuYêu nướcTốt", "Năng lực chungTự chủ và tự họcĐạt")
                .contains("Năng lực đặc thùNgôn ngữCần cố gắng")
                .contains("3 có phép, 0 không phép")
                .doesNotContain("131");
    }

    @Test
    void whoCompletesPrimaryLevelIsNotSaidToBePromotedWithinIt() {
        assertThat(read(completed(4))).contains("Được lên lớp");
        assertThat(read(completed(5)))
                .contains("Hoàn thành chương trình tiểu họcĐã hoàn thành")
                .doesNotContain("lên lớp");
    }

    private static RecordSnapshot completed(int grade) {
        RecordSnapshot s = SampleSnapshots.of("Lò Thị Mai").build();
        return new RecordSnapshot(
                s.lookupCode(),
                s.yearRecordId(),
                1,
                s.level(),
                s.schoolYear(),
                grade,
                s.className(),
                s.createdOn(),
                s.issuer(),
                s.pupil(),
                s.regulation(),
                s.parts(),
                s.homeroom(),
                new RecordSnapshot.Conclusion(s.conclusion().result(), true, true, null));
    }

    private static String read(RecordSnapshot version) {
        return new FoundContent(version, KnownRegulations.all().of(version))
                .cards().stream()
                        .map(Component::getElement)
                        .map(element -> element.getTextRecursively())
                        .collect(Collectors.joining("\n"));
    }
}
