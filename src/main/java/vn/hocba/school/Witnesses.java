package vn.hocba.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.hocba.school.ImportPlan.Place;
import vn.hocba.school.workbook.SheetRow;

/** What the other sheets of an upload say of a pupil's birth date and gender: a list that says something else is wrong, or they are, and somebody must look. */
final class Witnesses {

    private final Map<String, List<Place>> byCode = new HashMap<>();

    Witnesses(List<UploadedFile> marks) {
        for (UploadedFile file : marks) {
            for (SheetTable table : file.tables()) {
                if (table.has(Column.BIRTH_DATE) || table.has(Column.GENDER)) {
                    table.rows().forEach(row -> add(new Place(file.name(), table, row)));
                }
            }
        }
    }

    /** The first place that gives the pupil with this code another birth date. */
    Optional<Place> againstBirth(String code, LocalDate birth) {
        return of(code).filter(place -> {
                    LocalDate other = birth(place);
                    return other != null && !other.equals(birth);
                })
                .findFirst();
    }

    /** Whether any place gives the pupil with this code just this birth date. */
    boolean confirmBirth(String code, LocalDate birth) {
        return of(code).anyMatch(place -> birth.equals(birth(place)));
    }

    /** The first place that gives the pupil with this code another gender. */
    Optional<Place> againstGender(String code, String gender) {
        return of(code).filter(place -> {
                    String other = PupilColumns.genderIn(place.table().cell(place.row(), Column.GENDER));
                    return other != null && !other.equals(gender);
                })
                .findFirst();
    }

    static LocalDate birth(Place place) {
        return RowReader.dateIn(place.table().cell(place.row(), Column.BIRTH_DATE));
    }

    /** Whether two days are one with day and month exchanged, as a spreadsheet of another language reads them. */
    static boolean areSwapped(LocalDate one, LocalDate other) {
        return one.getYear() == other.getYear()
                && one.getMonthValue() == other.getDayOfMonth()
                && one.getDayOfMonth() == other.getMonthValue();
    }

    private Stream<Place> of(String code) {
        return code == null ? Stream.empty() : byCode.getOrDefault(Codes.withLostZeros(code), List.of()).stream();
    }

    private void add(Place place) {
        SheetRow row = place.row();
        String code = Codes.moet(place.table().cell(row, Column.MOET_CODE));
        if (code != null) {
            byCode.computeIfAbsent(Codes.withLostZeros(code), c -> new ArrayList<>())
                    .add(place);
        }
    }
}
