package vn.hocba.school;

import java.time.LocalDate;
import java.util.Set;

/**
 * Số định danh cá nhân: three digits of the province of birth registration, one of century and gender, two of the year of birth, six random ones. Numbers
 * once issued keep the codes of provinces that were merged since.
 */
final class PersonalId {

    private static final Set<Integer> PROVINCES = Set.of(
            1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42,
            44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86,
            87, 89, 91, 92, 93, 94, 95, 96);

    private PersonalId() {}

    static boolean isWellFormed(String number) {
        return number.matches("\\d{12}");
    }

    static boolean hasKnownProvince(String number) {
        return PROVINCES.contains(Integer.parseInt(number.substring(0, 3)));
    }

    /** 0/1 for men and women born 1900 to 1999, 2/3 for 2000 to 2099, and so on. */
    static boolean agreesWithGender(String number, boolean female) {
        return (number.charAt(3) - '0') % 2 == (female ? 1 : 0);
    }

    static boolean agreesWithBirth(String number, LocalDate birth) {
        int century = 19 + (number.charAt(3) - '0') / 2;
        return century * 100 + Integer.parseInt(number.substring(4, 6)) == birth.getYear();
    }
}
