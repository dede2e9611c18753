package vn.hocba.oversight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.hocba.shared.KeptCounts;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.UtcTimes;

/**
 * Which schools look different to a board since somebody looked last. A transaction says what it changed at its end, and may take a while until it is committed:
 * so what was said shortly before the last look is looked at again, and how often a school has changed tells whether that is news
 * (docs/decisions/0036-the-boards-read-on.md).
 */
@Repository
@ReadModel(of = {"school", "shared", "signing"})
class SchoolChanges {

    /** A commit may take so long: more than a transaction waits for a row. */
    static final Duration COMMIT = Duration.ofMinutes(2);

    /** Certificates that began or ended between two instants, by one of their dates. */
    private static final String PASSED =
            "select coalesce(s.school_id, c.owner_id) as school_id from certificate c left join staff s on s.id = c.owner_id";

    private final JdbcClient jdbc;

    SchoolChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record School(String id, int year) {}

    /**
     * Up to where the changes of a year are known.
     *
     * @param moment of the database's clock, before which all that is committed is known
     * @param times how often each school has changed that did so shortly before, by year
     */
    record Mark(LocalDateTime moment, Map<School, Integer> times) {

        private Set<String> news(Mark later) {
            Set<String> schools = new HashSet<>();
            later.times.forEach((school, number) -> {
                if (!number.equals(times.get(school))) {
                    schools.add(school.id());
                }
            });
            return schools;
        }
    }

    /**
     * Changes.
     *
     * @param mark where to go on from
     * @param schools ids of those to read again
     */
    record Changes(Mark mark, Set<String> schools) {}

    /** Where to begin: to be asked for before the schools are read. */
    Mark mark(int year) {
        LocalDateTime now = now();
        return new Mark(now, times(now, year));
    }

    /**
     * What has changed since a mark, and whose certificates began or ended.
     *
     * @param from when certificates were looked at last
     * @param to the present; earlier than {@code from} where somebody has set the clock back
     */
    Changes since(Mark mark, int year, Instant from, Instant to) {
        LocalDateTime now = now();
        Mark next = new Mark(now, times(now.isBefore(mark.moment()) ? now : mark.moment(), year));
        Set<String> schools = mark.news(next);
        if (!from.equals(to)) {
            schools.addAll(certificatesTurned(from.isBefore(to) ? from : to, from.isBefore(to) ? to : from));
        }
        return new Changes(next, schools);
    }

    private LocalDateTime now() {
        return jdbc.sql("select localtimestamp(6)").query(LocalDateTime.class).single();
    }

    private Map<School, Integer> times(LocalDateTime moment, int year) {
        Map<School, Integer> times = new HashMap<>();
        jdbc.sql("select school_id, school_year, changes from school_change where changed_at >= ?")
                .param(moment.minus(COMMIT))
                .query(row -> {
                    int changed = row.getInt("school_year");
                    if (changed == year || changed == KeptCounts.EVERY_YEAR) {
                        times.put(new School(row.getString("school_id"), changed), row.getInt("changes"));
                    }
                });
        return times;
    }

    /** Valid from their first instant, and no more at their last. */
    private List<String> certificatesTurned(Instant from, Instant to) {
        return jdbc.sql(PASSED + " where c.not_before > :from and c.not_before <= :to union " + PASSED
                        + " where c.not_after > :from and c.not_after <= :to")
                .param("from", UtcTimes.bind(from))
                .param("to", UtcTimes.bind(to))
                .query(String.class)
                .list();
    }
}
