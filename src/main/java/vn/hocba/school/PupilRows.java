package vn.hocba.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.hocba.school.ImportPlan.Place;
import vn.hocba.school.ImportPreview.Thing;
import vn.hocba.school.KnownPupils.Listed;
import vn.hocba.school.PupilLine.Known;
import vn.hocba.school.workbook.Cell;

/** Plans the rows of «Danh sách học sinh»: the pupils, the classes they are in, and their place in the class list. */
@Component
class PupilRows {

    private final KnownPupils known;
    private final PupilStatuses statuses;
    private final SchoolClassRepository classes;
    private final PupilWrites writes;
    private final ListedFacts facts;

    PupilRows(
            KnownPupils known,
            PupilStatuses statuses,
            SchoolClassRepository classes,
            PupilWrites writes,
            ListedFacts facts) {
        this.known = known;
        this.statuses = statuses;
        this.classes = classes;
        this.writes = writes;
        this.facts = facts;
    }

    /** What one upload gathers on its way through the rows. */
    private record Gathered(
            KnownSchool school,
            Listed listed,
            ListedClasses classes,
            PupilHistory history,
            BirthDates births,
            Map<String, Place> personalIds,
            ImportPlan plan) {}

    void plan(KnownSchool school, List<Place> rows, Witnesses witnesses, ImportPlan plan) {
        Listed listed = known.addListed(school, codes(rows), values(rows, Column.PERSONAL_ID, Codes::personalId));
        List<Place> inOrder = rows.stream().sorted(listOrder()).toList();
        Gathered gathered = new Gathered(
                school,
                listed,
                new ListedClasses(school, plan),
                new PupilHistory(statuses, inOrder, school.pupilIdByCode.keySet()),
                new BirthDates(rows, witnesses),
                new HashMap<>(),
                plan);
        List<PupilLine> lines = new ArrayList<>();
        for (Place place : inOrder) {
            RowReader row = new RowReader(plan, place);
            PupilLine line = line(row, gathered);
            if (line != null && row.usable()) {
                plan.status(place, line.status());
                lines.add(line);
            } else if (gathered.history().laterThan(place).isPresent()) {
                plan.unchanged(place, Thing.PUPIL);
            } else {
                plan.leftOut(place, Thing.PUPIL);
            }
        }
        plan.write(() -> classes.saveAllAndFlush(gathered.classes().fresh()));
        writes.plan(school, lines, gathered.classes().ordinals(), listed, plan);
        facts.plan(school, lines, plan);
    }

    /** Tells of pupils who stand only on sheets that are not read; after the lists. */
    void tellHidden(KnownSchool school, List<UploadedFile> files, ImportPlan plan) {
        new HiddenPupils(school, statuses).tell(files, plan);
    }

    /** Null where another row of the same pupil counts or contradicts this one, or the pupil is another school’s. */
    private PupilLine line(RowReader row, Gathered gathered) {
        KnownSchool school = gathered.school();
        String code = row.moetCode(Column.MOET_CODE, school.pupilIdByCode.keySet());
        Optional<Place> later = gathered.history().laterThan(row.place());
        if (later.isPresent()) {
            row.warning(Column.STATUS, "school.pupil.history", place(later.get()));
            return null;
        }
        Optional<PupilHistory.Clash> clash = gathered.history().clash(row.place());
        if (clash.isPresent()) {
            row.error(
                    clash.get().column(),
                    clash.get().column() == Column.STATUS ? "school.pupil.order-unknown" : "school.pupil.two-persons",
                    place(clash.get().other()));
            school.untaken.add(code);
            return null;
        }
        EnrolmentStatus status = status(row);
        String personalId = row.personalId();
        LocalDate birth = PupilColumns.birth(row, school);
        List<Wanted<Pupil, ?>> wanted = PupilColumns.wanted(row, personalId, birth);
        List<Wanted<Enrolment, ?>> entered = EntryColumns.wanted(row);
        Duplicates.refuse(row, Column.PERSONAL_ID, personalId, gathered.personalIds());
        SchoolClass schoolClass = gathered.classes().of(row, code);
        Known pupil = known(row, code, birth, status, gathered);
        if (pupil == Known.OTHERS) {
            // Nothing that a file says of another school's pupil is held against anything.
            return null;
        }
        gathered.births().check(row, code, birth, school);
        checkPersonalId(row, code, personalId, gathered.listed());
        if (!row.usable() && !school.classByPupilId.containsKey(school.pupilIdByCode.get(code))) {
            school.untaken.add(code);
        }
        return new PupilLine(row.place(), code, pupil, status, schoolClass, wanted, entered);
    }

    /** «tệp …, trang tính …, dòng …» as its three parts. */
    private static Object[] place(Place place) {
        return new Object[] {
            place.file(), place.table().sheet(), Integer.toString(place.row().number())
        };
    }

    /** The workbook's STT; rows without one stay where they stand. */
    private static Comparator<Place> listOrder() {
        return Comparator.comparing(place -> {
            String ordinal =
                    place.table().cell(place.row(), Column.ORDINAL).text().replace(".", "");
            return ordinal.matches("\\d{1,9}") ? Integer.valueOf(ordinal) : Integer.valueOf(Integer.MAX_VALUE);
        });
    }

    private EnrolmentStatus status(RowReader row) {
        String text = row.required(Column.STATUS, 100);
        Optional<PupilStatuses.Status> status = text == null ? Optional.empty() : statuses.of(text);
        if (text != null && status.isEmpty()) {
            row.error(Column.STATUS, "school.pupil.bad-status");
        }
        return status.map(PupilStatuses.Status::group).orElse(null);
    }

    private static Known known(RowReader row, String code, LocalDate birth, EnrolmentStatus status, Gathered gathered) {
        KnownSchool school = gathered.school();
        String pupilId = school.pupilIdByCode.get(code);
        if (pupilId == null) {
            return Known.NOT;
        }
        if (school.pupilByCode.containsKey(code)) {
            gathered.plan().comparesPupil();
            return Known.OURS;
        }
        Pupil nobodys = gathered.listed().nobodys().get(code);
        if (nobodys != null && status == EnrolmentStatus.STUDYING && nobodys.birthDate.equals(birth)) {
            return Known.NOBODYS;
        }
        if ((status == EnrolmentStatus.MOVED_AWAY
                        || status == EnrolmentStatus.QUIT
                        || status == EnrolmentStatus.DECEASED)
                && school.enrolmentByPupilId.containsKey(pupilId)) {
            return Known.FORMER;
        }
        // The same words whatever is wrong: they tell neither where the pupil is nor whether the birth date is right.
        row.error(Column.MOET_CODE, "school.pupil.not-ours");
        gathered.plan().meetsStranger();
        return Known.OTHERS;
    }

    private static void checkPersonalId(RowReader row, String code, String personalId, Listed listed) {
        Pupil namesake = personalId == null ? null : listed.byPersonalId().get(personalId);
        if (namesake != null && !namesake.moetCode.equals(code)) {
            row.error(Column.PERSONAL_ID, "school.pupil.id-taken", PupilWrites.who(namesake));
        }
    }

    /** As they stand and with the zeros they may have lost: which of the two is meant, what is known tells. */
    private static Set<String> codes(List<Place> rows) {
        return values(rows, Column.MOET_CODE, Codes::moet).stream()
                .flatMap(code -> Stream.of(code, Codes.withLostZeros(code)))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> values(List<Place> rows, Column column, Function<Cell, String> read) {
        return rows.stream()
                .map(place -> read.apply(place.table().cell(place.row(), column)))
                .filter(value -> value != null)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
