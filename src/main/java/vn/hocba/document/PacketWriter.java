package vn.hocba.document;

import static vn.hocba.document.PacketNames.*;

import java.util.Objects;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.Issuer;
import vn.hocba.record.RecordSnapshot.SubjectMarks;
import vn.hocba.record.RecordSnapshot.Summary;
import vn.hocba.record.RecordSnapshot.TraitRow;
import vn.hocba.school.SchoolDirectory.PupilInfo;
import vn.hocba.shared.SchoolLevel;

/** Writes a version as an unsigned packet. */
final class PacketWriter {

    private final XmlText xml = new XmlText();

    byte[] write(RecordSnapshot s) {
        xml.open(ROOT).open(DATA, ID, DATA_ID).open(INFORMATION, ID, INFORMATION_ID);
        general(s);
        issuer(s.issuer());
        pupil(s.pupil());
        xml.open(SUBJECTS);
        s.subjects().forEach(this::subject);
        xml.close().open(TRAITS);
        s.traits().forEach(this::trait);
        xml.close();
        summary(s.summary());
        xml.close();
        slots(s);
        return xml.close().bytes();
    }

    private void general(RecordSnapshot s) {
        xml.open(GENERAL)
                .text(LOOKUP_CODE, s.lookupCode())
                .text(YEAR_RECORD, s.yearRecordId())
                .text(VERSION, s.versionNo())
                .text(LEVEL, LEVELS.get(s.level()))
                .text(SCHOOL_YEAR, schoolYear(s.schoolYear()))
                .text(GRADE, s.grade())
                .text(CLASS_NAME, s.className())
                .text(CREATED_ON, s.createdOn())
                .close();
    }

    private void issuer(Issuer i) {
        xml.open(ISSUER)
                .text(SCHOOL_CODE, i.schoolCode())
                .text(SCHOOL_NAME, i.schoolName())
                .text(TAX_CODE, i.taxCode())
                .text(PROVINCE_CODE, i.provinceCode())
                .text(PROVINCE_NAME, i.provinceName())
                .text(PLACE, i.place())
                .close();
    }

    private void pupil(PupilInfo p) {
        xml.open(PUPIL)
                .text(PUPIL_ID, p.id())
                .text(PUPIL_CODE, p.moetCode())
                .text(FULL_NAME, p.fullName())
                .text(BIRTH_DATE, p.birthDate());
        if (p.gender() != null) {
            xml.open(GENDER, CODE_ATTRIBUTE, genderCode(p.gender()))
                    .content(GENDER, p.gender())
                    .close();
        }
        xml.text(ETHNICITY, p.ethnicity())
                .text(NATIONALITY, p.nationality())
                .text(PERSONAL_ID, p.personalId())
                .text(BIRTH_PLACE, p.birthPlace())
                .text(HOME_TOWN, p.homeTown())
                .text(RESIDENCE, p.residence())
                .text(FATHER_NAME, p.fatherName())
                .text(FATHER_JOB, p.fatherJob())
                .text(MOTHER_NAME, p.motherName())
                .text(MOTHER_JOB, p.motherJob())
                .text(GUARDIAN_NAME, p.guardianName())
                .close();
    }

    private void subject(SubjectMarks row) {
        xml.open(SUBJECT_ROW, ID, row.id())
                .text(SUBJECT_CODE, row.code())
                .text(SUBJECT_NAME, row.name())
                .text(ACHIEVED, row.level())
                .text(MARK, row.mark())
                .flag(EXEMPT, row.exempt())
                .text(COMMENT, row.comment())
                .text(TEACHER_ID, row.teacherId())
                .text(TEACHER_NAME, row.teacherName())
                .close();
    }

    private void trait(TraitRow row) {
        xml.open(TRAIT)
                .text(TRAIT_CODE, row.code())
                .text(TRAIT_GROUP, TRAIT_GROUPS.get(row.group()))
                .text(TRAIT_NAME, row.name())
                .text(ACHIEVED, row.level())
                .close();
    }

    private void summary(Summary s) {
        xml.open(SUMMARY)
                .text(EXCUSED, s.excusedAbsences())
                .text(UNEXCUSED, s.unexcusedAbsences())
                .text(HEIGHT, s.heightCm())
                .text(WEIGHT, s.weightKg())
                .text(HOMEROOM_ID, s.homeroomTeacherId())
                .text(HOMEROOM_NAME, s.homeroomTeacherName())
                .text(HOMEROOM_COMMENT, s.homeroomComment())
                .text(OVERALL, s.overall() == null ? null : OVERALL_RESULTS.get(s.overall()))
                .flag(PROGRAMME_COMPLETED, s.programmeCompleted())
                .flag(PROMOTED, s.promoted())
                .text(REWARD, s.reward())
                .close();
    }

    /** Primary has no subject teachers' signatures (domain §5.6); elsewhere every row that has a teacher has a slot. */
    private void slots(RecordSnapshot s) {
        xml.open(SIGNATURE_LIST).open(TEACHER_SLOTS);
        if (s.level() != SchoolLevel.PRIMARY) {
            s.subjects().stream()
                    .filter(row -> Objects.nonNull(row.teacherId()))
                    .forEach(row ->
                            xml.open(TEACHER_SLOT, ID, teacherSlotId(row.id())).close());
        }
        xml.close().open(HOMEROOM_SLOT).close().close().close();
        xml.open(RELEASE).open(MANAGER_SLOT).close().open(SEAL_SLOT).close().close();
    }
}
