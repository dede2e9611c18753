package vn.hocba.school;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Part;
import vn.hocba.school.SchoolDirectory.ClassInfo;

/**
 * Who has which duty in a class, now and at any moment before: a subject by its code, the class itself as {@link Part#CLASS}. Reads only, no decision about who
 * may read.
 */
@Repository
@Transactional(readOnly = true)
public class Duties {

    private final DutyTermRepository terms;
    private final JdbcClient jdbc;

    Duties(DutyTermRepository terms, JdbcClient jdbc) {
        this.terms = terms;
        this.jdbc = jdbc;
    }

    /**
     * A time of somebody's duty.
     *
     * @param startsOn as it was ordered; null where nobody knows
     * @param endsOn the last day of who stands in; null: for good
     * @param standsInFor a member of staff; null: for good
     * @param heldFrom since when the work was theirs; null: not yet
     * @param heldUntil until when; null: still
     */
    public record Term(
            String id,
            String classId,
            String part,
            String staffId,
            LocalDate startsOn,
            LocalDate endsOn,
            String standsInFor,
            Instant heldFrom,
            Instant heldUntil,
            String reason,
            String decisionNo,
            String orderedBy) {}

    /** Ids of the staff to whom work in a class goes, by part; a part of which nobody who works at the school has the duty is missing. */
    public Map<String, String> holders(String classId) {
        return holders("c.id", classId).getOrDefault(classId, Map.of());
    }

    /** The same for all classes of a school that there ever were, by class. */
    public Map<String, Map<String, String>> holdersOfSchool(String schoolId) {
        return holders("c.school_id", schoolId);
    }

    private Map<String, Map<String, String>> holders(String of, String id) {
        Map<String, Map<String, String>> holders = new HashMap<>();
        jdbc.sql("select c.id as class_id, a.subject_code as part, s.id as staff_id from school_class c"
                        + " join teaching_assignment a on a.class_id = c.id join staff s on s.id = a.staff_id"
                        + " where " + of + " = ? and s.working = true"
                        + " union all select c.id as class_id, '" + Part.CLASS + "' as part, s.id as staff_id"
                        + " from school_class c join staff s on s.id = c.homeroom_staff_id"
                        + " where " + of + " = ? and s.working = true")
                .params(id, id)
                .query(row -> {
                    holders.computeIfAbsent(row.getString("class_id"), none -> new HashMap<>())
                            .put(row.getString("part"), row.getString("staff_id"));
                });
        return holders;
    }

    /** Who had the duties of a class, whenever one asks. */
    public static final class History {

        private final List<Term> terms;
        private final Map<String, String> holders;

        private History(List<Term> terms, Map<String, String> holders) {
            this.terms = List.copyOf(terms);
            this.holders = Map.copyOf(holders);
        }

        /**
         * Ids of the staff who had a duty at a moment; two where one followed the other at that very moment. Of a duty about which nothing was ever noted it is
         * whoever has it now.
         */
        public Set<String> at(String part, Instant moment) {
            List<Term> noted =
                    terms.stream().filter(term -> term.part().equals(part)).toList();
            if (noted.isEmpty()) {
                return holders.containsKey(part) ? Set.of(holders.get(part)) : Set.of();
            }
            return noted.stream()
                    .filter(term -> !term.heldFrom().isAfter(moment)
                            && (term.heldUntil() == null || !term.heldUntil().isBefore(moment)))
                    .map(Term::staffId)
                    .collect(Collectors.toSet());
        }

        /** The parts of which somebody has or had the duty. */
        public Set<String> parts() {
            Set<String> parts = new HashSet<>(holders.keySet());
            terms.forEach(term -> parts.add(term.part()));
            return parts;
        }
    }

    /** Who had the duties of a class, from its beginning until now. */
    public History history(ClassInfo info) {
        return new History(plain(terms.ofClass(info.id())), holders(info.id()));
    }

    /** Ids of the staff of a school who are of it and away for a while. */
    public Set<String> away(String schoolId) {
        return Set.copyOf(jdbc.sql("select id from staff where school_id = ? and working = true and on_leave = true")
                .param(schoolId)
                .query(String.class)
                .list());
    }

    /** The terms of a school that go on now or are still to come. */
    public List<Term> current(String schoolId) {
        return plain(terms.current(schoolId));
    }

    /** The terms that took the place of others or have ended at a school, the latest first. */
    public List<Term> changes(String schoolId) {
        return plain(terms.changes(schoolId));
    }

    private static List<Term> plain(List<DutyTerm> terms) {
        return terms.stream().map(DutyTerm::plain).toList();
    }
}
