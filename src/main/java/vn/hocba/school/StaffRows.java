package vn.hocba.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.school.ImportPlan.Place;
import vn.hocba.school.ImportPreview.Thing;
import vn.hocba.shared.Texts;

/** Plans the rows of «Danh sách cán bộ, giáo viên, nhân viên». */
@Component
class StaffRows {

    private static final int OLDEST = 90;
    private static final int YOUNGEST = 15;

    private final StaffRepository repository;
    private final StaffStatuses statuses;

    StaffRows(StaffRepository repository, StaffStatuses statuses) {
        this.repository = repository;
        this.statuses = statuses;
    }

    void plan(KnownSchool school, List<Place> rows, ImportPlan plan) {
        Map<String, Place> codes = new HashMap<>();
        Map<String, Place> personalIds = new HashMap<>();
        List<StaffMember> fresh = new ArrayList<>();
        for (Place place : rows) {
            RowReader row = new RowReader(plan, place);
            String email = email(row);
            String personalId = row.personalId();
            List<Wanted<StaffMember, ?>> wanted = wanted(row, email, personalId, school);
            String code = row.moetCode(Column.MOET_CODE, school.staffByCode.keySet());
            Duplicates.refuse(row, Column.MOET_CODE, code, codes);
            Duplicates.refuse(row, Column.PERSONAL_ID, personalId, personalIds);
            if (email != null
                    && !school.staffCodeByEmail.getOrDefault(email, code).equals(code)) {
                row.error(Column.EMAIL, "school.staff.email-twice", school.staffCodeByEmail.get(email));
            }
            if (!row.usable()) {
                plan.leftOut(place, Thing.STAFF);
                continue;
            }
            StaffMember stored = school.staffByCode.get(code);
            if (stored == null) {
                StaffMember person = new StaffMember();
                person.schoolId = school.unit.id();
                person.moetCode = code;
                wanted.forEach(value -> value.writeTo(person));
                warnOfTitle(row, person);
                school.add(person);
                school.listedAt.put(person.id(), place);
                fresh.add(person);
                plan.created(place, Thing.STAFF);
            } else {
                plan.update(place, Thing.STAFF, stored.fullName + " (" + code + ")", stored, wanted);
                school.nameByStaffId.put(stored.id(), row.text(Column.NAME, 150));
                school.listedAt.put(stored.id(), place);
                status(row).ifPresent(status -> {
                    school.statusByStaffId.put(stored.id(), status);
                    if (!stored.working && status != StaffStatus.GONE) {
                        school.returningStaffIds.add(stored.id());
                    }
                });
                if (email != null) {
                    school.staffCodeByEmail.put(email, code);
                }
            }
        }
        plan.write(() -> repository.saveAllAndFlush(fresh));
    }

    private List<Wanted<StaffMember, ?>> wanted(RowReader row, String email, String personalId, KnownSchool school) {
        List<Wanted<StaffMember, ?>> wanted = new ArrayList<>();
        wanted.add(new Wanted<>(
                Column.NAME.label(), p -> p.fullName, (p, v) -> p.fullName = v, row.required(Column.NAME, 150)));
        if (row.offers(Column.BIRTH_DATE)) {
            wanted.add(new Wanted<>(
                    Column.BIRTH_DATE.label(), p -> p.birthDate, (p, v) -> p.birthDate = v, birth(row, school)));
        }
        if (row.offers(Column.GENDER)) {
            wanted.add(new Wanted<>(
                    Column.GENDER.label(), p -> p.gender, (p, v) -> p.gender = v, row.text(Column.GENDER, 10)));
        }
        if (row.has(Column.PERSONAL_ID)) {
            if (personalId == null) {
                row.warning(Column.PERSONAL_ID, "school.staff.no-personal-id");
            }
            wanted.add(new Wanted<>(
                    Column.PERSONAL_ID.label(), p -> p.personalId, (p, v) -> p.personalId = v, personalId));
        }
        wanted.add(new Wanted<>(
                Column.POSITION.label(), p -> p.position, (p, v) -> p.position = v, row.text(Column.POSITION, 100)));
        wanted.add(
                new Wanted<>(Column.TITLE.label(), p -> p.title, (p, v) -> p.title = v, row.text(Column.TITLE, 100)));
        if (row.has(Column.EMAIL)) {
            if (email != null && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
                row.error(Column.EMAIL, "school.staff.bad-email");
            }
            wanted.add(new Wanted<>(Column.EMAIL.label(), p -> p.email, (p, v) -> p.email = v, email));
        }
        if (row.offers(Column.PHONE)) {
            wanted.add(new Wanted<>(Column.PHONE.label(), p -> p.phone, (p, v) -> p.phone = v, row.phone()));
        }
        addStatus(row, wanted);
        return wanted;
    }

    private static LocalDate birth(RowReader row, KnownSchool school) {
        LocalDate birth = row.date(Column.BIRTH_DATE);
        if (birth != null
                && (birth.getYear() < school.year.start() - OLDEST
                        || birth.getYear() > school.year.start() - YOUNGEST)) {
            row.error(Column.BIRTH_DATE, "school.staff.bad-birth");
        }
        return birth;
    }

    /** Words that are not known leave what is stored, so that nobody's account ends or begins by a slip of the pen. */
    private void addStatus(RowReader row, List<Wanted<StaffMember, ?>> wanted) {
        String words = row.required(Column.STATUS, 100);
        Optional<StaffStatus> status = status(row);
        if (words != null && status.isEmpty()) {
            row.warning(Column.STATUS, "school.staff.bad-status");
        }
        status.ifPresent(known -> {
            if (known == StaffStatus.ON_LEAVE) {
                row.warning(Column.STATUS, "school.staff.on-leave");
            }
            wanted.add(new Wanted<>(
                    Texts.vi("school.staff.field.working"),
                    p -> p.working,
                    (p, v) -> p.working = v,
                    known != StaffStatus.GONE));
            wanted.add(new Wanted<>(
                    Texts.vi("school.staff.field.on-leave"),
                    p -> p.onLeave,
                    (p, v) -> p.onLeave = v,
                    known == StaffStatus.ON_LEAVE));
        });
    }

    private static void warnOfTitle(RowReader row, StaffMember person) {
        if (person.working
                && StaffRoles.proposed(person.title).isEmpty()
                && !StaffRoles.isTeacher(person.title, person.position)) {
            row.warning(Column.TITLE, "school.staff.no-role");
        }
    }

    private static String email(RowReader row) {
        String email = row.text(Column.EMAIL, 150);
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }

    private Optional<StaffStatus> status(RowReader row) {
        return statuses.of(row.cell(Column.STATUS).text());
    }
}
