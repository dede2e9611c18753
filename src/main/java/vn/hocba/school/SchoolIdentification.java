package vn.hocba.school;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.SchoolYear;

/** Reads from the workbooks themselves which school they are of, before that school exists here. */
@Component
public class SchoolIdentification {

    /**
     * The school that workbooks name in their titles.
     *
     * @param code in the sector database
     * @param name as documents write it, such as «Trường Tiểu học Hòa Bình»
     * @param provinceName as documents write it, such as «Sở Giáo dục và Đào tạo Thành phố Hồ Chí Minh»
     * @param level of all its grades
     */
    public record Identity(String code, String name, String provinceName, SchoolYear schoolYear, SchoolLevel level) {}

    /**
     * Touches no data of ours, so anybody may ask.
     *
     * @throws Refused when no file can be read, or they do not all name the same school, year and level
     */
    public Identity read(List<NamedFile> files) {
        List<UploadedFile> read = readable(files);
        String code =
                only(read.stream().map(UploadedFile::schoolCode).collect(Collectors.toSet()), "school.identity.code");
        SchoolYear year =
                only(read.stream().map(UploadedFile::schoolYear).collect(Collectors.toSet()), "school.identity.year");
        List<SheetTable> tables =
                read.stream().flatMap(file -> file.tables().stream()).toList();
        Set<SchoolLevel> levels = new TreeSet<>();
        read.forEach(file ->
                file.grades().forEach(grade -> UploadedFile.levelOf(grade).ifPresent(levels::add)));
        String name = tables.stream()
                .flatMap(table -> table.titles().schoolName().stream())
                .findFirst()
                .orElseThrow(() -> Refused.invalid("school.file.no-school-code"));
        String province = tables.stream()
                .flatMap(table -> table.titles().provinceName().stream())
                .findFirst()
                .orElseThrow(() -> Refused.invalid("school.identity.province"));
        return new Identity(
                code,
                VietnameseTitle.of(name),
                VietnameseTitle.of(province),
                year,
                only(levels, "school.identity.level"));
    }

    /** Those that can be read name the school; why the others cannot, the import says. */
    private static List<UploadedFile> readable(List<NamedFile> files) {
        List<UploadedFile> read = new ArrayList<>();
        Refused first = null;
        for (NamedFile file : files) {
            try {
                if (!file.isBeside()) {
                    read.add(UploadedFile.read(file));
                }
            } catch (Refused e) {
                first = first == null
                        ? Refused.invalid("school.import.file-refused", file.name(), e.getMessage())
                        : first;
            }
        }
        if (read.isEmpty() && first != null) {
            throw first;
        }
        return read;
    }

    private static <T> T only(Set<T> values, String refusal) {
        if (values.size() != 1) {
            throw Refused.invalid(refusal);
        }
        return values.iterator().next();
    }
}
