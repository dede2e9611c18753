package vn.hocba.document;

import static vn.hocba.document.PacketNames.*;

import java.util.List;
import vn.hocba.assessment.Regulation;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.Issuer;
import vn.hocba.record.Tt27View;
import vn.hocba.school.SchoolDirectory.PupilInfo;

/** Writes a version as an unsigned packet. */
final class PacketWriter {

    private final XmlText xml = new XmlText();

    /** @param regulation of the version; says which rows are signed by themselves */
    byte[] write(RecordSnapshot s, Regulation regulation) {
        xml.open(ROOT).open(DATA, ID, DATA_ID).open(INFORMATION, ID, INFORMATION_ID);
        general(s);
        issuer(s.issuer());
        pupil(s.pupil());
        if (Tt27View.isOf(s)) {
            new Tt27Content(xml).write(Tt27View.of(s));
        } else {
            new PartsContent(xml).write(s, regulation);
        }
        xml.close();
        slots(SignedRows.of(s, regulation));
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

    private void slots(List<RecordSnapshot.Part> rows) {
        xml.open(SIGNATURE_LIST).open(TEACHER_SLOTS);
        rows.forEach(row -> xml.open(TEACHER_SLOT, ID, teacherSlotId(row.id())).close());
        xml.close().open(HOMEROOM_SLOT).close().close().close();
        xml.open(RELEASE).open(MANAGER_SLOT).close().open(SEAL_SLOT).close().close();
    }
}
