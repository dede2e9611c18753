package vn.hocba.school;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.school.ImportPlan.Place;
import vn.hocba.school.ImportPreview.Thing;
import vn.hocba.shared.VietnameseText;

/** Plans the rows of «Danh sách cán bộ, giáo viên, nhân viên». */
@Component
class StaffRows {

    private static final Set<String> WORKING = Set.of("dang lam viec", "dang cong tac");
    private static final Set<String> NOT_WORKING = Set.of(
            "nghi viec",
            "da nghi viec",
            "thoi viec",
            "nghi huu",
            "chuyen di",
            "chuyen cong tac",
            "tam nghi",
            "nghi thai san",
            "biet phai");

    private final StaffRepository repository;

    StaffRows(StaffRepository repository) {
        this.repository = repository;
    }

    void plan(KnownSchool school, List<Place> rows, ImportPlan plan) {
        Map<String, Place> codes = new HashMap<>();
        Map<String, Place> personalIds = new HashMap<>();
        List<StaffMember> fresh = new ArrayList<>();
        for (Place place : rows) {
            RowReader row = new RowReader(plan, place);
            String email = email(row);
            List<Wanted<StaffMember, ?>> wanted = wanted(row, email);
            String code = row.moetCode(Column.MOET_CODE);
            Duplicates.refuse(row, Column.MOET_CODE, code, codes);
            Duplicates.refuse(
                    row, Column.PERSONAL_ID, row.cell(Column.PERSONAL_ID).text(), personalIds);
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
                fresh.add(person);
                plan.created(place, Thing.STAFF);
            } else {
                plan.update(place, Thing.STAFF, stored.fullName + " (" + code + ")", stored, wanted);
                school.workingByStaffId.put(stored.id(), isWorking(row));
                if (email != null) {
                    school.staffCodeByEmail.put(email, code);
                }
            }
        }
        plan.write(() -> repository.saveAllAndFlush(fresh));
    }

    private List<Wanted<StaffMember, ?>> wanted(RowReader row, String email) {
        List<Wanted<StaffMember, ?>> wanted = new ArrayList<>();
        wanted.add(new Wanted<>(
                Column.NAME.label(), p -> p.fullName, (p, v) -> p.fullName = v, row.required(Column.NAME, 150)));
        if (row.has(Column.BIRTH_DATE)) {
            wanted.add(new Wanted<>(
                    Column.BIRTH_DATE.label(),
                    p -> p.birthDate,
                    (p, v) -> p.birthDate = v,
                    row.date(Column.BIRTH_DATE)));
        }
        if (row.has(Column.GENDER)) {
            wanted.add(new Wanted<>(
                    Column.GENDER.label(), p -> p.gender, (p, v) -> p.gender = v, row.text(Column.GENDER, 10)));
        }
        if (row.has(Column.PERSONAL_ID)) {
            String personalId = row.personalId();
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
        if (row.has(Column.PHONE)) {
            wanted.add(new Wanted<>(Column.PHONE.label(), p -> p.phone, (p, v) -> p.phone = v, row.phone()));
        }
        String status = key(row.required(Column.STATUS, 100));
        if (!status.isEmpty() && !WORKING.contains(status) && !NOT_WORKING.contains(status)) {
            row.error(Column.STATUS, "school.staff.bad-status");
        }
        wanted.add(new Wanted<>("Đang làm việc", p -> p.working, (p, v) -> p.working = v, isWorking(row)));
        return wanted;
    }

    private static void warnOfTitle(RowReader row, StaffMember person) {
        if (person.working && StaffRoles.of(person.title, person.position).isEmpty()) {
            row.warning(Column.TITLE, "school.staff.no-role");
        }
    }

    private static String email(RowReader row) {
        String email = row.text(Column.EMAIL, 150);
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }

    private static boolean isWorking(RowReader row) {
        return WORKING.contains(key(row.cell(Column.STATUS).text()));
    }

    private static String key(String text) {
        return text == null ? "" : VietnameseText.searchKey(text);
    }
}
