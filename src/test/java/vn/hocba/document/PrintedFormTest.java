package vn.hocba.document;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocba.document.SnapshotBuilder.aRecord;
import static vn.hocba.document.SnapshotBuilder.signatures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hocba.assessment.AssessedBy;
import vn.hocba.record.KnownRegulations;
import vn.hocba.record.RecordSnapshot.Study;
import vn.hocba.record.Tt27View.TraitGroup;

class PrintedFormTest {

    private static final String URL = "https://hocba.example.vn/tra-cuu/0193a7c4e5f64b2d8c1e0f9a7b6d5c43";

    private static final PrintFormat FORM = new PrintedForm(KnownRegulations.all());

    @Test
    void theCoverSaysWhoseRecordItIsAndOfWhichSchool() {
        String cover = pages(aRecord().place("Phường Bến Thành")).get(0);

        assertThat(cover)
                .contains("BỘ GIÁO DỤC VÀ ĐÀO TẠO")
                .contains("HỌC BẠ TIỂU HỌC")
                .contains("Họ và tên học sinh: Lò Thị Mai")
                .contains("Trường: Tiểu học Hòa Bình")
                .contains("Xã/Phường: Phường Bến Thành")
                .contains("Tỉnh/Thành phố: Thành phố Hồ Chí Minh");
    }

    @Test
    void aPlaceThatIsNoCommuneIsNotTakenForOne() {
        assertThat(pages(aRecord().place("Thành phố Hồ Chí Minh")).get(0)).doesNotContain("Xã/Phường");
    }

    @Test
    void theCommuneIsAFieldOfItsOwnAndThePlaceOfDatingNeedNotBeIt() {
        List<String> pages = pages(aRecord().commune("Phường Chợ Lớn").place("Chợ Lớn"));

        assertThat(pages.get(0)).contains("Xã/Phường: Phường Chợ Lớn");
        assertThat(pages.get(1)).contains("Chợ Lớn, ngày 28 tháng 5 năm 2027");
    }

    @Test
    void thePersonalPageHasEveryField() {
        assertThat(pages(aRecord()).get(1))
                .contains("Độc lập - Tự do - Hạnh phúc")
                .contains("Giới tính: Nữ")
                .contains("Ngày, tháng, năm sinh: 09/03/2019")
                .contains("Dân tộc: Thái")
                .contains("Quốc tịch: Việt Nam")
                .contains("Số định danh cá nhân: 079317012345")
                .contains("Mã học sinh: 7937228015")
                .contains("Nơi sinh: Phường Bến Thành, Thành phố Hồ Chí Minh")
                .contains("Quê quán: Phường Hồng Bàng, Thành phố Hồ Chí Minh")
                .contains("Nơi ở hiện nay: Tổ 18, Phường An Đông, Thành phố Hồ Chí Minh")
                .contains("Họ và tên cha: Lò Văn Hưng Họ và tên mẹ: Quách Tường Vi")
                .doesNotContain("Nghề nghiệp")
                .contains("Người giám hộ (nếu có): ……");
    }

    @Test
    void thePersonalPageTellsWhereThePupilStudied() {
        assertThat(pages(aRecord()).get(1))
                .contains("QUÁ TRÌNH HỌC TẬP")
                .contains("2026 - 2027 4A Trường Tiểu học Hòa Bình");
    }

    @Test
    void everyYearAtEverySchoolIsARowWithTheRegisterAndTheDayOfEntryAsFarAsTheyAreKnown() {
        assertThat(pages(aRecord()
                                .studies(
                                        new Study(2025, "3B", "Trường Tiểu học Phố Xa", "112", null),
                                        new Study(
                                                2026,
                                                "4A",
                                                "Trường Tiểu học Hòa Bình",
                                                "DB-7",
                                                LocalDate.of(2026, 8, 20))))
                        .get(1))
                .contains(
                        "2025 - 2026 3B Trường Tiểu học Phố Xa 112 2026 - 2027 4A Trường Tiểu học Hòa Bình DB-7 20/08/2026");
    }

    @Test
    void aPupilWithATravelDocumentHasItInsteadOfThePersonalId() {
        assertThat(pages(aRecord().foreigner("Nhật Bản").travelDocument("Hộ chiếu", "TK1234567"))
                        .get(1))
                .contains("Giấy tờ đi lại: Hộ chiếu TK1234567")
                .doesNotContain("Số định danh cá nhân");
    }

    @Test
    void aWholeBookHasOneCoverOnePersonalPageAndThePagesOfEveryYear() {
        byte[] pdf = FORM.wholeBook(fiveYears(), URL, null);
        List<String> pages = PdfText.pages(pdf);

        assertThat(pages)
                .filteredOn(page -> page.contains("BỘ GIÁO DỤC VÀ ĐÀO TẠO"))
                .hasSize(1);
        assertThat(pages).filteredOn(page -> page.contains("QUÁ TRÌNH HỌC TẬP")).hasSize(1);
        assertThat(pages.get(1))
                .contains("2022 - 2023 1A Trường Tiểu học Hòa Bình")
                .contains("2023 - 2024 2C Trường Tiểu học Phố Xa, tỉnh Lào Cai 45 05/09/2023")
                .contains("2026 - 2027 5A Trường Tiểu học Hòa Bình DB-7");
        for (String year : List.of("2022 - 2023", "2024 - 2025", "2025 - 2026", "2026 - 2027")) {
            assertThat(pages)
                    .filteredOn(page -> page.contains("NĂM HỌC " + year))
                    .hasSize(1);
        }
        assertThat(pages.get(pages.size() - 1))
                .contains("Học bạ tiểu học – Lò Thị Mai")
                .contains("Trang " + pages.size() + "/" + pages.size());
        assertThat(FORM.wholeBook(fiveYears(), URL, null)).isEqualTo(pdf);
    }

    /** Of five years four were issued here; the second was spent elsewhere, which the later versions say. The first does not tell where the pupil studied. */
    static List<PrintFormat.Year> fiveYears() {
        Study first = new Study(2022, "1A", "Trường Tiểu học Hòa Bình", null, null);
        Study away = new Study(2023, "2C", "Trường Tiểu học Phố Xa, tỉnh Lào Cai", "45", LocalDate.of(2023, 9, 5));
        Study third = new Study(2024, "3A", "Trường Tiểu học Hòa Bình", "DB-7", LocalDate.of(2024, 8, 15));
        Study fourth = new Study(2025, "4A", "Trường Tiểu học Hòa Bình", "DB-7", null);
        Study fifth = new Study(2026, "5A", "Trường Tiểu học Hòa Bình", "DB-7", null);
        return Stream.of(
                        aRecord().grade(1).year(2022, "1A"),
                        aRecord().grade(3).year(2024, "3A").studies(first, away, third),
                        aRecord().grade(4).year(2025, "4A").studies(first, away, third, fourth),
                        aRecord().grade(5).year(2026, "5A").studies(first, away, third, fourth, fifth))
                .map(year -> new PrintFormat.Year(year.build(), signatures()))
                .toList();
    }

    @Test
    void aForeignPupilHasABlankInsteadOfAPersonalId() {
        assertThat(pages(aRecord().foreigner("Căm-pu-chia")).get(1))
                .contains("Số định danh cá nhân: ……")
                .contains("Dân tộc: ……")
                .contains("Quốc tịch: Căm-pu-chia");
    }

    @Test
    void theYearBeginsWithMeasuresAndAbsences() {
        assertThat(pages(aRecord()).get(2))
                .contains("NĂM HỌC 2026 - 2027")
                .contains("Lớp: 4A")
                .contains("Chiều cao: 135 cm")
                .contains("Cân nặng: 32 kg")
                .contains("Số ngày nghỉ có phép: 2 Số ngày nghỉ không phép: 0");
    }

    @Test
    void whatWasNotMeasuredIsLeftBlank() {
        assertThat(pages(aRecord().notMeasured()).get(2))
                .contains("Chiều cao: ……")
                .contains("Cân nặng: ……")
                .doesNotContain("null");
    }

    @Test
    void subjectsShowLevelMarkAndComment() {
        assertThat(pages(aRecord()).get(2))
                .contains("1. Các môn học và hoạt động giáo dục")
                .contains("KTĐK: kiểm tra định kỳ")
                .contains("Toán T 10 Nắm vững kiến thức")
                .contains("Đạo đức T Nắm vững kiến thức");
    }

    @Test
    void anExemptSubjectSaysSoAndNothingElse() {
        assertThat(pages(aRecord().exemptFrom("GDTC")).get(2)).contains("Giáo dục thể chất Miễn Nghệ thuật (Âm");
    }

    @Test
    void anExemptSubjectSaysByWhichDecision() {
        assertThat(pages(aRecord().exemptFrom("GDTC", "lý do sức khỏe, Quyết định số 12/QĐ-TH ngày 05/09/2026"))
                        .get(2)
                        .replaceAll("\\s+", " "))
                .contains("Giáo dục thể chất Miễn Miễn vì lý do sức khỏe, Quyết định số 12/QĐ-TH ngày 05/09/2026.");
    }

    @Test
    void qualitiesAndCompetencesStandInTheirGroupsBesideTheComment() {
        String text = text(aRecord().homeroomComment("Chăm ngoan."));

        assertThat(text).contains("Chăm ngoan.");
        assertThat(text.replace("Chăm ngoan. ", ""))
                .contains("2. Những phẩm chất chủ yếu Yêu nước T Nhân ái T Chăm chỉ Đ Trung thực T Trách nhiệm T "
                        + "3. Những năng lực cốt lõi 3.1. Những năng lực chung Tự chủ và tự học T Giao tiếp và hợp tác T "
                        + "Giải quyết vấn đề và sáng tạo Đ 3.2. Những năng lực đặc thù Ngôn ngữ T Tính toán T Khoa học Đ "
                        + "Công nghệ T Tin học T Thẩm mĩ T Thể chất T");
    }

    @Test
    void eachSectionHasTheCommentThatWasWrittenAboutIt() {
        SnapshotBuilder record = aRecord()
                .weight("23.5")
                .homeroomComment(null)
                .comment(TraitGroup.QUALITY, "Ngoan, lễ phép.")
                .comment(TraitGroup.COMMON_COMPETENCE, "Tự giác.")
                .comment(TraitGroup.SPECIFIC_COMPETENCE, "Tính nhanh.");
        String text = text(record);

        assertThat(text).contains("Cân nặng: 23,5 kg").doesNotContain("Nhận xét chung");
        // A comment stands beside its section, so its first line is read with the section's title.
        assertThat(text.indexOf("Ngoan, lễ phép.")).isBetween(0, text.indexOf("Trách nhiệm"));
        assertThat(text.indexOf("Tự giác.")).isBetween(text.indexOf("Trách nhiệm"), text.indexOf("Giải quyết vấn đề"));
        assertThat(text.indexOf("Tính nhanh.")).isGreaterThan(text.indexOf("Giải quyết vấn đề"));
        assertThat(text(record.homeroomComment("Cả năm tiến bộ."))).contains("Nhận xét chung Cả năm tiến bộ.");
    }

    @Test
    void whoIsAssessedByAPlanHasNoResultButSaysWhyAndHowTheYearEnds() {
        assertThat(text(aRecord().individually(AssessedBy.PLAN, "Số 12/QĐ ngày 05/09/2026", true)))
                .contains("4. Đánh giá kết quả giáo dục: Học sinh khuyết tật, đánh giá theo kế hoạch giáo dục cá nhân")
                .contains("Căn cứ: Số 12/QĐ ngày 05/09/2026")
                .contains("5. Khen thưởng: …")
                .contains("Hoàn thành chương trình lớp 4 theo kế hoạch giáo dục cá nhân; được lên lớp 5");
        assertThat(text(aRecord().grade(5).individually(AssessedBy.NOTHING, "Số 3", false)))
                .contains("Học sinh khuyết tật, không đánh giá")
                .contains("Chưa hoàn thành chương trình tiểu học theo kế hoạch giáo dục cá nhân");
    }

    @Test
    void theResultRewardAndPromotionFollow() {
        assertThat(text(aRecord().rewardFor("Vượt trội môn Toán")))
                .contains("hoàn thành tốt trong học tập và rèn luyện (Vượt trội môn Toán)");
        assertThat(text(aRecord()))
                .contains("4. Đánh giá kết quả giáo dục: Hoàn thành tốt")
                .contains("5. Khen thưởng: Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện")
                .contains("Hoàn thành chương trình lớp 4; được lên lớp 5");
    }

    @Test
    void aPupilWhoHasToRepeatIsNotPromoted() {
        assertThat(text(aRecord().grade(2).result("NOT_COMPLETED", false, false).reward(null)))
                .contains("4. Đánh giá kết quả giáo dục: Chưa hoàn thành")
                .contains("5. Khen thưởng: …")
                .contains("Chưa hoàn thành chương trình lớp 2; chưa được lên lớp");
    }

    @Test
    void thePupilOfGradeFiveCompletesPrimaryLevel() {
        assertThat(text(aRecord().grade(5)))
                .contains("Hoàn thành chương trình tiểu học")
                .doesNotContain("lên lớp");
    }

    @Test
    void whatIsNotDecidedYetIsLeftBlank() {
        assertThat(text(aRecord().result(null, false, null)))
                .contains("4. Đánh giá kết quả giáo dục: ……")
                .contains("tiểu học: ……")
                .doesNotContain("Chưa hoàn thành chương trình");
    }

    @Test
    void signaturesShowWhoSignedForWhichSchoolAndWhenInVietnameseTime() {
        assertThat(text(aRecord()))
                .contains("Thành phố Hồ Chí Minh, ngày 28 tháng 5 năm 2027")
                .contains("Người ký: Đỗ Thùy Dương")
                .contains("Thời gian ký: 28/05/2027 09:15:07 +07:00")
                .contains("Người ký: Nguyễn Thị Ngọc Ánh")
                .contains("Cơ quan ký số: Trường Tiểu học Hòa Bình")
                .contains("Thời gian ký: 30/05/2027 00:30:00 +07:00")
                .doesNotContain("(chưa ký)");
    }

    @Test
    void anEmptySlotSaysThatNobodySigned() {
        byte[] pdf = FORM.printedForm(aRecord().build(), signatures().subList(0, 1), URL, null);

        assertThat(PdfText.of(pdf)).contains("(chưa ký)").contains("Người ký: Đỗ Thùy Dương");
    }

    @Test
    void aDeputySignsForThePrincipalWhateverTheDeputyIsInChargeOf() {
        assertThat(signedByA("Phó hiệu trưởng phụ trách"))
                .contains("KT. HIỆU TRƯỞNG")
                .contains("PHÓ HIỆU TRƯỞNG")
                .doesNotContain("PHỤ TRÁCH");
    }

    @Test
    void whoActsInThePrincipalsPlaceSignsWithQ() {
        assertThat(signedByA("Q. Hiệu trưởng")).contains("Q. HIỆU TRƯỞNG").doesNotContain("KT. HIỆU TRƯỞNG");
    }

    private static String signedByA(String title) {
        List<SignatureLine> lines = new ArrayList<>(signatures());
        SignatureLine principal = lines.get(1);
        lines.set(
                1,
                new SignatureLine(principal.slot(), principal.name(), title, principal.signedAt(), principal.serial()));
        return PdfText.of(FORM.printedForm(aRecord().build(), lines, URL, null));
    }

    @Test
    void everyPageBearsCodeNumberAndNotice() {
        byte[] pdf =
                FORM.printedForm(aRecord().build(), signatures(), URL, "Bản thử nghiệm – không có giá trị pháp lý");
        List<String> pages = PdfText.pages(pdf);

        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i))
                    .contains("0193-a7c4-e5f6-4b2d-8c1e-0f9a-7b6d-5c43")
                    .contains("Trang " + (i + 1) + "/" + pages.size())
                    .contains("Bản thử nghiệm – không có giá trị pháp lý");
        }
    }

    @Test
    void anOrdinaryRecordTakesFourPages() {
        assertThat(pages(aRecord())).hasSize(4);
    }

    @Test
    void aLongCommentFlowsOverPagesUnderARepeatedHeaderAndLosesNoWord() {
        StringBuilder comment = new StringBuilder();
        for (int i = 1; i <= 900; i++) {
            comment.append("chữ").append(i).append(' ');
        }
        List<String> pages = pages(aRecord().subjectComment(null).homeroomComment(comment.toString()));
        String text = String.join(" ", pages);

        for (int i = 1; i <= 900; i++) {
            assertThat(text).contains("chữ" + i + " ");
        }
        assertThat(pages)
                .filteredOn(page -> page.contains("chữ"))
                .hasSizeGreaterThan(1)
                .allSatisfy(page -> assertThat(page).contains("Phẩm chất, năng lực"));
    }

    @Test
    void aSubjectThatGoesOnOnTheNextPageIsNamedThereAgain() {
        assertThat(text(aRecord().subjectComment("Tiếp thu bài nhanh. ".repeat(120))))
                .contains("Tiếng Việt (tiếp theo)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H'Mai Ayŭn", "H’Hen Niê Kđăm", "Y Čư Êban", "Thạch Sa Rết", "O’Connor-Müller Zoë"})
    void namesOfAllPeoplesSurvive(String name) {
        assertThat(pages(aRecord().pupilNamed(name)).get(0)).contains(name);
    }

    @Test
    void decomposedLettersAreComposed() {
        assertThat(pages(aRecord().pupilNamed("Lo\u0300 Thi\u0323 Mai")).get(0)).contains("Lò Thị Mai");
    }

    @Test
    void aCharacterThatTheFontLacksIsReplacedVisibly() {
        assertThat(text(aRecord().homeroomComment("Giỏi 😀 ភ\tlắm\u200b!"))).contains("Giỏi □ □ lắm!");
    }

    @Test
    void aPageWithAReplacedCharacterSaysWhatTheSquareMeansAndNoOtherPageDoes() {
        List<String> pages = pages(aRecord().homeroomComment("Giỏi 😀 \uf04a"));

        assertThat(pages)
                .filteredOn(page -> page.contains("Giỏi □ □"))
                .isNotEmpty()
                .allSatisfy(page -> assertThat(page).contains("□ Chữ mà mẫu in không có"));
        assertThat(pages.get(0)).doesNotContain("□");
    }

    @Test
    void aWordWiderThanItsColumnIsBroken() {
        String word = "a".repeat(400);

        assertThat(text(aRecord().homeroomComment(word))
                        .chars()
                        .filter(letter -> letter == 'a')
                        .count())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void theSameVersionGivesTheSameBytes() {
        assertThat(print(aRecord())).isEqualTo(print(aRecord()));
    }

    @Test
    void formsPrintedAtTheSameTimeDoNotDisturbEachOther() {
        byte[] alone = print(aRecord());

        assertThat(IntStream.range(0, 16).parallel().mapToObj(i -> print(aRecord())))
                .allSatisfy(pdf -> assertThat(pdf).isEqualTo(alone));
    }

    private static byte[] print(SnapshotBuilder builder) {
        return FORM.printedForm(builder.build(), signatures(), URL, null);
    }

    private static List<String> pages(SnapshotBuilder builder) {
        return PdfText.pages(print(builder));
    }

    private static String text(SnapshotBuilder builder) {
        return PdfText.of(print(builder));
    }
}
