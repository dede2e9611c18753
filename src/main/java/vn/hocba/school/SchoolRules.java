package vn.hocba.school;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import vn.hocba.assessment.Curriculum;
import vn.hocba.assessment.Exemptions;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.RegulationTable;
import vn.hocba.assessment.YearCurriculum;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.Texts;

/** What holds at a school in a school year, by its level and its Sở. */
@Service
public class SchoolRules {

    private static final int MOST_SCHOOLS = 20_000;
    private static final Duration KEPT_FOR = Duration.ofMinutes(10);

    private final SchoolDirectory directory;
    private final Curriculum curriculum;
    private final RegulationTable regulations;
    private final Exemptions exemptions;
    private final Cache<String, Seat> seats = Caffeine.newBuilder()
            .maximumSize(MOST_SCHOOLS)
            .expireAfterWrite(KEPT_FOR)
            .build();

    SchoolRules(SchoolDirectory directory, Curriculum curriculum, RegulationTable regulations, Exemptions exemptions) {
        this.directory = directory;
        this.curriculum = curriculum;
        this.regulations = regulations;
        this.exemptions = exemptions;
    }

    /**
     * Where a school stands.
     *
     * @param provinceCode of its Sở; empty where none stands above
     */
    public record Seat(SchoolLevel level, String provinceCode) {}

    /** Level and Sở of a school. A school never moves to another Sở, so that they can be kept. */
    public Seat seat(String schoolId) {
        return seats.get(
                schoolId,
                id -> new Seat(
                        directory.unit(id).level(),
                        directory.provinceOf(id).map(SchoolDirectory.Unit::code).orElse("")));
    }

    /**
     * What is taught at a school.
     *
     * @param schoolYear the year in which it starts
     */
    public YearCurriculum curriculum(String schoolId, int schoolYear) {
        Seat seat = seat(schoolId);
        return curriculum.in(seat.level(), schoolYear, seat.provinceCode());
    }

    /**
     * For what its pupils may be exempt from subjects.
     *
     * @param schoolYear the year in which it starts
     */
    public List<Exemptions.Ground> exemptions(String schoolId, int schoolYear) {
        Seat seat = seat(schoolId);
        return exemptions.in(seat.level(), schoolYear, seat.provinceCode());
    }

    /**
     * The regulation that judges a record of this school for ever.
     *
     * @param schoolYear the year in which it starts
     * @param code of the regulation by which it was begun
     * @param decidedBy the table that has judged it; null where none has yet
     */
    public Regulation judging(String schoolId, int schoolYear, String code, String decidedBy) {
        Seat seat = seat(schoolId);
        return regulations.judging(seat.level(), schoolYear, seat.provinceCode(), code, decidedBy);
    }

    /**
     * The regulation by which its pupils are assessed.
     *
     * @param schoolYear the year in which it starts
     * @throws Refused when none holds there
     */
    public Regulation regulation(String schoolId, int schoolYear) {
        Seat seat = seat(schoolId);
        return regulations
                .find(seat.level(), schoolYear, seat.provinceCode())
                .orElseThrow(() -> Refused.notNow(
                        "school.no-regulation",
                        Texts.vi("school.level." + seat.level()),
                        new SchoolYear(schoolYear).toString()));
    }
}
