package vn.hocba.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.Milestone;
import vn.hocba.calendar.YearDates;
import vn.hocba.oversight.ProgressBoard.Cause;
import vn.hocba.oversight.ProgressBoard.Counts;
import vn.hocba.oversight.SchoolSnapshots.Board;
import vn.hocba.record.RecordState;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.UtcTimes;
import vn.hocba.signing.CertificatesAtSchool;
import vn.hocba.signing.OwnerKind;

/**
 * The schools below a unit, from the counts that are kept per school ({@code school_size}, {@code school_progress}, {@code homeroom_progress}): no pupil, record
 * or work item is read. What depends on the clock is asked of it now: what is late by the dates of the calendar, who can sign by person.
 */
@Repository
@ReadModel(of = {"identity", "school", "signing", "workflow"})
class SchoolLines {

    private static final List<RecordState> STATES = Arrays.stream(RecordState.values())
            .filter(state -> state != RecordState.LEFT)
            .toList();
    private static final List<Milestone> DUES =
            Arrays.stream(Milestone.values()).filter(Milestone::isDue).toList();

    /** Paths end with a slash, so that this is exactly what begins with one; unlike «like», every database looks it up. */
    private static final String BELOW = " u.path >= :path and u.path < :beyond ";

    private static final String AMONG = " u.id in (:ids) ";

    private final Calendar calendar;
    private final JdbcClient jdbc;

    SchoolLines(Calendar calendar, JdbcClient jdbc) {
        this.calendar = calendar;
        this.jdbc = jdbc;
    }

    /** The dates of a board's calendar after which work is late that are over. */
    Set<Milestone> passed(Board board, Instant now) {
        YearDates dates = calendar.at(board.unitId(), board.schoolYear());
        return DUES.stream().filter(due -> dates.due(due).isBefore(now)).collect(Collectors.toUnmodifiableSet());
    }

    /** The schools that have classes in a year, in no order. */
    List<SchoolFigures> of(Board board, Instant now) {
        return of(new Asked(board, null, now));
    }

    /** Those of some schools that belong to a board. */
    List<SchoolFigures> of(Board board, Set<String> schoolIds, Instant now) {
        return of(new Asked(board, schoolIds, now));
    }

    /**
     * What is to be read.
     *
     * @param schoolIds null for all that belong to the board
     */
    private record Asked(Board board, Set<String> schoolIds, Instant now) {

        boolean takes(ResultSet row) throws SQLException {
            return row.getString("path").startsWith(board.unitPath());
        }
    }

    private List<SchoolFigures> of(Asked asked) {
        Map<String, int[]> homeroom = waitingForHomeroomWithoutCertificate(asked);
        Set<String> noPrincipal = withoutPrincipalCertificate(asked);
        Set<String> noSeal = withoutSealCertificate(asked);
        List<SchoolFigures> schools = new ArrayList<>();
        statement(
                        "select u.id, u.name, u.path, s.studying, p.no_teacher, p.rejected, p.rejected_no_teacher, p.rejected_principal,"
                                + " p.rejected_seal" + columns(STATES, "") + columns(DUES, "due_")
                                + " from org_unit u join school_size s on s.school_id = u.id and s.school_year = :year"
                                + " left join school_progress p on p.school_id = u.id and p.school_year = :year where",
                        asked,
                        "")
                .query(row -> {
                    if (!asked.takes(row)) {
                        return;
                    }
                    String id = row.getString("id");
                    Map<RecordState, Integer> states = counts(row, STATES, "");
                    int[] uncertified = homeroom.getOrDefault(id, new int[2]).clone();
                    if (noPrincipal.contains(id)) {
                        uncertified[0] += states.getOrDefault(RecordState.PRINCIPAL, 0);
                        uncertified[1] += row.getInt("rejected_principal");
                    }
                    if (noSeal.contains(id)) {
                        uncertified[0] += states.getOrDefault(RecordState.SEALING, 0)
                                + states.getOrDefault(RecordState.RELEASED, 0);
                        uncertified[1] += row.getInt("rejected_seal");
                    }
                    schools.add(figures(row, states, uncertified));
                });
        return schools;
    }

    /** @param uncertified how many wait for somebody without a certificate, and how many of these were rejected */
    private static SchoolFigures figures(ResultSet row, Map<RecordState, Integer> states, int[] uncertified)
            throws SQLException {
        int noTeacher = row.getInt("no_teacher");
        int rejected = row.getInt("rejected");
        Map<Cause, Integer> stuck = new EnumMap<>(Cause.class);
        put(stuck, Cause.NO_TEACHER, noTeacher);
        put(stuck, Cause.NO_CERTIFICATE, uncertified[0]);
        put(stuck, Cause.REJECTED, rejected);
        int twice = row.getInt("rejected_no_teacher") + uncertified[1];
        return new SchoolFigures(
                row.getString("id"),
                row.getString("name"),
                row.getInt("studying"),
                new Counts(states),
                counts(row, DUES, "due_"),
                stuck,
                noTeacher + uncertified[0] + rejected - twice);
    }

    private static <K extends Enum<K>> Map<K, Integer> counts(ResultSet row, List<K> keys, String prefix)
            throws SQLException {
        Map<K, Integer> counts = new EnumMap<>(keys.get(0).getDeclaringClass());
        for (K key : keys) {
            put(counts, key, row.getInt(column(prefix, key)));
        }
        return counts;
    }

    private static <K> void put(Map<K, Integer> counts, K key, int count) {
        if (count > 0) {
            counts.put(key, count);
        }
    }

    private Map<String, int[]> waitingForHomeroomWithoutCertificate(Asked asked) {
        Map<String, int[]> waiting = new HashMap<>();
        statement(
                        "select h.school_id, sum(h.records) as records, sum(h.rejected) as rejected from homeroom_progress h join org_unit u on u.id = h.school_id"
                                + " where h.school_year = :year and h.records > 0 and",
                        asked,
                        "and not exists (select 1 from certificate c where c.owner_id = h.holder_id and "
                                + CertificatesAtSchool.valid(OwnerKind.PERSON) + ") group by h.school_id")
                .query(row -> {
                    waiting.put(row.getString("school_id"), new int[] {row.getInt("records"), row.getInt("rejected")});
                });
        return waiting;
    }

    private Set<String> withoutPrincipalCertificate(Asked asked) {
        return new HashSet<>(statement(
                        "select p.school_id from school_progress p join org_unit u on u.id = p.school_id where p.school_year = :year"
                                + " and p.principal > 0 and",
                        asked,
                        "and not exists (select 1 from account a join certificate c on c.owner_id = a.staff_id"
                                + " where a.unit_id = p.school_id and a.principal = true and a.active = true and "
                                + CertificatesAtSchool.valid(OwnerKind.PERSON) + ")")
                .query(String.class)
                .list());
    }

    private Set<String> withoutSealCertificate(Asked asked) {
        return new HashSet<>(statement(
                        "select p.school_id from school_progress p join org_unit u on u.id = p.school_id where p.school_year = :year"
                                + " and p.sealing + p.released > 0 and",
                        asked,
                        "and not exists (select 1 from certificate c where c.owner_id = p.school_id and "
                                + CertificatesAtSchool.valid(OwnerKind.ORGANISATION) + ")")
                .query(String.class)
                .list());
    }

    private static String columns(List<? extends Enum<?>> values, String prefix) {
        return values.stream().map(value -> ", p." + column(prefix, value)).collect(Collectors.joining());
    }

    private static String column(String prefix, Enum<?> value) {
        return prefix + value.name().toLowerCase(Locale.ROOT);
    }

    private JdbcClient.StatementSpec statement(String before, Asked asked, String after) {
        boolean all = asked.schoolIds() == null;
        JdbcClient.StatementSpec statement = jdbc.sql(before + (all ? BELOW : AMONG) + after)
                .param("year", asked.board().schoolYear());
        if (after.contains(":now")) {
            statement.param("now", UtcTimes.bind(asked.now()));
        }
        if (!all) {
            return statement.param("ids", asked.schoolIds());
        }
        String path = asked.board().unitPath();
        char afterSlash = '/' + 1;
        return statement.param("path", path).param("beyond", path.substring(0, path.length() - 1) + afterSlash);
    }
}
