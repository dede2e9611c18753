package vn.hocba.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hocba.school.ImportPreview.Change;
import vn.hocba.school.ImportPreview.Counts;
import vn.hocba.school.ImportPreview.FileReport;
import vn.hocba.school.ImportPreview.Kind;
import vn.hocba.school.ImportPreview.Problem;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.ImportPreview.Thing;
import vn.hocba.school.workbook.Cell;
import vn.hocba.school.workbook.SheetRow;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.Texts;

/** What an upload would do, gathered row by row: the report for people, and the writes that make it true. */
class ImportPlan {

    private static final int SHOWN_VALUE_LENGTH = 120;

    private final Map<String, FileEntry> files = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Runnable> writes = new ArrayList<>();
    private final List<String> accountsClosed = new ArrayList<>();
    private final List<String> accountsReopened = new ArrayList<>();
    private Set<String> returningStaffIds = Set.of();
    private SchoolYear schoolYear;
    private int comparedPupils;
    private int strangePupils;

    private static final class FileEntry {
        private Kind kind;
        private Reason refusal;
        private final Map<Thing, Counts> counts = new EnumMap<>(Thing.class);
        private final Map<EnrolmentStatus, Integer> statuses = new EnumMap<>(EnrolmentStatus.class);
    }

    /** A row of a sheet of a file: where something was found. */
    record Place(String file, SheetTable table, SheetRow row) {

        /** «B7» of a column or, where the sheet has none such, «dòng 7». */
        String address(Column column) {
            String address = table.address(row, column);
            return address == null ? Texts.vi("school.import.line", Integer.toString(row.number())) : address;
        }
    }

    void file(String name, Kind kind) {
        entry(name).kind = kind;
    }

    void refuse(String name, Reason reason) {
        entry(name).refusal = reason;
    }

    void schoolYear(SchoolYear year) {
        schoolYear = year;
    }

    void problem(Severity severity, Place place, Column column, Reason reason) {
        Integer position = column == null ? null : place.table().columns().get(column);
        if (position == null) {
            add(severity, place, null, column == null ? null : column.label(), null, reason);
        } else {
            problem(severity, place, position, reason);
        }
    }

    /** A problem in a cell, its column from 0. */
    void problem(Severity severity, Place place, int position, Reason reason) {
        add(
                severity,
                place,
                place.row().address(position),
                place.table().header().names().get(position),
                shown(place, position),
                reason);
    }

    /** A date as a person sees it, not the number that the workbook holds of it. */
    private static String shown(Place place, int position) {
        Cell cell = place.row().cell(position);
        Integer dates = place.table().columns().get(Column.BIRTH_DATE);
        LocalDate day = cell.date() == null || dates == null || dates != position ? null : RowReader.dateIn(cell);
        return day == null ? cell.text() : Wanted.shown(day);
    }

    private void add(Severity severity, Place place, String cell, String column, String value, Reason reason) {
        String shown = value != null && value.length() > SHOWN_VALUE_LENGTH
                ? value.substring(0, SHOWN_VALUE_LENGTH) + "…"
                : value;
        problems.add(new Problem(
                severity, place.file(), place.table().sheet(), place.row().number(), cell, column, shown, reason));
    }

    void sheetProblem(Severity severity, String file, String sheet, Reason reason) {
        problems.add(new Problem(severity, file, sheet, null, null, null, null, reason));
    }

    void created(Place place, Thing thing) {
        count(place, thing, new Counts(1, 0, 0, 0));
    }

    void leftOut(Place place, Thing thing) {
        count(place, thing, new Counts(0, 0, 0, 1));
    }

    void unchanged(Place place, Thing thing) {
        count(place, thing, new Counts(0, 0, 1, 0));
    }

    /** A pupil of this school was found whom a row will be compared with. */
    void comparesPupil() {
        comparedPupils++;
    }

    /** A row names a pupil of another school. */
    void meetsStranger() {
        strangePupils++;
    }

    /** Members of staff who are of the school again. */
    void returning(Set<String> staffIds) {
        returningStaffIds = Set.copyOf(staffIds);
    }

    Set<String> returningStaffIds() {
        return returningStaffIds;
    }

    /** The account of this person will end. */
    void accountCloses(String name) {
        accountsClosed.add(name);
    }

    /** The account of this person will be given back. */
    void accountReopens(String name) {
        accountsReopened.add(name);
    }

    int comparedPupils() {
        return comparedPupils;
    }

    int strangePupils() {
        return strangePupils;
    }

    void status(Place place, EnrolmentStatus status) {
        entry(place.file()).statuses.merge(status, 1, Integer::sum);
    }

    /** Notes what differs from what is stored, to be written when the plan is carried out. */
    <E> void update(Place place, Thing thing, String who, E stored, List<Wanted<E, ?>> wanted) {
        changedOrNot(place, thing, differences(place, thing, who, stored, wanted));
    }

    /** As {@link #update}, for one of several entities that a row speaks of: does not count the row. */
    <E> boolean differences(Place place, Thing thing, String who, E stored, List<Wanted<E, ?>> wanted) {
        List<Wanted<E, ?>> different =
                wanted.stream().filter(value -> value.differsFrom(stored)).toList();
        for (Wanted<E, ?> value : different) {
            changes.add(new Change(
                    place.file(),
                    place.table().sheet(),
                    place.row().number(),
                    thing,
                    who,
                    value.field(),
                    value.before(stored),
                    value.after()));
        }
        if (!different.isEmpty()) {
            writes.add(() -> different.forEach(value -> value.writeTo(stored)));
        }
        return !different.isEmpty();
    }

    /** Notes a change that somebody else has compared and will write. */
    void change(Change change) {
        changes.add(change);
    }

    void changedOrNot(Place place, Thing thing, boolean changed) {
        count(place, thing, new Counts(0, changed ? 1 : 0, changed ? 0 : 1, 0));
    }

    /** To be done when the plan is carried out, after what was added before. */
    void write(Runnable write) {
        writes.add(write);
    }

    void carryOut() {
        writes.forEach(Runnable::run);
    }

    ImportPreview report() {
        return new ImportPreview(
                schoolYear,
                files.entrySet().stream()
                        .map(e -> new FileReport(
                                e.getKey(),
                                e.getValue().kind,
                                e.getValue().refusal,
                                e.getValue().counts,
                                e.getValue().statuses))
                        .toList(),
                changes,
                problems,
                accountsClosed.stream().sorted().toList(),
                accountsReopened.stream().sorted().toList());
    }

    private void count(Place place, Thing thing, Counts more) {
        entry(place.file()).counts.merge(thing, more, Counts::plus);
    }

    private FileEntry entry(String name) {
        return files.computeIfAbsent(name, n -> new FileEntry());
    }
}
