package vn.hocba.school;

import java.util.Arrays;
import java.util.List;
import vn.hocba.school.workbook.Headers;

/** The columns of the sector database's exports that we read, by the names they bear. */
enum Column {
    ORDINAL("STT", "Số thứ tự", "TT"),
    MOET_CODE("Mã định danh Bộ GD&ĐT", "Mã định danh Bộ GDĐT", "Mã học sinh", "Mã cán bộ", "Mã định danh"),
    NAME("Họ và tên", "Họ tên"),
    BIRTH_DATE("Ngày sinh"),
    GENDER("Giới tính"),
    ETHNICITY("Dân tộc"),
    NATIONALITY("Quốc tịch"),
    STATUS("Trạng thái"),
    PHONE("SĐT liên hệ", "Số điện thoại", "Điện thoại"),
    BIRTH_PLACE("Nơi sinh chi tiết", "Nơi sinh"),
    HOME_PROVINCE("Tỉnh thành quê quán"),
    HOME_COMMUNE("Phường Xã quê quán", "Xã phường quê quán"),
    RESIDENCE("Chỗ ở hiện nay", "Nơi ở hiện nay"),
    FATHER("Tên cha", "Họ tên cha", "Họ và tên cha"),
    FATHER_JOB("Nghề nghiệp cha"),
    MOTHER("Tên mẹ", "Họ tên mẹ", "Họ và tên mẹ"),
    MOTHER_JOB("Nghề nghiệp mẹ"),
    GUARDIAN("Tên người giám hộ", "Người giám hộ", "Họ tên người giám hộ"),
    CLASS("Lớp học", "Lớp", "Tên lớp"),
    GRADE("Khối học", "Khối"),
    PERSONAL_ID("Số định danh cá nhân", "Số định danh", "Số CCCD"),
    POSITION("Vị trí việc làm"),
    TITLE("Chức vụ"),
    EMAIL("Email công vụ", "Email"),
    SUBJECT("Môn học", "Tên môn học"),
    TEACHER_CODE("Mã định danh Bộ GD&ĐT giáo viên", "Mã giáo viên"),
    TEACHER_NAME("Họ và tên giáo viên", "Họ tên giáo viên", "Tên giáo viên"),
    DUTY("Vai trò"),
    LEVEL("Mức đạt được CK", "Mức đạt được", "Mức đạt được cuối năm"),
    TEST_MARK("Điểm KTĐK", "Điểm KTĐK CK", "Điểm KTĐK cuối năm"),
    COMMENT("Nhận xét CK", "Nhận xét", "Nội dung nhận xét"),
    EXCUSED("Nghỉ có phép", "Số ngày nghỉ có phép"),
    UNEXCUSED("Nghỉ không phép", "Số ngày nghỉ không phép"),
    /** Only at secondary level: recognised in order to say that it is not supported yet. */
    TERM_RESULT("ĐTBmhk", "ĐTBmcn", "ĐĐGtx1", "Đánh giá", "Rèn luyện HK I");

    private final String label;
    private final List<String> keys;

    Column(String... names) {
        label = names[0];
        keys = Arrays.stream(names).map(Headers::key).toList();
    }

    /** The name that the sector database gives it. */
    String label() {
        return label;
    }

    /** Whether this is the column's name, its parts compared as {@link Headers#key} does. */
    boolean isNamed(String headerKey) {
        return keys.contains(headerKey);
    }
}
