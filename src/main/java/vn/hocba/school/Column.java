package vn.hocba.school;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.hocba.school.workbook.Headers;

/**
 * The columns of the sector database's exports that we read, by the names they bear. Where several columns of a sheet answer to one of these, the more exact
 * name is meant: «Mức đạt được CK», of the end of the year, and not the «Mức đạt được» of a term beside it.
 */
enum Column {
    ORDINAL("STT|Số thứ tự|TT"),
    MOET_CODE(
            "Mã định danh Bộ GD&ĐT|Mã định danh Bộ GDĐT|Mã định danh của Bộ GD&ĐT|Mã định danh Bộ Giáo dục và Đào tạo",
            "Mã học sinh|Mã cán bộ",
            "Mã định danh"),
    NAME("Họ và tên|Họ tên|Họ và tên học sinh|Họ tên học sinh"),
    BIRTH_DATE("Ngày sinh|Ngày tháng năm sinh|Ngày, tháng, năm sinh"),
    GENDER("Giới tính"),
    ETHNICITY("Dân tộc"),
    NATIONALITY("Quốc tịch"),
    STATUS("Trạng thái", "Trạng thái học sinh|Trạng thái cán bộ"),
    PHONE("SĐT liên hệ", "Số điện thoại", "Điện thoại"),
    BIRTH_PLACE("Nơi sinh chi tiết", "Nơi sinh"),
    HOME_PROVINCE("Tỉnh thành quê quán"),
    HOME_COMMUNE("Phường Xã quê quán", "Xã phường quê quán"),
    RESIDENCE("Chỗ ở hiện nay", "Nơi ở hiện nay"),
    FATHER("Tên cha", "Họ tên cha|Họ và tên cha"),
    MOTHER("Tên mẹ", "Họ tên mẹ|Họ và tên mẹ"),
    GUARDIAN("Tên người giám hộ", "Họ tên người giám hộ", "Người giám hộ"),
    POLICY_GROUP("Đối tượng chính sách|Diện chính sách", "Đối tượng ưu tiên|Diện ưu tiên"),
    TRAVEL_DOCUMENT("Loại giấy tờ đi lại|Loại giấy tờ nhập cảnh|Loại giấy tờ tùy thân"),
    TRAVEL_DOCUMENT_NO("Số hộ chiếu|Số giấy tờ đi lại|Số hộ chiếu, giấy tờ đi lại"),
    REGISTER_NO("Số đăng bộ|Số đăng bộ học sinh|Số sổ đăng bộ"),
    ENTERED_ON("Ngày nhập học, chuyển đến|Ngày nhập học|Ngày vào trường|Ngày chuyển đến"),
    CLASS("Lớp học|Lớp|Tên lớp"),
    GRADE("Khối học|Khối"),
    ROOM("Lớp ghép|Tên lớp ghép"),
    SITE("Điểm trường|Tên điểm trường"),
    CLASS_KIND("Loại lớp|Loại hình lớp"),
    PERSONAL_ID("Số định danh cá nhân|Số định danh", "Số CCCD"),
    POSITION("Vị trí việc làm"),
    TITLE("Chức vụ"),
    EMAIL("Email công vụ", "Email"),
    SUBJECT("Môn học|Tên môn học"),
    TEACHER_CODE("Mã định danh Bộ GD&ĐT giáo viên", "Mã giáo viên"),
    TEACHER_NAME("Họ và tên giáo viên|Họ tên giáo viên|Tên giáo viên"),
    DUTY("Vai trò"),
    LEVEL("Mức đạt được CK|Mức đạt được cuối năm|Mức đạt được cả năm", "Mức đạt được CKII", "Mức đạt được"),
    TEST_MARK("Điểm KTĐK CK|Điểm KTĐK cuối năm", "Điểm KTĐK CKII", "Điểm KTĐK"),
    COMMENT("Nhận xét CK|Nhận xét cuối năm|Nhận xét cả năm", "Nhận xét CKII", "Nội dung nhận xét", "Nhận xét"),
    QUALITY_COMMENT(
            "Nhận xét phẩm chất chủ yếu|Nhận xét những phẩm chất chủ yếu|Nhận xét phẩm chất|Nhận xét PC|Nhận xét về phẩm chất",
            "Nội dung nhận xét phẩm chất chủ yếu|Nội dung nhận xét phẩm chất|Nội dung nhận xét PC"),
    COMMON_COMMENT(
            "Nhận xét năng lực chung|Nhận xét những năng lực chung|Nhận xét NL chung|Nhận xét NLC|Nhận xét về năng lực chung",
            "Nội dung nhận xét năng lực chung|Nội dung nhận xét NL chung|Nội dung nhận xét NLC"),
    SPECIFIC_COMMENT(
            "Nhận xét năng lực đặc thù|Nhận xét những năng lực đặc thù|Nhận xét NL đặc thù|Nhận xét NLĐT|Nhận xét về năng lực đặc thù",
            "Nội dung nhận xét năng lực đặc thù|Nội dung nhận xét NL đặc thù|Nội dung nhận xét NLĐT"),
    DISABILITY(
            "Khuyết tật|Học sinh khuyết tật|Dạng khuyết tật|Loại khuyết tật",
            "Học hòa nhập|Học sinh hòa nhập|Học sinh khuyết tật học hòa nhập|HS học hòa nhập"),
    HEIGHT("Chiều cao|Chiều cao (cm)|Chiều cao cm"),
    WEIGHT("Cân nặng|Cân nặng (kg)|Cân nặng kg"),
    EXCUSED("Nghỉ có phép|Số ngày nghỉ có phép"),
    UNEXCUSED("Nghỉ không phép|Số ngày nghỉ không phép"),
    /** Only at secondary level: recognised in order to say that it is not supported yet. */
    TERM_RESULT("ĐTBmhk", "ĐTBmcn", "ĐĐGtx1", "Đánh giá", "Rèn luyện HK I");

    /** The least exact rank of a name that says itself that it is of the year's end. */
    static final int OF_THE_YEAR = 1;

    private static final Map<String, Map<Column, Integer>> BY_KEY = byKey();

    private final List<String> names;

    /** @param names the most exact first; names of the same exactness parted by «|» */
    Column(String... names) {
        this.names = List.of(names);
    }

    /** The name that the sector database gives it. */
    String label() {
        return names.get(0).split("\\|")[0];
    }

    /**
     * The columns that have a name, as {@link Headers#key} writes it.
     *
     * @return how exact the name is for each, 0 for the most exact
     */
    static Map<Column, Integer> named(String headerKey) {
        return BY_KEY.getOrDefault(Period.inOneWord(headerKey), Map.of());
    }

    private static Map<String, Map<Column, Integer>> byKey() {
        Map<String, Map<Column, Integer>> byKey = new HashMap<>();
        for (Column column : values()) {
            for (int rank = 0; rank < column.names.size(); rank++) {
                for (String name : column.names.get(rank).split("\\|")) {
                    byKey.computeIfAbsent(Headers.key(name), key -> new EnumMap<>(Column.class))
                            .putIfAbsent(column, rank);
                }
            }
        }
        return byKey;
    }
}
