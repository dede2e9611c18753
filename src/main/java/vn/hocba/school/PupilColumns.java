package vn.hocba.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hocba.school.workbook.Cell;
import vn.hocba.shared.Texts;
import vn.hocba.shared.VietnameseText;

/** Reads what a row of «Danh sách học sinh» says of the pupil as a person. */
final class PupilColumns {

    static final String VIETNAM = "Việt Nam";
    private static final int OLDEST_PUPIL = 30;
    private static final int YOUNGEST_PUPIL = 4;

    private PupilColumns() {}

    /** What a row wants a pupil to be; tells the row's errors. */
    static List<Wanted<Pupil, ?>> wanted(RowReader row, String personalId, LocalDate birth) {
        List<Wanted<Pupil, ?>> wanted = new ArrayList<>();
        wanted.add(new Wanted<>(Column.NAME.label(), p -> p.fullName, Pupil::rename, row.required(Column.NAME, 150)));
        wanted.add(new Wanted<>(Column.BIRTH_DATE.label(), p -> p.birthDate, (p, v) -> p.birthDate = v, birth));
        String gender = gender(row);
        wanted.add(new Wanted<>(Column.GENDER.label(), p -> p.gender, (p, v) -> p.gender = v, gender));
        boolean foreign = isForeign(row);
        if (row.offers(Column.ETHNICITY)) {
            wanted.add(new Wanted<>(
                    Column.ETHNICITY.label(),
                    p -> p.ethnicity,
                    (p, v) -> p.ethnicity = v,
                    row.text(Column.ETHNICITY, 100)));
        }
        String nationality = row.text(Column.NATIONALITY, 100);
        wanted.add(new Wanted<>(
                Column.NATIONALITY.label(),
                p -> p.nationality,
                (p, v) -> p.nationality = v,
                nationality != null || foreign ? nationality : VIETNAM));
        if (row.has(Column.PERSONAL_ID)) {
            warnOfPersonalId(row, personalId, birth, gender, foreign);
            wanted.add(new Wanted<>(
                    Column.PERSONAL_ID.label(), p -> p.personalId, (p, v) -> p.personalId = v, personalId));
        }
        if (row.offers(Column.BIRTH_PLACE)) {
            wanted.add(new Wanted<>(
                    Column.BIRTH_PLACE.label(),
                    p -> p.birthPlace,
                    (p, v) -> p.birthPlace = v,
                    row.text(Column.BIRTH_PLACE, 300)));
        }
        boolean homeProvince = row.offers(Column.HOME_PROVINCE);
        boolean homeCommune = row.offers(Column.HOME_COMMUNE);
        if ((homeProvince || !row.has(Column.HOME_PROVINCE))
                && (homeCommune || !row.has(Column.HOME_COMMUNE))
                && (homeProvince || homeCommune)) {
            wanted.add(new Wanted<>("Quê quán", p -> p.homeTown, (p, v) -> p.homeTown = v, homeTown(row)));
        }
        if (row.offers(Column.RESIDENCE)) {
            wanted.add(new Wanted<>(
                    Column.RESIDENCE.label(),
                    p -> p.residence,
                    (p, v) -> p.residence = v,
                    row.text(Column.RESIDENCE, 300)));
        }
        wanted.addAll(family(row));
        if (row.offers(Column.POLICY_GROUP)) {
            wanted.add(new Wanted<>(
                    Column.POLICY_GROUP.label(),
                    p -> p.policyGroup,
                    (p, v) -> p.policyGroup = v,
                    row.text(Column.POLICY_GROUP, 200)));
        }
        wanted.addAll(travelDocument(row));
        return wanted;
    }

    /** An empty cell is no statement: what a person has entered on the screen stays. */
    private static List<Wanted<Pupil, ?>> travelDocument(RowReader row) {
        String number = row.offers(Column.TRAVEL_DOCUMENT_NO) ? row.text(Column.TRAVEL_DOCUMENT_NO, 50) : null;
        if (number == null) {
            return List.of();
        }
        String kind = row.offers(Column.TRAVEL_DOCUMENT) ? row.text(Column.TRAVEL_DOCUMENT, 100) : null;
        return List.of(
                new Wanted<>(
                        Column.TRAVEL_DOCUMENT.label(),
                        p -> p.travelDocument,
                        (p, v) -> p.travelDocument = v,
                        kind == null ? Texts.vi("school.pupil.passport") : kind),
                new Wanted<>(
                        Column.TRAVEL_DOCUMENT_NO.label(),
                        p -> p.travelDocumentNo,
                        (p, v) -> p.travelDocumentNo = v,
                        number));
    }

    private static List<Wanted<Pupil, ?>> family(RowReader row) {
        List<Wanted<Pupil, ?>> wanted = new ArrayList<>();
        if (row.offers(Column.FATHER)) {
            wanted.add(new Wanted<>(
                    Column.FATHER.label(),
                    p -> p.fatherName,
                    (p, v) -> p.fatherName = v,
                    row.text(Column.FATHER, 150)));
        }
        if (row.offers(Column.MOTHER)) {
            wanted.add(new Wanted<>(
                    Column.MOTHER.label(),
                    p -> p.motherName,
                    (p, v) -> p.motherName = v,
                    row.text(Column.MOTHER, 150)));
        }
        if (row.offers(Column.GUARDIAN)) {
            wanted.add(new Wanted<>(
                    Column.GUARDIAN.label(),
                    p -> p.guardianName,
                    (p, v) -> p.guardianName = v,
                    row.text(Column.GUARDIAN, 150)));
        }
        if (row.offers(Column.PHONE)) {
            wanted.add(new Wanted<>(Column.PHONE.label(), p -> p.phone, (p, v) -> p.phone = v, row.phone()));
        }
        return wanted;
    }

    static LocalDate birth(RowReader row, KnownSchool school) {
        LocalDate birth = row.date(Column.BIRTH_DATE);
        if (row.isFlawed(Column.BIRTH_DATE)) {
            return null;
        }
        if (row.cell(Column.BIRTH_DATE).isEmpty()) {
            row.error(Column.BIRTH_DATE, "school.row.empty", Column.BIRTH_DATE.label());
        } else if (birth != null
                && (birth.getYear() < school.year.start() - OLDEST_PUPIL
                        || birth.getYear() > school.year.start() - YOUNGEST_PUPIL)) {
            row.error(Column.BIRTH_DATE, "school.pupil.bad-birth");
        }
        return birth;
    }

    private static String gender(RowReader row) {
        String text = row.required(Column.GENDER, 20);
        String gender = genderIn(row.cell(Column.GENDER));
        if (text != null && gender == null) {
            row.error(Column.GENDER, "school.pupil.bad-gender");
        }
        return gender;
    }

    /** «Nam» or «Nữ»; null where a cell says neither. */
    static String genderIn(Cell cell) {
        return switch (VietnameseText.searchKey(cell.text())) {
            case "nam" -> "Nam";
            case "nu" -> "Nữ";
            default -> null;
        };
    }

    private static boolean isForeign(RowReader row) {
        String nationality = row.cell(Column.NATIONALITY).text();
        return !nationality.isEmpty() && !VietnameseText.searchKey(nationality).equals("viet nam")
                || VietnameseText.searchKey(row.cell(Column.ETHNICITY).text()).equals("nguoi nuoc ngoai");
    }

    private static void warnOfPersonalId(
            RowReader row, String personalId, LocalDate birth, String gender, boolean foreign) {
        if (personalId == null) {
            row.warning(Column.PERSONAL_ID, foreign ? "school.pupil.foreign" : "school.pupil.no-personal-id");
            return;
        }
        if (!PersonalId.isWellFormed(personalId)) {
            return;
        }
        if (!PersonalId.hasKnownProvince(personalId)) {
            row.warning(Column.PERSONAL_ID, "school.pupil.id-province");
        }
        if (birth != null && !PersonalId.agreesWithBirth(personalId, birth)) {
            row.warning(Column.PERSONAL_ID, "school.pupil.id-birth", Wanted.shown(birth));
        }
        if (gender != null && !PersonalId.agreesWithGender(personalId, gender.equals("Nữ"))) {
            row.warning(Column.PERSONAL_ID, "school.pupil.id-gender", gender);
        }
    }

    private static String homeTown(RowReader row) {
        String text = Stream.of(row.text(Column.HOME_COMMUNE, 150), row.text(Column.HOME_PROVINCE, 140))
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? null : text;
    }
}
