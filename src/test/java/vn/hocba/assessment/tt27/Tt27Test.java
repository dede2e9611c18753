package vn.hocba.assessment.tt27;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.assessment.tt27.Tt27OutcomeTest.TABLE;
import static vn.hocba.assessment.tt27.Tt27OutcomeTest.TT27;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Contradiction;
import vn.hocba.assessment.Curriculum;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.PrimaryPupil;
import vn.hocba.assessment.Rank;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.Signature.Signer;
import vn.hocba.assessment.Tables;
import vn.hocba.shared.PolicyTable;
import vn.hocba.shared.Refused;

/** What may stand in which cell, what a part lacks, what hardly goes together, who signs. */
class Tt27Test {

    private static PrimaryPupil pupil(int grade) {
        return PrimaryPupil.of(TT27, grade);
    }

    private static String read(int grade, String part, String cell, String typed) {
        return TT27.read(grade, part, cell, typed);
    }

    @Test
    void theRowsOfAGradeAreThoseThatAreTaughtThenTheHomeroomTeachersPart() {
        assertThat(TT27.parts(1))
                .extracting(Part::code)
                .containsExactly("TV", "TOAN", "NN1", "DD", "TNXH", "GDTC", "AN", "MT", "HDTN", "TDT", Part.CLASS);
        assertThat(TT27.parts(4))
                .extracting(Part::code)
                .containsExactly(
                        "TV",
                        "TOAN",
                        "NN1",
                        "DD",
                        "LSDL",
                        "KH",
                        "TH",
                        "CN",
                        "GDTC",
                        "AN",
                        "MT",
                        "HDTN",
                        "TDT",
                        Part.CLASS);
        assertThatThrownBy(() -> TT27.parts(6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TT27.parts(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void qualitiesAndCompetencesStandUnderTheirGroups() {
        Part third = TT27.demandPart(3, Part.CLASS);

        assertThat(third.cell("PC1").group()).isEqualTo("Phẩm chất chủ yếu");
        assertThat(third.cell("NLC1").group()).isEqualTo("Năng lực chung");
        assertThat(third.cell("NLD4").group()).isEqualTo("Năng lực đặc thù");
        assertThat(TT27.demandPart(2, Part.CLASS).cells())
                .extracting(Cell::code)
                .doesNotContain("NLD4", "NLD5")
                .endsWith(
                        "excused",
                        "unexcused",
                        "qualityComment",
                        "commonComment",
                        "specificComment",
                        "comment",
                        "reward",
                        "rewardGround",
                        "heightCm",
                        "weightKg");
    }

    @ParameterizedTest(name = "«{0}» is {1}")
    @CsvSource({"T, T", "t, T", "' h ', H", "C, C", "M, M", "m, M", "miễn, M", "MIỄN, M", "'', ''", "' ', ''"})
    void aSubjectsLevelIsReadWhateverItsCase(String typed, String kept) {
        assertThat(read(1, "TV", "level", typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Đ", "A", "TT", "10", "mien"})
    void whatIsNoLevelOfASubjectIsRefused(String typed) {
        refused(1, "TV", "level", typed, "Mức đạt được chỉ nhận T, H, C hoặc M (miễn), đang là «" + typed + "».");
    }

    @ParameterizedTest(name = "«{0}» is {1}")
    @CsvSource({"T, T", "đ, Đ", "C, C", "'', ''"})
    void aLevelOfAQualityIsRead(String typed, String kept) {
        assertThat(read(1, Part.CLASS, "PC1", typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H", "M", "miễn", "D"})
    void whatIsNoLevelOfAQualityIsRefused(String typed) {
        refused(1, Part.CLASS, "PC1", typed, "Phẩm chất, năng lực chỉ nhận T, Đ hoặc C, đang là «" + typed + "».");
    }

    @ParameterizedTest(name = "«{0}» is {1}")
    @CsvSource({"0, 0", "10, 10", "' 9 ', 9", "9.0, 9", "'9,0', 9", "07, 7", "'', ''"})
    void aMarkIsAWholeNumberUpToTen(String typed, String kept) {
        assertThat(read(1, "TOAN", "mark", typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "-1", "9,5", "mười", "99999"})
    void anyOtherMarkIsRefused(String typed) {
        refused(1, "TOAN", "mark", typed, "Điểm phải là số nguyên từ 0 đến 10, đang là «" + typed + "».");
    }

    @Test
    void aSubjectWithoutATestTakesNoMark() {
        refused(1, "DD", "mark", "9", "Môn Đạo đức ở lớp 1 không có bài kiểm tra định kì; hãy để trống ô điểm.");
        refused(
                2,
                "NN1",
                "mark",
                "9",
                "Môn Ngoại ngữ 1 (Tiếng Anh) ở lớp 2 không có bài kiểm tra định kì; hãy để trống ô điểm.");
        assertThat(read(3, "NN1", "mark", "9")).isEqualTo("9");
        assertThat(read(1, "DD", "mark", "")).isEmpty();
        refused(
                1,
                "TDT",
                "mark",
                "10",
                "Môn Tiếng dân tộc ở lớp 1 không có bài kiểm tra định kì; hãy để trống ô điểm.");
    }

    @ParameterizedTest(name = "{0} up to {1}")
    @CsvSource({"excused, 366, số nguyên", "unexcused, 366, số nguyên", "heightCm, 250, số", "weightKg, 200, số"})
    void numbersHaveTheirLargest(String cell, int largest, String what) {
        assertThat(read(1, Part.CLASS, cell, Integer.toString(largest))).isEqualTo(Integer.toString(largest));
        assertThat(read(1, Part.CLASS, cell, "0")).isEqualTo("0");
        assertThatThrownBy(() -> read(1, Part.CLASS, cell, Integer.toString(largest + 1)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Cần " + what + " từ 0 đến " + largest + ", ")
                .hasMessageEndingWith("đang là «" + (largest + 1) + "».");
    }

    @ParameterizedTest(name = "«{0}» is {1}")
    @CsvSource({"'23,5', '23,5'", "23.5, '23,5'", "'23,50', '23,5'", "23, 23", "'131,5', '131,5'", "100, 100"})
    void theBodyIsMeasuredWithOneDecimal(String typed, String kept) {
        assertThat(read(1, Part.CLASS, "weightKg", typed)).isEqualTo(kept);
        assertThat(read(1, Part.CLASS, "heightCm", typed)).isEqualTo(kept);
        assertThatThrownBy(() -> read(1, Part.CLASS, "weightKg", "23,55")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> read(1, Part.CLASS, "excused", "1,5")).isInstanceOf(Refused.class);
    }

    @Test
    void aCommentOnEachSectionOrOneInsteadOfThemIsAskedFor() {
        Part ofClass = TT27.demandPart(1, Part.CLASS);
        PrimaryPupil pupil = pupil(1).with(Part.CLASS, "reward", "Không");
        assertThat(TT27.gaps(pupil.contents(), ofClass)).isEmpty();

        pupil.with(Part.CLASS, "commonComment", "");
        assertThat(TT27.gaps(pupil.contents(), ofClass)).containsExactly("thiếu nhận xét năng lực chung");

        pupil.with(Part.CLASS, "qualityComment", "").with(Part.CLASS, "specificComment", "");
        assertThat(TT27.gaps(pupil.contents(), ofClass)).containsExactly("thiếu nhận xét của chủ nhiệm");

        pupil.with(Part.CLASS, "comment", "Chăm ngoan.");
        assertThat(TT27.gaps(pupil.contents(), ofClass)).isEmpty();
    }

    @Test
    void whereTheFormHasNoGeneralCommentThereIsNoCellForItAndNothingStandsInsteadOfTheThree() {
        Regulation later = TT27.in(2027, "79", TABLE);
        Part ofClass = later.demandPart(1, Part.CLASS);

        assertThat(ofClass.cells())
                .extracting(Cell::code)
                .contains("qualityComment")
                .doesNotContain("comment");
        assertThat(later.gaps(pupil(1).with(Part.CLASS, "reward", "Không").contents(), ofClass))
                .isEmpty();
    }

    @Test
    void whichCommentsAreAskedForIsPolicyOfASo() {
        Curriculum own = new Curriculum(
                PolicyTable.read(Curriculum.SUBJECTS),
                PolicyTable.read(Curriculum.SUBJECT_NAMES),
                PolicyTable.read(Curriculum.TRAITS),
                Stream.concat(
                                PolicyTable.read(Curriculum.COMMENTS).stream(),
                                PolicyTable.parse(
                                        Curriculum.COMMENTS,
                                        """
                                level;cell;use;first-year;last-year;province
                                PRIMARY;SUBJECT;OPTIONAL;;;01
                                PRIMARY;specificComment;OPTIONAL;;;01
                                """)
                                        .stream())
                        .toList());
        Regulation there = new Tt27Primary(Tables.ofProject(), own, 2026, "01", TABLE);
        PrimaryPupil pupil = pupil(1).with("TOAN", "comment", "")
                .with(Part.CLASS, "reward", "Không")
                .with(Part.CLASS, "specificComment", "");

        assertThat(there.gaps(pupil.contents(), there.demandPart(1, "TOAN"))).isEmpty();
        assertThat(there.gaps(pupil.contents(), there.demandPart(1, Part.CLASS)))
                .isEmpty();
        assertThat(TT27.gaps(pupil.contents(), TT27.demandPart(1, "TOAN"))).containsExactly("thiếu nhận xét");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "qualityComment, PC3, C, C",
        "qualityComment, NLC1, C, T",
        "commonComment, NLC1, Đ, H",
        "specificComment, NLD1, T, T"
    })
    void sentencesFollowTheWorstLevelOfWhatTheyAreAbout(String comment, String trait, String level, String expected) {
        Part ofClass = TT27.demandPart(1, Part.CLASS);
        Contents contents = pupil(1).with(Part.CLASS, trait, level).contents();

        assertThat(TT27.commentLevel(
                        ofClass, ofClass.cell(comment), contents.parts().get(Part.CLASS), "EXCELLENT"))
                .contains(expected);
    }

    @ParameterizedTest(name = "{0} {1} up to {2} characters")
    @CsvSource({"TV, comment, 1000", "HOMEROOM, comment, 1000", "HOMEROOM, reward, 300"})
    void wordsHaveTheirLongest(String part, String cell, int longest) {
        assertThat(read(1, part, cell, "a".repeat(longest))).hasSize(longest);
        assertThatThrownBy(() -> read(1, part, cell, "a".repeat(longest + 1)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.INVALID));
    }

    @Test
    void aRewardIsKeptInTheWordsOfTheRegulation() {
        assertThat(read(1, Part.CLASS, "reward", "hs xuất sắc")).isEqualTo("Học sinh Xuất sắc");
        assertThat(read(1, Part.CLASS, "reward", "không có")).isEqualTo("Không");
        assertThat(read(1, Part.CLASS, "reward", "Giải nhất cờ vua")).isEqualTo("Giải nhất cờ vua");
    }

    @Test
    void theMarkOfAnExemptPupilIsClosed() {
        assertThat(TT27.closed(pupil(1).with("TOAN", "level", "M").contents(), TT27.demandPart(1, "TOAN")))
                .containsExactly("mark");
        assertThat(TT27.closed(pupil(1).contents(), TT27.demandPart(1, "TOAN"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"K", "k", "không học", "Không học", "-", "–"})
    void anOptionalSubjectThatAPupilDoesNotTakeIsNoExemption(String typed) {
        assertThat(read(1, "NN1", "level", typed)).isEqualTo("K");
        assertThatThrownBy(() -> read(3, "NN1", "level", typed)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> read(1, "TOAN", "level", typed)).isInstanceOf(Refused.class);
        Contents contents = pupil(1).taught("NN1")
                .with("NN1", "level", "K")
                .with("NN1", "comment", "")
                .contents();

        assertThat(TT27.isNotTaken(contents, "NN1")).isTrue();
        assertThat(TT27.isNotTaken(contents, "TOAN")).isFalse();
        assertThat(TT27.gaps(contents, TT27.demandPart(1, "NN1"))).isEmpty();
        assertThat(TT27.closed(contents, TT27.demandPart(1, "NN1"))).containsExactlyInAnyOrder("mark", "comment");
        assertThat(TT27.outcome(contents).result()).isEqualTo("EXCELLENT");
    }

    @Test
    void aRowLacksWhatIsNotEnteredAndAnExemptOneNothing() {
        PrimaryPupil pupil = pupil(1).with("TOAN", "level", "")
                .with("TOAN", "mark", "")
                .with("TOAN", "comment", "")
                .with("DD", "comment", "");

        assertThat(TT27.gaps(pupil.contents(), TT27.demandPart(1, "TOAN")))
                .containsExactly("thiếu mức đạt được", "thiếu điểm KTĐK", "thiếu nhận xét");
        assertThat(TT27.gaps(pupil.contents(), TT27.demandPart(1, "DD"))).containsExactly("thiếu nhận xét");
        assertThat(TT27.gaps(pupil.with("TOAN", "level", "M").contents(), TT27.demandPart(1, "TOAN")))
                .singleElement()
                .asString()
                .contains("chưa có quyết định miễn");
        assertThat(TT27.gaps(
                        pupil.with("TOAN", Contents.EXEMPT_GROUND, "lý do sức khỏe")
                                .contents(),
                        TT27.demandPart(1, "TOAN")))
                .isEmpty();
    }

    @Test
    void theHomeroomTeachersPartLacksWhatIsMissingAnywhere() {
        PrimaryPupil pupil = pupil(1).with("TV", "mark", "")
                .with(Part.CLASS, "unexcused", "")
                .with(Part.CLASS, "qualityComment", "")
                .with(Part.CLASS, "commonComment", "")
                .with(Part.CLASS, "specificComment", "");

        assertThat(TT27.gaps(pupil.contents(), TT27.demandPart(1, Part.CLASS)))
                .containsExactly(
                        "thiếu điểm KTĐK môn Tiếng Việt", "thiếu số ngày nghỉ", "thiếu nhận xét của chủ nhiệm");
    }

    @Test
    void aProposedRewardWaitsForAWordAndAWrongTitleHasToGo() {
        Part ofClass = TT27.demandPart(1, Part.CLASS);

        assertThat(TT27.gaps(pupil(1).contents(), ofClass))
                .containsExactly("xác nhận đề nghị khen thưởng «Học sinh Xuất sắc» hoặc gõ «Không» vào ô Khen thưởng");
        assertThat(TT27.gaps(pupil(1).with(Part.CLASS, "reward", "Không").contents(), ofClass))
                .isEmpty();
        assertThat(TT27.gaps(
                        pupil(1).with(Part.CLASS, "reward", "Học sinh Xuất sắc").contents(), ofClass))
                .isEmpty();
        assertThat(TT27.gaps(
                        pupil(1).with("TV", "mark", "8")
                                .with(Part.CLASS, "reward", "Học sinh Xuất sắc")
                                .contents(),
                        ofClass))
                .containsExactly("bỏ danh hiệu «Học sinh Xuất sắc» vì kết quả là «Hoàn thành tốt»");
    }

    @Test
    void theTitleThatNeedsMoreThanTheResultSaysForWhatItWasGiven() {
        Part ofClass = TT27.demandPart(1, Part.CLASS);
        PrimaryPupil pupil = pupil(1).with("TV", "mark", "8")
                .with(Part.CLASS, "reward", "Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện");

        assertThat(TT27.gaps(pupil.contents(), ofClass))
                .singleElement()
                .asString()
                .startsWith("ghi căn cứ của danh hiệu «Học sinh Tiêu biểu");
        assertThat(TT27.gaps(
                        pupil.with(Part.CLASS, "rewardGround", "Vượt trội môn Toán.")
                                .contents(),
                        ofClass))
                .isEmpty();
        assertThat(TT27.isComment(ofClass.cell("rewardGround"))).isFalse();
    }

    @ParameterizedTest(name = "level {0} with mark {1}: {2}")
    @CsvSource({
        "T, 2, true",
        "T, 6, true",
        "T, 7, false",
        "T, 10, false",
        "H, 4, true",
        "H, 5, false",
        "H, 10, false",
        "C, 4, false",
        "C, 5, true",
        "C, 10, true",
        "M, 2, false",
        "'', 2, false",
        "T, '', false"
    })
    void aLevelAndAMarkThatHardlyGoTogetherArePointedOut(String level, String mark, boolean odd) {
        List<Contradiction> found = TT27.contradictions(
                pupil(1).with("TOAN", "level", level).with("TOAN", "mark", mark).contents());

        assertThat(found).isEqualTo(odd ? List.of(new Contradiction("TOAN", level, mark)) : List.of());
    }

    @Test
    void symbolsRank() {
        Part maths = TT27.demandPart(1, "TOAN");
        Part ofClass = TT27.demandPart(1, Part.CLASS);

        assertThat(TT27.rank(maths, maths.cell("level"), "T")).contains(Rank.BEST);
        assertThat(TT27.rank(maths, maths.cell("level"), "H")).contains(Rank.MIDDLE);
        assertThat(TT27.rank(maths, maths.cell("level"), "C")).contains(Rank.WORST);
        assertThat(TT27.rank(maths, maths.cell("level"), "M")).contains(Rank.LEFT_OUT);
        assertThat(TT27.rank(maths, maths.cell("mark"), "1")).isEmpty();
        assertThat(TT27.rank(ofClass, ofClass.cell("PC1"), "Đ")).contains(Rank.MIDDLE);
    }

    @Test
    void homeroomTeacherPrincipalAndSealSignTheWholeAndAnyChangeVoidsAll() {
        assertThat(TT27.signatures(pupil(1).contents()))
                .extracting(signature -> signature.signer())
                .containsExactly(Signer.HOMEROOM_TEACHER, Signer.PRINCIPAL, Signer.SEAL);
        assertThat(TT27.voidedBy(pupil(1).contents(), TT27.demandPart(1, "TOAN")))
                .isEqualTo(TT27.signatures(pupil(1).contents()));
    }

    @Test
    void whereASoHasNoQualitiesNothingIsJudged() {
        Curriculum without = new Curriculum(
                PolicyTable.read(Curriculum.SUBJECTS),
                PolicyTable.read(Curriculum.SUBJECT_NAMES),
                PolicyTable.parse(Curriculum.TRAITS, "level;code;group;name;grades;first-year;last-year;province\n"),
                PolicyTable.read(Curriculum.COMMENTS));
        Regulation regulation = new Tt27Primary(Tables.ofProject(), without, 2026, "79", TABLE);

        Outcome outcome = PrimaryPupil.of(regulation, 1).outcome();

        assertThat(outcome.basis()).isEqualTo(Outcome.Basis.NOTHING_ASSESSED);
        assertThat(outcome.missing()).singleElement().asString().startsWith("không có phẩm chất, năng lực nào");
    }

    private static void refused(int grade, String part, String cell, String typed, String why) {
        assertThatThrownBy(() -> read(grade, part, cell, typed))
                .isInstanceOf(Refused.class)
                .hasMessage(why);
    }
}
