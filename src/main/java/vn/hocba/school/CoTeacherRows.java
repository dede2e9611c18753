package vn.hocba.school;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hocba.school.ImportPlan.Place;
import vn.hocba.school.ImportPreview.Thing;

/** Who teaches beside somebody by one upload of «Bảng phân công»: of each subject that it names, those whom it names and no others. */
final class CoTeacherRows {

    private final CoTeacherRepository repository;
    private final Map<Subject, CoTeacher> stored = new HashMap<>();
    private final Set<Subject> kept = new LinkedHashSet<>();
    private final Map<Subject, CoTeacher> fresh = new LinkedHashMap<>();
    private final Set<Subject> named = new LinkedHashSet<>();

    CoTeacherRows(CoTeacherRepository repository, KnownSchool school) {
        this.repository = repository;
        repository
                .findByClassIdIn(school.classes().stream().map(SchoolClass::id).toList())
                .forEach(one -> stored.put(new Subject(one.classId, one.subjectCode, one.staffId), one));
    }

    /** @param staffId null for the subject with whoever teaches it */
    private record Subject(String classId, String code, String staffId) {

        Subject whole() {
            return new Subject(classId, code, null);
        }
    }

    /** The list says who answers for a subject, and so who teaches beside. */
    void names(String classId, String subjectCode) {
        named.add(new Subject(classId, subjectCode, null));
    }

    /** The list says that somebody teaches beside. */
    void take(Place place, String classId, String subjectCode, String staffId, ImportPlan plan) {
        Subject one = new Subject(classId, subjectCode, staffId);
        names(classId, subjectCode);
        kept.add(one);
        if (stored.containsKey(one) || fresh.containsKey(one)) {
            plan.unchanged(place, Thing.ASSIGNMENT);
            return;
        }
        CoTeacher added = new CoTeacher();
        added.classId = classId;
        added.subjectCode = subjectCode;
        added.staffId = staffId;
        fresh.put(one, added);
        plan.created(place, Thing.ASSIGNMENT);
    }

    void write(ImportPlan plan) {
        List<CoTeacher> gone = new ArrayList<>();
        stored.forEach((one, entity) -> {
            if (named.contains(one.whole()) && !kept.contains(one)) {
                gone.add(entity);
            }
        });
        plan.write(() -> {
            repository.deleteAll(gone);
            repository.saveAllAndFlush(fresh.values());
        });
    }
}
