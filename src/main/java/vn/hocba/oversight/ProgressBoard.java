package vn.hocba.oversight;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.oversight.SchoolSnapshots.Board;
import vn.hocba.record.RecordState;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolYears;
import vn.hocba.shared.Refused;
import vn.hocba.workflow.Step;

/**
 * How far the schools of a jurisdiction are, and what holds them up: counts only, never a mark or a pupil. Intermediate units and the Sở see no names of
 * teachers either. Of many schools it reads counts that are kept where records change, of one school the records themselves.
 */
@Service
public class ProgressBoard {

    private final Access access;
    private final SchoolDirectory directory;
    private final RunningYear years;
    private final SchoolYears schoolYears;
    private final SchoolSnapshots snapshots;
    private final ClassLines classLines;

    ProgressBoard(
            Access access,
            SchoolDirectory directory,
            RunningYear years,
            SchoolYears schoolYears,
            SchoolSnapshots snapshots,
            ClassLines classLines) {
        this.access = access;
        this.directory = directory;
        this.years = years;
        this.schoolYears = schoolYears;
        this.snapshots = snapshots;
        this.classLines = classLines;
    }

    /** Why records do not move, beside that somebody has not got to them yet. */
    public enum Cause {
        /** A subject or a class without a teacher: the school admin has to assign one. */
        NO_TEACHER,
        /** The person who has to sign, or the school's seal, has no valid certificate. */
        NO_CERTIFICATE,
        /** The province did not accept the record, and it was not sent again yet. */
        REJECTED
    }

    /** The records of a school or a class by state. */
    public record Counts(Map<RecordState, Integer> byState) {

        public Counts {
            byState = Map.copyOf(byState);
        }

        public int at(RecordState... states) {
            int sum = 0;
            for (RecordState state : states) {
                sum += byState.getOrDefault(state, 0);
            }
            return sum;
        }

        public int total() {
            return byState.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Taken in by the province, also when it was taken back later. */
        public int accepted() {
            return at(RecordState.ACCEPTED, RecordState.FROZEN, RecordState.RETRACTED);
        }
    }

    /**
     * A school or a class.
     *
     * @param grade of a class; 0 for a school
     * @param studying pupils who are studying; those without a record wait for the year to be opened
     * @param late records with a step whose due day has passed
     * @param stuck records held up, by cause
     * @param stuckTotal records held up; one with two causes counts once
     */
    public record Line(
            String id,
            String name,
            int grade,
            int studying,
            Counts counts,
            int late,
            Map<Cause, Integer> stuck,
            int stuckTotal) {

        public int unopened() {
            return Math.max(0, studying - counts.total());
        }

        /** Accepted records per pupil, from 0 to 1. */
        public double share() {
            return studying == 0 ? 0 : (double) counts.accepted() / studying;
        }
    }

    /**
     * Late work of one person, or of a whole step.
     *
     * @param person null for readers above the school, and where the work is nobody's in particular
     */
    public record Late(Step step, String person, int records, Instant dueSince) {}

    /** What several lines come to. */
    public record Total(int lines, int studying, int accepted, int late, int stuck) {

        /** The sum of some lines. */
        public static Total of(List<Line> lines) {
            return new Total(
                    lines.size(),
                    lines.stream().mapToInt(Line::studying).sum(),
                    lines.stream().mapToInt(line -> line.counts().accepted()).sum(),
                    lines.stream().mapToInt(Line::late).sum(),
                    lines.stream().mapToInt(Line::stuckTotal).sum());
        }
    }

    /** By what the schools are put in order; the name decides between equal ones. */
    public enum Order {
        NAME(Comparator.comparing(line -> 0)),
        SHARE(Comparator.comparingDouble(Line::share)),
        STUDYING(Comparator.comparingInt(Line::studying)),
        UNOPENED(Comparator.comparingInt(Line::unopened)),
        COMMENTS(at(RecordState.COMMENTING)),
        HOMEROOM(at(RecordState.HOMEROOM)),
        PRINCIPAL(at(RecordState.PRINCIPAL)),
        SEAL(at(RecordState.SEALING, RecordState.RELEASED)),
        SUBMITTED(at(RecordState.SUBMITTED)),
        ACCEPTED(Comparator.comparingInt(line -> line.counts().accepted())),
        LATE(Comparator.comparingInt(Line::late)),
        STUCK(Comparator.comparingInt(Line::stuckTotal));

        private final Comparator<Line> comparator;

        Order(Comparator<Line> comparator) {
            this.comparator = comparator;
        }

        Comparator<Line> comparator() {
            return comparator;
        }

        private static Comparator<Line> at(RecordState... states) {
            return Comparator.comparingInt(line -> line.counts().at(states));
        }
    }

    /**
     * Which schools.
     *
     * @param schoolYear null: the running one
     * @param search part of a name, without regard to case and marks; empty for all
     * @param offset of the first one
     * @param limit at most so many
     */
    public record Ask(Integer schoolYear, String search, Order order, boolean descending, int offset, int limit) {

        /** The first ones by name. */
        public static Ask first(Integer schoolYear, int limit) {
            return new Ask(schoolYear, "", Order.NAME, false, 0, limit);
        }
    }

    /**
     * The schools of a jurisdiction.
     *
     * @param schoolYear null while no school has classes
     * @param years that can be asked for, latest first
     * @param total of all schools, whatever was asked for
     * @param found how many were searched for
     * @param schools of these, those asked for
     * @param at when that was true; null while no school has classes
     */
    public record Schools(
            Integer schoolYear, List<Integer> years, Total total, int found, List<Line> schools, Instant at) {}

    /** One school; schoolYear is null while it has no classes. */
    public record School(
            String schoolId,
            String name,
            Integer schoolYear,
            List<Integer> years,
            List<Line> classes,
            List<Late> late) {}

    /** The schools in the current user's jurisdiction. */
    @Transactional(readOnly = true)
    public Schools schools(Ask ask) {
        CurrentUser user = access.holding(Right.SEE_PROGRESS);
        List<Integer> known = schoolYears.under(user.unitPath());
        Optional<Integer> year = years.choose(known, ask.schoolYear(), user.unitId(), user.unitPath());
        if (year.isEmpty()) {
            return new Schools(null, known, Total.of(List.of()), 0, List.of(), null);
        }
        SchoolSnapshot all = snapshots.of(new Board(user.unitId(), user.unitPath(), year.get()));
        List<Line> found = all.find(ask.search(), ask.order(), ask.descending());
        return new Schools(
                year.get(),
                known,
                all.total(),
                found.size(),
                found.stream().skip(ask.offset()).limit(ask.limit()).toList(),
                all.at());
    }

    /**
     * The classes of one school, by grade and name, and who is late there.
     *
     * @param schoolYear null: the running one
     * @throws Refused when the school is not in the current user's jurisdiction
     */
    @Transactional(readOnly = true)
    public School school(String schoolId, Integer schoolYear) {
        access.holding(Right.SEE_PROGRESS);
        Unit school = unit(schoolId);
        CurrentUser user = access.over(school.path(), Right.SEE_PROGRESS);
        boolean ofTheSchool = user.unitId().equals(school.id());
        List<Integer> known = directory.schoolYears(schoolId);
        Optional<Integer> year = years.choose(known, schoolYear, school.id(), school.path());
        return new School(
                school.id(),
                school.name(),
                year.orElse(null),
                known,
                year.map(chosen -> classLines.of(schoolId, chosen)).orElse(List.of()),
                year.map(chosen -> classLines.late(schoolId, chosen, ofTheSchool))
                        .orElse(List.of()));
    }

    private Unit unit(String id) {
        try {
            return directory.unit(id);
        } catch (EmptyResultDataAccessException none) {
            throw Refused.notFound("oversight.no-such-school");
        }
    }
}
