package vn.hocba.desk.admin;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.record.GradeDecisions;
import vn.hocba.record.Promotion;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.Refused;

/**
 * A pupil is in the grade to which the year before leads: nobody who has not completed the programme is promoted by a slip of the list, and nobody skips a grade
 * without a decision (TT 27/2020 Điều 11). Where no year before is known, nothing is asked.
 */
@Component
class DemandGrade {

    private final Openings openings;
    private final GradeDecisions decisions;

    DemandGrade(Openings openings, GradeDecisions decisions) {
        this.openings = openings;
        this.decisions = decisions;
    }

    /** @throws Refused when the list puts the pupil higher than the year before leads, and no decision says so */
    void of(String pupilId, int grade, ClassInfo info) {
        Optional<Openings.YearBefore> known = openings.before(pupilId, info.schoolYear());
        if (known.isEmpty() || isDecided(pupilId, info.schoolYear(), grade)) {
            return;
        }
        Openings.YearBefore before = known.get();
        int next = Promotion.nextGrade(before.grade(), before.programmeCompleted(), before.promoted());
        if (grade <= next) {
            return;
        }
        boolean skips = grade > before.grade() + 1;
        String why = skips ? "skips" : Boolean.FALSE.equals(before.promoted()) ? "retained" : "undecided";
        throw Refused.notNow("steps.open-year." + why, before.grade(), info.name(), grade);
    }

    private boolean isDecided(String pupilId, int schoolYear, int grade) {
        return decisions.of(pupilId).stream()
                .anyMatch(decision -> decision.schoolYear() == schoolYear && decision.grade() == grade);
    }
}
