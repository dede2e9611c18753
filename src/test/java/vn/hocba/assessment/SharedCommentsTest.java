package vn.hocba.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hocba.assessment.tt27.Tt27Primary;
import vn.hocba.shared.PolicyTable;

class SharedCommentsTest {

    private static final Regulation TT27 = new Tt27Primary(
            Tables.ofProject(), ProjectCurriculum.read(), 2026, "79", new DecisionTable("overallResultTt27", "1"));

    private static List<String> fitting(int year, String province, String part, String level) {
        return new SharedComments(
                        PolicyTable.parse(
                                SharedComments.FILE,
                                """
                        regulation;part;level;first-year;last-year;province;text
                        TT27-2020;;T;;;;Nắm chắc kiến thức; vận dụng tốt.
                        TT27-2020;;H;;;;Cần luyện tập thêm.
                        TT27-2020;TOAN;T;2027;;;Tính nhẩm nhanh.
                        TT27-2020;HOMEROOM;T;;;;Chăm ngoan.
                        TT27-2020;;T;;;01;Biết giữ gìn bản sắc.
                        TT22-2021;;T;;;;Câu của cấp khác.
                        """))
                .fitting(TT27, year, province, part, level);
    }

    @Test
    void aSentenceFitsItsPartItsLevelItsYearsAndItsSo() {
        assertThat(fitting(2026, "79", "TOAN", "T")).containsExactly("Nắm chắc kiến thức; vận dụng tốt.");
        assertThat(fitting(2027, "79", "TOAN", "T"))
                .containsExactly("Nắm chắc kiến thức; vận dụng tốt.", "Tính nhẩm nhanh.");
        assertThat(fitting(2027, "79", "TV", null))
                .containsExactly("Nắm chắc kiến thức; vận dụng tốt.", "Cần luyện tập thêm.");
        assertThat(fitting(2026, "79", Part.CLASS, "T")).containsExactly("Chăm ngoan.");
    }

    @Test
    void aSosOwnSentencesStandFirst() {
        assertThat(fitting(2026, "01", "TV", "T"))
                .containsExactly("Biết giữ gìn bản sắc.", "Nắm chắc kiến thức; vận dụng tốt.");
    }

    @Test
    void whatTheApplicationBringsUsesTheLevelsOfItsRegulation() {
        assertThat(PolicyTable.read(SharedComments.FILE))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(TT27.commentLevels()).contains(row.get("level")));
    }
}
