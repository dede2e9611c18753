package vn.hocba.school;

import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hocba.school.ImportPlan.Place;
import vn.hocba.school.ImportPreview.Severity;

/** Holds the birth dates and genders of a list against what the upload says of them elsewhere, and against the mark of a spreadsheet in another language. */
final class BirthDates {

    private final Map<SheetTable, SwappedDates> dates = new IdentityHashMap<>();
    private final Witnesses witnesses;

    /** Tells of each sheet of the list whose column mixes texts and dates. */
    BirthDates(List<Place> rows, Witnesses witnesses, ImportPlan plan) {
        this.witnesses = witnesses;
        for (Place place : rows) {
            if (!dates.containsKey(place.table())) {
                SwappedDates found = SwappedDates.in(place.table());
                dates.put(place.table(), found);
                if (found.mixed()) {
                    plan.sheetProblem(
                            Severity.WARNING,
                            place.file(),
                            place.table().sheet(),
                            Reason.of(
                                    "school.sheet.mixed-dates",
                                    place.table().header(Column.BIRTH_DATE),
                                    found.texts(),
                                    found.dates().size()));
                }
            }
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
