package vn.hocba.school;

import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.shared.ClassId;
import vn.hocba.shared.PupilId;

/** Sổ đăng bộ: under which number and since when a pupil is at a school. Who may enter it, the use case above says. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class SchoolRegister {

    private final EnrolmentRepository enrolments;
    private final PupilRepository pupils;

    SchoolRegister(EnrolmentRepository enrolments, PupilRepository pupils) {
        this.enrolments = enrolments;
        this.pupils = pupils;
    }

    /** What a pupil's entry in the register is; what is null stays as it is known. */
    public void enter(PupilId pupil, ClassId schoolClass, String registerNo, LocalDate enteredOn) {
        enrolments.findByPupilIdAndClassId(pupil.value(), schoolClass.value()).ifPresent(enrolment -> {
            enrolment.registerNo = registerNo == null ? enrolment.registerNo : registerNo;
            enrolment.enteredOn = enteredOn == null ? enrolment.enteredOn : enteredOn;
        });
    }

    /** By what a pupil from abroad travels, who has no personal ID. */
    public void travelDocument(PupilId pupil, String kind, String number) {
        Pupil known = pupils.findById(pupil.value()).orElseThrow();
        known.travelDocument = kind;
        known.travelDocumentNo = number;
    }
}
