package vn.hocba.school;

import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hocba.school.ImportPlan.Place;

/** Holds the birth dates and genders of a list against what the upload says of them elsewhere, and against the mark of a spreadsheet in another language. */
final class BirthDates {

    private final Map<SheetTable, SwappedDates> dates = new IdentityHashMap<>();
    private final Witnesses witnesses;

    BirthDates(List<Place> rows, Witnesses witnesses) {
        this.witnesses = witnesses;
        for (Place place : rows) {
            dates.computeIfAbsent(place.table(), SwappedDates::in);
        }
    }

    /** An error where the row contradicts another sheet, both named, or cannot be trusted. */
    void check(RowReader row, String code, LocalDate birth, KnownSchool school) {
        Place place = row.place();
        Optional<Place> other = birth == null ? Optional.empty() : witnesses.againstBirth(code, birth);
        if (other.isPresent()) {
            LocalDate said = Witnesses.birth(other.get());
            row.error(
                    Column.BIRTH_DATE,
                    Witnesses.areSwapped(birth, said)
                            ? "school.pupil.birth-swapped"
                            : "school.pupil.birth-contradicted",
                    Wanted.shown(birth),
                    Wanted.shown(said),
                    other.get().file(),
                    other.get().table().sheet(),
                    other.get().address(Column.BIRTH_DATE));
            school.untaken.add(code);
        } else if (birth != null
                && dates.get(place.table()).swapped()
                && dates.get(place.table()).dates().contains(place.row())
                && !witnesses.confirmBirth(code, birth)) {
            row.error(Column.BIRTH_DATE, "school.pupil.birth-suspect", Wanted.shown(birth));
            school.untaken.add(code);
        }
        String gender = PupilColumns.genderIn(row.cell(Column.GENDER));
        Optional<Place> otherGender = gender == null ? Optional.empty() : witnesses.againstGender(code, gender);
        otherGender.ifPresent(against -> {
            row.error(
                    Column.GENDER,
                    "school.pupil.gender-contradicted",
                    gender,
                    against.table().cell(against.row(), Column.GENDER).text(),
                    against.file(),
                    against.table().sheet(),
                    against.address(Column.GENDER));
            school.untaken.add(code);
        });
    }
}
