package vn.hocba.school;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.SchoolYear;

/** Reads what is stored of a school in a year, against which an upload is planned. */
@Component
class KnownSchools {

    private final OrgUnitRepository units;
    private final StaffRepository staff;
    private final SchoolClassRepository classes;
    private final KnownPupils pupils;
    private final EnrolmentRepository enrolments;
    private final ImportedLists lists;

    KnownSchools(
            OrgUnitRepository units,
            StaffRepository staff,
            SchoolClassRepository classes,
            KnownPupils pupils,
            EnrolmentRepository enrolments,
            ImportedLists lists) {
        this.units = units;
        this.staff = staff;
        this.classes = classes;
        this.pupils = pupils;
        this.enrolments = enrolments;
        this.lists = lists;
    }

    /** As {@link ImportedLists#look}. */
    void tellOlder(KnownSchool school, List<UploadedFile> files, ImportPlan plan) {
        lists.look(school, files, plan);
    }

    /** The latest school year of which classes are stored, by the year in which it began; null when there is none. */
    Integer latestYear(Unit unit) {
        return classes.latestYear(unit.id());
    }

    /** Of a school of several levels those of which no records are kept yet. */
    Set<SchoolLevel> otherLevels(Unit unit) {
        return units.findById(unit.id()).orElseThrow().others();
    }

    KnownSchool of(Unit unit, SchoolYear year) {
        KnownSchool school = new KnownSchool(unit, year, otherLevels(unit));
        staff.findBySchoolId(unit.id()).forEach(school::add);
        classes.findBySchoolIdAndSchoolYear(unit.id(), year.start()).forEach(school::add);
        pupils.addEnrolled(school);
        enrolments.findBySchoolIdAndSchoolYear(unit.id(), year.start()).forEach(school::add);
        enrolments
                .gradesOf(unit.id(), year.start() - 1)
                .forEach(before -> school.gradeBefore.put(before.pupilId(), before.grade()));
        return school;
    }
}
