package vn.hocba.school;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hocba.school.workbook.Cell;
import vn.hocba.school.workbook.Headers;
import vn.hocba.school.workbook.Sheet;
import vn.hocba.shared.SchoolYear;

/**
 * What stands above a table.
 *
 * @param texts from top to bottom
 */
record SheetTitles(List<String> texts) {

    private static final Pattern SCHOOL = Pattern.compile("(.+?)\\s*\\(\\s*([0-9A-Za-z.-]{4,32})\\s*\\)");
    private static final Pattern CLASS = Pattern.compile(
            "lớp\\s*:?\\s+(\\d{1,2} ?[^\\s(]{1,12}|\\S+)\\s*$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SUBJECT = Pattern.compile(
            "\\smôn\\s*:?\\s+(.+?)\\s*[-–—]\\s*lớp\\s", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern PART_OF_YEAR =
            Pattern.compile("\\b((giua (hoc )?ki|giua hk|gh?k)( ?(1|2|i|ii))?|(hoc ki|ki|hk|ch?k) ?(1|i))\\b");
    private static final Pattern WHOLE_YEAR = Pattern.compile("\\b(cuoi|ca) nam\\b");

    /** The texts of a sheet's rows up to one, by its number. */
    static SheetTitles upTo(Sheet sheet, int lastRow) {
        return new SheetTitles(sheet.rows().stream()
                .filter(row -> row.number() <= lastRow)
                .flatMap(row -> row.cells().stream())
                .map(Cell::text)
                .filter(text -> !text.isEmpty())
                .toList());
    }

    /** Whether any title is so, as {@link Headers#key} writes it. */
    boolean any(Predicate<String> key) {
        return texts.stream().map(Headers::key).anyMatch(key);
    }

    /** «TRƯỜNG TIỂU HỌC HÒA BÌNH (79774401)»: the code in the brackets. */
    Optional<String> schoolCode() {
        return school(2);
    }

    /** «TRƯỜNG TIỂU HỌC HÒA BÌNH (79774401)»: what stands before the brackets. */
    Optional<String> schoolName() {
        return school(1);
    }

    /** «SỞ GIÁO DỤC VÀ ĐÀO TẠO …». */
    Optional<String> provinceName() {
        return texts.stream()
                .filter(title -> Headers.key(title).startsWith("so giao duc"))
                .findFirst();
    }

    /** Whether a title speaks of the school year, readable or not. */
    boolean nameYear() {
        return texts.stream().anyMatch(SheetTitles::namesYear);
    }

    Optional<SchoolYear> schoolYear() {
        return texts.stream()
                .filter(SheetTitles::namesYear)
                .map(SchoolYear::findIn)
                .filter(year -> year != null)
                .findFirst();
    }

    /** «… - LỚP 4A»: the class that a title names. */
    Optional<String> className() {
        return first(CLASS);
    }

    /** «BẢNG ĐÁNH GIÁ CUỐI NĂM MÔN TIẾNG VIỆT - LỚP 1A»: the subject that a title names. */
    Optional<String> subjectName() {
        return first(SUBJECT);
    }

    /** Whether they name the first term or the middle of one, and nothing of the year's end: what stands below is not of the year. */
    boolean speakOfPartOfYear() {
        return any(key -> PART_OF_YEAR.matcher(key).find())
                && !any(key -> WHOLE_YEAR.matcher(key).find());
    }

    private Optional<String> first(Pattern pattern) {
        return texts.stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    private Optional<String> school(int group) {
        return texts.stream()
                .filter(title -> Headers.key(title).startsWith("truong"))
                .map(SCHOOL::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(group))
                .findFirst();
    }

    private static boolean namesYear(String title) {
        return Headers.key(title).contains("nam hoc");
    }
}
