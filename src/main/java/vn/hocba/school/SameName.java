package vn.hocba.school;

import java.util.HashSet;
import java.util.Set;
import vn.hocba.school.ImportPlan.Place;
import vn.hocba.shared.VietnameseText;

/**
 * Holds the name that stands beside a code against the one that this code is known by. Another name is another person and most likely a row that slipped; the
 * same letters with other marks, «Toàn» for «Toán», are one person of whom one of two sources is wrong, and somebody must look before it is signed.
 */
final class SameName {

    private final KnownSchool school;
    private final Set<String> said = new HashSet<>();

    SameName(KnownSchool school) {
        this.school = school;
    }

    /**
     * An error for another name; a warning for other marks, once of each person and spelling.
     *
     * @param id of the pupil or of the member of staff
     * @param known by this code; null where nothing is known
     */
    void check(RowReader row, Column column, String id, String code, String known) {
        String name = row.text(column, 150);
        if (name == null || known == null) {
            return;
        }
        if (!VietnameseText.searchKey(name).equals(VietnameseText.searchKey(known))) {
            row.error(column, "school.row.other-name" + where(id), args(id, code, known));
            return;
        }
        String spelling = VietnameseText.spellingKey(name);
        if (!spelling.equals(VietnameseText.spellingKey(known)) && said.add(id + " " + spelling)) {
            row.warning(column, "school.row.other-spelling" + where(id), args(id, code, known));
        }
    }

    private String where(String id) {
        return school.listedAt.containsKey(id) ? "-listed" : "";
    }

    private Object[] args(String id, String code, String known) {
        Place place = school.listedAt.get(id);
        return place == null
                ? new Object[] {code, known}
                : new Object[] {
                    code, known, place.address(Column.NAME), place.table().sheet(), place.file()
                };
    }
}
