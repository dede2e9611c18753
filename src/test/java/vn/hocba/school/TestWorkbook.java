package vn.hocba.school;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Builds small workbooks in the layout of the sector database. */
public final class TestWorkbook {

    public static final String CODE = "99000001";

    private static final int HEADER_ROWS = 6;

    private final Map<String, List<Object[]>> sheets = new LinkedHashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private final String name;
    private String school = "TRƯỜNG TIỂU HỌC THỬ NGHIỆM (" + CODE + ")";
    private String year = "NĂM HỌC 2026 - 2027";
    private List<Object[]> rows;

    private TestWorkbook(String name) {
        this.name = name;
    }

    public static TestWorkbook pupils() {
        return new TestWorkbook("hoc-sinh.xlsx")
                .sheet(
                        "Sheet1",
                        "DANH SÁCH HỌC SINH",
                        "STT",
                        "Mã định danh Bộ GD&ĐT",
                        "Họ tên",
                        "Ngày sinh",
                        "Giới tính",
                        "Dân tộc",
                        "Trạng thái",
                        "Lớp học",
                        "Khối học",
                        "Số định danh cá nhân");
    }

    public static TestWorkbook staff() {
        return new TestWorkbook("can-bo.xlsx")
                .sheet(
                        "Sheet1",
                        "DANH SÁCH CÁN BỘ, GIÁO VIÊN, NHÂN VIÊN",
                        "STT",
                        "Mã định danh Bộ GD&ĐT",
                        "Họ và tên",
                        "Ngày sinh",
                        "Giới tính",
                        "Số định danh cá nhân",
                        "Vị trí việc làm",
                        "Chức vụ",
                        "Email công vụ",
                        "Số điện thoại",
                        "Trạng thái");
    }

    public static TestWorkbook assignments() {
        return new TestWorkbook("phan-cong.xlsx")
                .sheet(
                        "Sheet1",
                        "BẢNG PHÂN CÔNG GIẢNG DẠY, CHỦ NHIỆM",
                        "STT",
                        "Lớp",
                        "Môn học",
                        "Mã định danh Bộ GD&ĐT giáo viên",
                        "Họ và tên giáo viên",
                        "Vai trò");
    }

    public static TestWorkbook marks(String subject, String className) {
        return new TestWorkbook("danh-gia-" + className + ".xlsx")
                .sheet(
                        subject,
                        "BẢNG ĐÁNH GIÁ CUỐI NĂM MÔN " + subject.toUpperCase(java.util.Locale.ROOT) + " - LỚP "
                                + className,
                        "STT",
                        "Lớp",
                        "Mã định danh Bộ GD&ĐT",
                        "Họ và tên",
                        "Ngày sinh",
                        "Mức đạt được CK",
                        "Điểm KTĐK",
                        "Nhận xét CK");
    }

    static TestWorkbook traits(String className) {
        return new TestWorkbook("pham-chat-" + className + ".xlsx")
                .sheet(
                        "Phẩm chất - Năng lực",
                        "BẢNG ĐÁNH GIÁ PHẨM CHẤT, NĂNG LỰC CUỐI NĂM - LỚP " + className,
                        "STT",
                        "Lớp",
                        "Mã định danh Bộ GD&ĐT",
                        "Họ và tên",
                        "PC: Yêu nước",
                        "NL: Tin học",
                        "Nghỉ có phép",
                        "Nghỉ không phép",
                        "Nhận xét");
    }

    public static TestWorkbook withHeader(String title, String... header) {
        return new TestWorkbook("tep.xlsx").sheet("Sheet1", title, (Object[]) header);
    }

    /** A pupil of class 1A without any problem; code and personal ID end in this number, 1 to 99. */
    public static Object[] pupil(int number, String name) {
        return new Object[] {
            number,
            "99000000%02d".formatted(number),
            name,
            "15/03/2020",
            "Nam",
            "Kinh",
            "Đang học",
            "1A",
            "Khối 1",
            "0792200000%02d".formatted(number)
        };
    }

    /** A teacher without any problem; the code ends in this number, 1 to 99. */
    public static Object[] teacher(int number, String name) {
        return new Object[] {
            number,
            "98000000%02d".formatted(number),
            name,
            "21/10/1973",
            "Nam",
            "0790730000%02d".formatted(number),
            "Giáo viên",
            "Giáo viên",
            "gv%02d@thu-nghiem.edu.vn".formatted(number),
            "0950846774",
            "Đang làm việc"
        };
    }

    /** The same row with another value in a column, from 0. */
    public static Object[] with(Object[] row, int column, Object value) {
        Object[] copy = row.clone();
        copy[column] = value;
        return copy;
    }

    public TestWorkbook of(String schoolTitle) {
        school = schoolTitle;
        return retitled(1, schoolTitle);
    }

    public TestWorkbook in(String yearTitle) {
        year = yearTitle;
        return retitled(3, yearTitle);
    }

    public TestWorkbook row(Object... cells) {
        rows.add(cells);
        return this;
    }

    public NamedFile file() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "hocba-test", "1.0")) {
            sheets.forEach((sheetName, all) -> {
                Worksheet sheet = workbook.newWorksheet(sheetName);
                if (hidden.contains(sheetName)) {
                    sheet.setVisibilityState(VisibilityState.HIDDEN);
                }
                for (int r = 0; r < all.size(); r++) {
                    for (int c = 0; c < all.get(r).length; c++) {
                        put(sheet, r, c, all.get(r)[c]);
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new NamedFile(name, out.toByteArray());
    }

    /** Another sheet with the same titles and column names, without rows, for the rows that follow. */
    TestWorkbook again(String sheetName) {
        List<Object[]> before = rows;
        rows = new ArrayList<>(before.subList(0, HEADER_ROWS));
        sheets.put(sheetName, rows);
        return this;
    }

    TestWorkbook hidden(String sheetName) {
        hidden.add(sheetName);
        return this;
    }

    private TestWorkbook retitled(int row, String title) {
        sheets.values().forEach(all -> all.set(row, new Object[] {title}));
        return this;
    }

    private TestWorkbook sheet(String sheetName, String title, Object... header) {
        rows = new ArrayList<>();
        rows.add(new Object[] {"SỞ GIÁO DỤC VÀ ĐÀO TẠO THÀNH PHỐ HỒ CHÍ MINH"});
        rows.add(new Object[] {school});
        rows.add(new Object[] {title});
        rows.add(new Object[] {year});
        rows.add(new Object[] {});
        rows.add(header);
        sheets.put(sheetName, rows);
        return this;
    }

    private static void put(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("dd/MM/yyyy").set();
        } else if (value instanceof Number number) {
            sheet.value(row, column, new BigDecimal(number.toString()));
        } else if (value != null) {
            sheet.value(row, column, value.toString());
        }
    }
}
