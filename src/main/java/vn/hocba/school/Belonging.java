package vn.hocba.school;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.shared.PupilId;
import vn.hocba.shared.SchoolId;

/**
 * Whose pupil somebody is. The school that manages the record has the pupil until it lets go; where nobody manages one, the school where the pupil was last.
 * The word «Chuyển đi» or «Thôi học» in the latest class list of a school lets go, and so does a school that is closed or merged; a record itself goes over by
 * transfer only.
 */
@Service
@Transactional(readOnly = true)
public class Belonging {

    private static final int STUDYING = 2;
    private static final int SUSPENDED = 1;
    private static final int GONE = 0;

    private final RecordKeeping records;
    private final JdbcClient jdbc;
    private final Clock clock;

    Belonging(RecordKeeping records, JdbcClient jdbc, Clock clock) {
        this.records = records;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whose pupil it is, seen from a school. */
    public enum Whose {
        /** This school's: it may see and change what is stored. */
        OURS,
        /** Known, but without a record, and every school says that the pupil is gone: may be taken, as if nothing were stored. */
        NOBODYS,
        /** Another school has the pupil, or a record exists that a school takes over by transfer only. */
        OTHERS
    }

    /** Where a school stands to a pupil: by its latest school year with the pupil, and the best status in it. */
    private record Standing(String schoolId, int schoolYear, int status) implements Comparable<Standing> {

        boolean isGone() {
            return status == GONE;
        }

        Standing gone() {
            return new Standing(schoolId, schoolYear, GONE);
        }

        @Override
        public int compareTo(Standing other) {
            return Comparator.comparingInt(Standing::schoolYear)
                    .thenComparingInt(Standing::status)
                    .compare(this, other);
        }
    }

    /** @param keeperId the school that manages the record; null where none does, or it is closed */
    private record Known(List<Standing> standings, boolean hasRecord, String keeperId) {

        Whose whose(String schoolId) {
            if (isKept()) {
                return keeperId.equals(schoolId) ? Whose.OURS : Whose.OTHERS;
            }
            if (wasLastAt(schoolId)) {
                return Whose.OURS;
            }
            boolean gone = others(schoolId).stream().allMatch(Standing::isGone);
            return gone && !hasRecord ? Whose.NOBODYS : Whose.OTHERS;
        }

        boolean isReleasedTo(String schoolId) {
            return isKept()
                    ? keeperId.equals(schoolId)
                    : wasLastAt(schoolId) || others(schoolId).stream().allMatch(Standing::isGone);
        }

        /** Whether the school that manages the record has not let go of the pupil. */
        private boolean isKept() {
            return keeperId != null
                    && standings.stream().noneMatch(at -> at.schoolId().equals(keeperId) && at.isGone());
        }

        private boolean wasLastAt(String schoolId) {
            return standings.stream()
                    .filter(at -> at.schoolId().equals(schoolId))
                    .anyMatch(here -> others(schoolId).stream()
                            .allMatch(other -> here.compareTo(other) > 0
                                    || here.compareTo(other) == 0 && here.isGone() && schoolId.equals(keeperId)));
        }

        private List<Standing> others(String schoolId) {
            return standings.stream()
                    .filter(at -> !at.schoolId().equals(schoolId))
                    .toList();
        }
    }

    /** Whose each of these pupils is, by pupil id. */
    public Map<String, Whose> of(String schoolId, Collection<String> pupilIds) {
        Map<String, Whose> whose = new HashMap<>();
        for (List<String> some : Chunks.of(pupilIds)) {
            known(some).forEach((pupilId, known) -> whose.put(pupilId, known.whose(schoolId)));
        }
        return whose;
    }

    /** Whether no school but this one has the pupil: the others let go, and so did the one that manages the record. */
    public boolean isReleasedTo(SchoolId school, PupilId pupil) {
        return known(List.of(pupil.value())).get(pupil.value()).isReleasedTo(school.value());
    }

    private Map<String, Known> known(List<String> pupilIds) {
        Map<String, List<Standing>> standings = standings(pupilIds);
        Map<String, RecordKeeping.Kept> kept =
                records.of(pupilIds).stream().collect(Collectors.toMap(RecordKeeping.Kept::pupilId, record -> record));
        Set<String> closed = closed(standings, kept.values());
        Map<String, Known> known = new HashMap<>();
        for (String pupilId : pupilIds) {
            RecordKeeping.Kept record = kept.get(pupilId);
            known.put(
                    pupilId,
                    new Known(
                            standings.getOrDefault(pupilId, List.of()).stream()
                                    .map(at -> closed.contains(at.schoolId()) ? at.gone() : at)
                                    .toList(),
                            record != null,
                            record == null || closed.contains(record.schoolId()) ? null : record.schoolId()));
        }
        return known;
    }

    /** Of the schools that these pupils were at: those that do not exist any more, which write no list in which they could let go. */
    private Set<String> closed(Map<String, List<Standing>> standings, Collection<RecordKeeping.Kept> kept) {
        Set<String> schools = new HashSet<>();
        standings.values().forEach(all -> all.forEach(at -> schools.add(at.schoolId())));
        kept.stream().map(RecordKeeping.Kept::schoolId).filter(Objects::nonNull).forEach(schools::add);
        Set<String> closed = new HashSet<>();
        for (List<String> some : Chunks.of(schools)) {
            closed.addAll(jdbc.sql("select id from org_unit where id in (:schools) and valid_to < :today")
                    .param("schools", some)
                    .param("today", LocalDate.now(clock))
                    .query(String.class)
                    .list());
        }
        return closed;
    }

    private Map<String, List<Standing>> standings(List<String> pupilIds) {
        record At(String pupilId, Standing standing) {}
        Map<String, Map<String, Standing>> best = new HashMap<>();
        jdbc.sql("select pupil_id, school_id, school_year, status from enrolment where pupil_id in (:pupils)")
                .param("pupils", pupilIds)
                .query((row, n) -> new At(
                        row.getString("pupil_id"),
                        new Standing(
                                row.getString("school_id"),
                                row.getInt("school_year"),
                                status(EnrolmentStatus.valueOf(row.getString("status"))))))
                .list()
                .forEach(at -> best.computeIfAbsent(at.pupilId(), id -> new HashMap<>())
                        .merge(at.standing().schoolId(), at.standing(), (a, b) -> a.compareTo(b) >= 0 ? a : b));
        Map<String, List<Standing>> standings = new HashMap<>();
        best.forEach((pupilId, bySchool) -> standings.put(pupilId, new ArrayList<>(bySchool.values())));
        return standings;
    }

    private static int status(EnrolmentStatus status) {
        return switch (status) {
            case STUDYING -> STUDYING;
            // No other school takes the pupil: should the word be a mistake, the school that wrote it mends it.
            case SUSPENDED, DECEASED -> SUSPENDED;
            case MOVED_AWAY, QUIT -> GONE;
        };
    }
}
