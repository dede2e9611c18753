package vn.hocba.school;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.PupilInfo;
import vn.hocba.school.SchoolDirectory.Studying;
import vn.hocba.shared.ClassId;
import vn.hocba.shared.PupilId;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;

/** Pupils who go to another school or come from one. Who decides that, the use case above says. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Movements {

    private final PupilRepository pupils;
    private final EnrolmentRepository enrolments;
    private final Belonging belonging;
    private final SchoolSizes sizes;
    private final JdbcClient jdbc;
    private final Clock clock;

    Movements(
            PupilRepository pupils,
            EnrolmentRepository enrolments,
            Belonging belonging,
            SchoolSizes sizes,
            JdbcClient jdbc,
            Clock clock) {
        this.pupils = pupils;
        this.enrolments = enrolments;
        this.belonging = belonging;
        this.sizes = sizes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The pupil no longer studies at a school.
     *
     * @param fromYear the school year from which on
     * @param day the first one on which the pupil is gone
     */
    public void leave(PupilId pupil, SchoolId school, int fromYear, LocalDate day) {
        enrolments.findByPupilIdAndSchoolIdAndStatus(pupil.value(), school.value(), EnrolmentStatus.STUDYING).stream()
                .filter(enrolment -> enrolment.schoolYear >= fromYear)
                .forEach(enrolment -> {
                    enrolment.status = EnrolmentStatus.MOVED_AWAY;
                    enrolment.until = day;
                    sizes.changed(school.value(), enrolment.schoolYear);
                });
        enrolments.flush();
    }

    /** The pupil studies in a class from a day on, at the end of its list; who was in that class before comes back to it. */
    public Studying join(String pupilId, ClassInfo target, LocalDate day) {
        int ordinal = 1
                + jdbc.sql("select coalesce(max(ordinal), 0) from enrolment where class_id = ?")
                        .param(target.id())
                        .query(Integer.class)
                        .single();
        Enrolment enrolment =
                enrolments.findByPupilIdAndClassId(pupilId, target.id()).orElseGet(Enrolment::new);
        enrolment.pupilId = pupilId;
        enrolment.classId = target.id();
        enrolment.schoolId = target.schoolId();
        enrolment.schoolYear = target.schoolYear();
        enrolment.status = EnrolmentStatus.STUDYING;
        enrolment.ordinal = ordinal;
        enrolment.since = day;
        enrolment.until = null;
        if (enrolment.enteredOn == null) {
            enrolment.enteredOn = day;
        }
        enrolments.saveAndFlush(enrolment);
        sizes.changed(target.schoolId(), target.schoolYear());
        return new Studying(pupilId, target.id(), ordinal);
    }

    /**
     * The pupil does not study at a school any more, as a person of the school has set down.
     *
     * @param fromYear the school year from which on
     * @param day the first one on which the pupil is gone
     */
    public void stop(PupilId pupil, SchoolId school, int fromYear, EnrolmentStatus status, LocalDate day) {
        String schoolId = school.value();
        enrolments.findByPupilIdAndSchoolIdAndStatus(pupil.value(), schoolId, EnrolmentStatus.STUDYING).stream()
                .filter(enrolment -> enrolment.schoolYear >= fromYear)
                .forEach(enrolment -> {
                    enrolment.status = status;
                    enrolment.until = day;
                    enrolment.decidedOn = LocalDate.now(clock);
                    sizes.changed(schoolId, enrolment.schoolYear);
                });
        enrolments.flush();
    }

    /**
     * The pupil studies in this class of the school from a day on, as a person of the school has set down; marks that were imported in the class before go
     * along.
     */
    public Studying place(String pupilId, ClassInfo target, LocalDate day) {
        List<Enrolment> before =
                enrolments
                        .findByPupilIdAndSchoolIdAndStatus(pupilId, target.schoolId(), EnrolmentStatus.STUDYING)
                        .stream()
                        .filter(enrolment -> enrolment.schoolYear == target.schoolYear())
                        .filter(enrolment -> !enrolment.classId.equals(target.id()))
                        .toList();
        for (Enrolment enrolment : before) {
            jdbc.sql(
                            "update imported_mark set class_id = ?, row_version = row_version + 1 where class_id = ? and pupil_id = ?")
                    .params(target.id(), enrolment.classId, pupilId)
                    .update();
        }
        enrolments.deleteAll(before);
        enrolments.flush();
        Studying place = join(pupilId, target, day);
        enrolments.findByPupilIdAndClassId(pupilId, target.id()).ifPresent(enrolment -> {
            enrolment.decidedOn = LocalDate.now(clock);
            before.forEach(former -> enrolment.cameAs(former));
        });
        return place;
    }

    /** The day on which the pupil of a class list came to the school. */
    public void entered(PupilId pupil, ClassId schoolClass, LocalDate day) {
        enrolments.findByPupilIdAndClassId(pupil.value(), schoolClass.value()).ifPresent(enrolment -> {
            enrolment.since = day;
            enrolment.enteredOn = day;
        });
    }

    /**
     * The pupil with this sector code, who is created where nobody has it.
     *
     * @param schoolId id of the school to which the pupil comes
     * @return the pupil's id
     * @throws Refused when the code belongs to a pupil born on another day or to one whom another school here has not let go, or the personal ID to
     *     another pupil
     */
    public String arrive(PupilInfo info, String schoolId) {
        Optional<PupilKey> known =
                pupils.keysOf(List.of(info.moetCode())).stream().findFirst();
        if (known.isPresent()) {
            if (!known.get().birthDate().equals(info.birthDate())) {
                throw Refused.invalid("school.movement.other-pupil", info.moetCode());
            }
            if (!belonging.isReleasedTo(
                    new SchoolId(schoolId), new PupilId(known.get().id()))) {
                throw Refused.invalid("school.movement.not-released", info.fullName());
            }
            return known.get().id();
        }
        if (info.personalId() != null && pupils.existsByPersonalId(info.personalId())) {
            throw Refused.invalid("school.movement.personal-id", info.fullName());
        }
        Pupil pupil = new Pupil();
        pupil.moetCode = info.moetCode();
        pupil.rename(info.fullName());
        pupil.birthDate = info.birthDate();
        pupil.gender = info.gender();
        pupil.ethnicity = info.ethnicity();
        pupil.nationality = info.nationality();
        pupil.personalId = info.personalId();
        pupil.birthPlace = info.birthPlace();
        pupil.homeTown = info.homeTown();
        pupil.residence = info.residence();
        pupil.fatherName = info.fatherName();
        pupil.motherName = info.motherName();
        pupil.guardianName = info.guardianName();
        pupil.policyGroup = info.policyGroup();
        pupil.travelDocument = info.travelDocument();
        pupil.travelDocumentNo = info.travelDocumentNo();
        return pupils.saveAndFlush(pupil).id();
    }
}
