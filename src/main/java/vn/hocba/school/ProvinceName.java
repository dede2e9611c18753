package vn.hocba.school;

import java.util.regex.Pattern;
import vn.hocba.school.SchoolDirectory.Unit;

/** Of which province or city a school is, as forms have it. */
public final class ProvinceName {

    private static final Pattern DEPARTMENT =
            Pattern.compile("(?iu)^sở\\s+(giáo dục và đào tạo|gd\\s*&\\s*đt|gd-đt|gdđt)\\s+(?=\\S)");

    private ProvinceName() {}

    /**
     * What the school's address says; where it says nothing, whose Sở it is under: «Sở Giáo dục và Đào tạo Thành phố Hồ Chí Minh» is of «Thành phố Hồ Chí Minh».
     *
     * @param department the Sở; the school itself where none stands above it
     */
    public static String of(Unit school, Unit department) {
        return school.provinceName() != null
                ? school.provinceName()
                : DEPARTMENT.matcher(department.name()).replaceFirst("");
    }
}
