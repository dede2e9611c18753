package vn.hocba.school;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.shared.ClassId;

/** Who teaches a subject of a class beside the teacher who answers for it: may enter what is assessed, and neither finishes nor signs. */
@Component
@Transactional(readOnly = true)
public class CoTeachers {

    private final CoTeacherRepository repository;

    CoTeachers(CoTeacherRepository repository) {
        this.repository = repository;
    }

    /** @param staffId null for nobody at a school */
    public boolean has(ClassId classId, String subjectCode, String staffId) {
        return staffId != null
                && repository.existsByClassIdAndSubjectCodeAndStaffId(classId.value(), subjectCode, staffId);
    }
}
