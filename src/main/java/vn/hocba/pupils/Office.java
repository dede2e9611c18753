package vn.hocba.pupils;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.Refused;

/** Who sets down what becomes of a pupil of a school, and which classes there are. */
@Component
class Office {

    private final SchoolDirectory directory;

    Office(SchoolDirectory directory) {
        this.directory = directory;
    }

    /** The leaders and the admin of the school whose record it is. */
    static boolean decides(CurrentUser who, YearRecord record) {
        return Right.MOVE_PUPILS.isOf(who, record.schoolId());
    }

    /** The classes of the year in which the record's pupil may be: name by id. */
    Map<String, String> classes(YearRecord record) {
        Map<String, String> classes = new LinkedHashMap<>();
        directory.classes(record.schoolId(), record.schoolYear()).stream()
                .filter(info -> info.grade() == record.grade())
                .forEach(info -> classes.put(info.id(), info.name()));
        return classes;
    }

    /** @throws Refused when it is none of {@link #classes} */
    ClassInfo chosen(YearRecord record, String classId) {
        if (!classes(record).containsKey(classId)) {
            throw Refused.invalid("pupils.class.unknown");
        }
        return directory.classById(classId);
    }
}
