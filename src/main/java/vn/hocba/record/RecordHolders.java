package vn.hocba.record;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.school.RecordKeeping;
import vn.hocba.shared.Ids;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.RecordId;
import vn.hocba.shared.SchoolId;

/**
 * Which school manages a record after a transfer, and which did before (domain §10.1): a year that was issued stays the issuing school's, only the right to
 * manage it moves. Apart from the record itself, which nothing may change once it is frozen.
 */
@Repository
@ReadModel(of = "school")
public class RecordHolders implements RecordKeeping {

    private final JdbcClient jdbc;

    RecordHolders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Id of the school that manages a record: the one whose record it is, until it is transferred. */
    @Transactional(readOnly = true)
    public String managing(YearRecord record) {
        return jdbc.sql("select school_id from record_holder where year_record_id = ? and until is null")
                .param(record.id())
                .query(String.class)
                .optional()
                .orElse(record.schoolId());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Kept> of(Collection<String> pupilIds) {
        // A year that was left goes on elsewhere: it counts only where there is no other.
        Map<String, Kept> kept = new LinkedHashMap<>();
        jdbc.sql(
                        "select l.pupil_id as pupilId, coalesce(h.school_id, r.school_id) as schoolId from school_record l"
                                + " left join year_record r on r.school_record_id = l.id"
                                + " left join record_holder h on h.year_record_id = r.id and h.until is null"
                                + " where l.pupil_id in (:pupils)"
                                + " order by case when r.state = 'LEFT' then 1 else 0 end, r.school_year desc, r.state_since desc")
                .param("pupils", pupilIds)
                .query(Kept.class)
                .list()
                .forEach(record -> kept.putIfAbsent(record.pupilId(), record));
        return List.copyOf(kept.values());
    }

    /** Whether a school manages a record because of a transfer, or did. */
    @Transactional(readOnly = true)
    public boolean holdsOrHeld(RecordId record, SchoolId school) {
        return jdbc.sql("select count(*) from record_holder where year_record_id = ? and school_id = ?")
                        .params(record.value(), school.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Id of the latest year record of a pupil's school record, by its look-up code and the pupil's birth date. One that was closed unfinished counts where no
     * other of its year goes on.
     */
    @Transactional(readOnly = true)
    public Optional<String> latest(String lookupCode, LocalDate birthDate) {
        return jdbc.sql(
                        "select r.id from year_record r join school_record l on l.id = r.school_record_id"
                                + " join pupil p on p.id = r.pupil_id where l.lookup_code = ? and p.birth_date = ?"
                                + " order by r.school_year desc, case when r.state = 'LEFT' then 1 else 0 end, r.state_since desc limit 1")
                .params(lookupCode, birthDate)
                .query(String.class)
                .optional();
    }

    /** The school at which the pupil of a closed record has another one of the same year that goes on or was issued; empty where there is none. */
    @Transactional(readOnly = true)
    public Optional<String> goesOnAt(YearRecord closed) {
        return jdbc.sql(
                        "select school_id from year_record where pupil_id = ? and school_year = ? and id <> ?"
                                + " and state not in ('LEFT', 'RETRACTED')"
                                + " and not exists (select 1 from record_followed f where f.year_record_id = year_record.id) limit 1")
                .params(closed.pupilId(), closed.schoolYear(), closed.id())
                .query(String.class)
                .optional();
    }

    /** Whether the pupil has a later year record than this. */
    @Transactional(readOnly = true)
    public boolean isLatest(YearRecord record) {
        return jdbc.sql(
                                "select count(*) from year_record where school_record_id = ? and school_year > ? and state <> 'LEFT'")
                        .params(record.schoolRecordId(), record.schoolYear())
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /** Ids of all year records of a pupil's school record, oldest first. */
    @Transactional(readOnly = true)
    public List<String> years(YearRecord record) {
        return jdbc.sql("select id from year_record where school_record_id = ? order by school_year, state_since")
                .param(record.schoolRecordId())
                .query(String.class)
                .list();
    }

    /** Ids of the year records of a pupil's school record of which a version was issued and is in effect, oldest first. */
    @Transactional(readOnly = true)
    public List<String> issuedYears(YearRecord record) {
        return jdbc.sql(
                        "select r.id from year_record r where r.school_record_id = ? and (r.state in ('ACCEPTED', 'FROZEN')"
                                + " or exists (select 1 from record_version v where v.year_record_id = r.id and v.state = 'IN_FORCE'))"
                                + " order by r.school_year, r.state_since")
                .param(record.schoolRecordId())
                .query(String.class)
                .list();
    }

    /** Hands all years of a pupil's school record on from the school that manages it to another. The caller holds the lock on the record. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOn(YearRecord record, SchoolId to, LocalDate day, String requestId) {
        String from = managing(record);
        for (String year : years(record)) {
            int ended = jdbc.sql("update record_holder set until = ?, row_version = row_version + 1"
                            + " where year_record_id = ? and until is null")
                    .params(day, year)
                    .update();
            if (ended == 0) {
                add(year, from, null, day, requestId);
            }
            add(year, to.value(), day, null, requestId);
        }
    }

    private void add(String recordId, String schoolId, LocalDate since, LocalDate until, String requestId) {
        jdbc.sql("insert into record_holder (id, row_version, year_record_id, school_id, since, until, request_id)"
                        + " values (?, 0, ?, ?, ?, ?, ?)")
                .params(Ids.next(), recordId, schoolId, since, until, requestId)
                .update();
    }
}
