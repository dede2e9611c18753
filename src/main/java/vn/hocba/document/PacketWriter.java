package vn.hocba.document;

import static vn.hocba.document.PacketNames.*;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.hocba.assessment.Regulation;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.Issuer;
import vn.hocba.record.RecordSnapshot.Study;
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
        studies(s.studies());
        if (Tt27View.isOf(s)) {
            new Tt27Content(xml).write(Tt27View.of(s));
        } else {
            new PartsContent(xml).write(s, regulation);
        }
        xml.close();
        slots(SignedRows.of(s, regulation));
        return xml.close().bytes();
    }

    /** Put in at the end of the data; the bytes before it, which are signed, stay what they are. */
    static byte[] with(byte[] packet, ActingFor signer) {
        return with(packet, DATA, signer);
    }

    /** The same at the end of another element that is not signed yet. */
    static byte[] with(byte[] packet, String element, ActingFor signer) {
        String end = "</" + element + ">";
        String text = new String(packet, StandardCharsets.UTF_8);
        int at = text.lastIndexOf(end);
        byte[] said = new XmlText()
                .open(MANAGER)
                .text(MANAGER_NAME, signer.name())
                .text(MANAGER_TITLE, signer.title())
                .text(MANAGER_CAPACITY, CAPACITIES.get(signer.capacity()))
                .text(MANAGER_DECISION, signer.decisionNo())
                .close()
                .bytes();
        return (text.substring(0, at) + new String(said, StandardCharsets.UTF_8) + text.substring(at))
                .getBytes(StandardCharsets.UTF_8);
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
                .text(STATUS, status(s.versionNo()))
                .text(ORIGIN, BORN_DIGITAL)
                .close();
    }

    private void issuer(Issuer i) {
        xml.open(ISSUER)
                .text(SCHOOL_CODE, i.schoolCode())
                .text(SCHOOL_NAME, i.schoolName())
                .text(TAX_CODE, i.taxCode())
                .text(PROVINCE_CODE, i.provinceCode())
                .text(PROVINCE_NAME, i.provinceName())
                .text(COMMUNE, i.commune())
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
                .text(MOTHER_NAME, p.motherName())
                .text(GUARDIAN_NAME, p.guardianName())
                .text(POLICY_GROUP, p.policyGroup())
                .text(TRAVEL_DOCUMENT, p.travelDocument())
                .text(TRAVEL_DOCUMENT_NO, p.travelDocumentNo())
                .close();
    }

    private void studies(List<Study> studies) {
        if (studies.isEmpty()) {
            return;
        }
        xml.open(STUDIES);
        for (Study study : studies) {
            xml.open(STUDY)
                    .text(SCHOOL_YEAR, schoolYear(study.schoolYear()))
                    .text(CLASS_NAME, study.className())
                    .text(SCHOOL_NAME, study.schoolName())
                    .text(REGISTER_NO, study.registerNo())
                    .text(ENTERED_ON, study.enteredOn())
                    .close();
        }
        xml.close();
    }

    private void slots(List<RecordSnapshot.Part> rows) {
        xml.open(SIGNATURE_LIST).open(TEACHER_SLOTS);
        rows.forEach(row -> xml.open(TEACHER_SLOT, ID, teacherSlotId(row.id())).close());
        xml.close().open(HOMEROOM_SLOT).close().close().close();
        xml.open(RELEASE).open(MANAGER_SLOT).close().open(SEAL_SLOT).close().close();
    }
}
