package vn.hocba.school;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.hocba.school.ImportPlan.Place;

/** Whose the rows of «Bảng đánh giá» are: what a row says of its pupil must agree with what is known of the one whose code it bears. */
final class MarkOwners {

    private final KnownSchool school;
    private final SameName names;
    private final Set<String> unknownClasses = new HashSet<>();
    private final Set<String> otherBirths = new HashSet<>();
    private final Map<String, Place> seen = new HashMap<>();

    MarkOwners(KnownSchool school) {
        this.school = school;
        this.names = new SameName(school);
    }

    /** The id of a row's pupil, who must study in the class that the row or the sheet's title names. */
    String of(RowReader row, String part) {
        SheetTable table = row.place().table();
        String code = row.moetCode(Column.MOET_CODE, school.pupilIdByCode.keySet());
        String className = table.className(row.place().row());
        SchoolClass schoolClass = school.classNamed(className);
        if (school.untaken.contains(code)) {
            row.leaveOut();
        } else if (schoolClass == null && unknownClasses.add(row.place().file() + " " + table.sheet() + className)) {
            if (school.isOfOtherLevel(className)) {
                row.error(Column.CLASS, "school.row.level-later");
            } else {
                row.error(Column.CLASS, "school.row.unknown-class", className, school.year.toString());
            }
        } else if (schoolClass == null) {
            row.leaveOut();
        }
        String pupilId = code == null ? null : school.pupilIdByCode.get(code);
        String pupilClass = pupilId == null ? null : school.classByPupilId.get(pupilId);
        String stored = pupilId == null ? null : school.nameByPupilId.get(pupilId);
        boolean strange =
                pupilClass == null || stored == null && school.statusByPupilId.get(pupilId) == EnrolmentStatus.STUDYING;
        if (code != null && row.usable() && strange) {
            row.error(Column.MOET_CODE, "school.marks.unknown-pupil");
        }
        if (!row.usable()) {
            return null;
        }
        if (!pupilClass.equals(schoolClass.id())) {
            row.error(Column.MOET_CODE, "school.marks.other-class", school.className(pupilClass), className);
        } else if (table.titles()
                .className()
                .filter(title -> !ClassName.key(title).equals(ClassName.key(className)))
                .isPresent()) {
            row.error(
                    Column.CLASS,
                    "school.marks.other-class-than-title",
                    table.titles().className().get());
        }
        names.check(row, Column.NAME, pupilId, code, stored);
        checkBirth(row, pupilId);
        Place first = seen.putIfAbsent(pupilId + " " + part, row.place());
        if (first != null) {
            row.error(
                    Column.MOET_CODE,
                    "school.row.twice",
                    first.file(),
                    first.table().sheet(),
                    Integer.toString(first.row().number()));
        }
        return pupilId;
    }

    /** Said once of each pupil, not in every sheet; the rows are left out in all of them. */
    private void checkBirth(RowReader row, String pupilId) {
        LocalDate stored = school.birthByPupilId.get(pupilId);
        LocalDate birth = RowReader.dateIn(row.cell(Column.BIRTH_DATE));
        if (stored == null || birth == null || birth.equals(stored)) {
            return;
        }
        if (otherBirths.add(pupilId)) {
            row.error(Column.BIRTH_DATE, "school.marks.other-birth", Wanted.shown(birth), Wanted.shown(stored));
        } else {
            row.leaveOut();
        }
    }
}
