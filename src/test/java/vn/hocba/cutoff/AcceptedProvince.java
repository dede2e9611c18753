package vn.hocba.cutoff;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.registry.CountedAnew;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.UnitKind;
import vn.hocba.school.Units;
import vn.hocba.shared.Ids;
import vn.hocba.shared.SchoolLevel;

/** Makes provinces whose records are all accepted and confirmed, by statements over many rows: nobody signs. For H2. */
class AcceptedProvince {

    private static final int YEAR = 2026;
    private static final int PER_TRANSACTION = 250;
    private static final int ROWS_AT_ONCE = 5_000;

    /** As long as one of a primary pupil with its three signatures. */
    private static final int PACKET_BYTES = 20_000;

    private static final int AUDIT_LINES = 12;
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final JdbcClient jdbc;
    private final Units units;
    private final RuntimeService runtime;
    private final TransactionTemplate transaction;

    AcceptedProvince(JdbcClient jdbc, Units units, RuntimeService runtime, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.units = units;
        this.runtime = runtime;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A province with one school and this many accepted records, whose processes wait for the freeze. */
    CutOffKey accepted(int records) {
        int number = COUNTER.incrementAndGet();
        Unit province = units.putAsSystem(
                new Units.NewUnit("AP" + number, UnitKind.PROVINCE, "Sở GDĐT thử " + number, null, null, null, null));
        Unit school = units.putAsSystem(new Units.NewUnit(
                "AS" + number,
                UnitKind.SCHOOL,
                "Trường Tiểu học thử " + number,
                province.code(),
                SchoolLevel.PRIMARY,
                String.format("05%08d", number),
                "Hà Nội"));
        String classId = Ids.next();
        jdbc.sql("insert into school_class (id, row_version, school_id, school_year, name, grade)"
                        + " values (?, 0, ?, ?, '1A', 1)")
                .params(classId, school.id(), YEAR)
                .update();
        // The places of digits that all ids of this province begin with.
        String prefix = Ids.next().substring(0, 20);
        for (String rows : List.of(
                "pupil (id, row_version, moet_code, full_name, search_name, birth_date, gender)"
                        + " select {id}, 0, right({id}, 20), 'Học Sinh', '', date '2020-09-05', 'Nữ'",
                "enrolment (id, row_version, pupil_id, school_id, class_id, school_year, ordinal, status)"
                        + " select {id}, 0, {id}, :school, :class, :year, r.x, 'STUDYING'",
                "school_record (id, row_version, lookup_code, pupil_id, level, origin)"
                        + " select {id}, 0, {id}, {id}, 'PRIMARY', 'BORN_DIGITAL'",
                "year_record (id, row_version, school_record_id, pupil_id, school_id, class_id, school_year, grade, ordinal, state, version_no,"
                        + " state_since, programme_completed)"
                        + " select {id}, 9, {id}, {id}, :school, :class, :year, 1, r.x, 'ACCEPTED', 1, localtimestamp, true",
                "registered_record (id, row_version, lookup_code, year_record_id, version_no, school_code, school_name, province_code, school_year,"
                        + " level, grade, class_name, pupil_code, birth_date, state, packet, packet_hash, signers, received_at,"
                        + " programme_completed)"
                        + " select {id}, 0, {id}, {id}, 1, :schoolCode, 'Trường', :province, :year, 'PRIMARY', 1, '1A', right({id}, 20),"
                        + " date '2020-09-05', 'ACCEPTED', cast(repeat('x', :bytes) as binary varying), rawtohex(hash('SHA-256', {id})), '[]',"
                        + " localtimestamp, true")) {
            insert(rows, "", prefix, records, province, school, classId);
        }
        insert(
                "audit_event (id, subject, seq, at, actor, actor_name, actor_title, action, previous, hash)"
                        + " select replace(cast(random_uuid() as varchar), '-', ''), {id}, n.x - 1, localtimestamp, 'u', 'Nguyễn Thị Hoa', 'Giáo viên', 'record.made',"
                        + " repeat('0', 64), repeat('0', 64)",
                ", system_range(1, :lines) n",
                prefix,
                records,
                province,
                school,
                classId);
        CountedAnew.of(jdbc);
        List<String> ids = jdbc.sql("select id from year_record where school_id = ?")
                .param(school.id())
                .query(String.class)
                .list();
        for (int from = 0; from < ids.size(); from += PER_TRANSACTION) {
            List<String> some = ids.subList(from, Math.min(from + PER_TRANSACTION, ids.size()));
            transaction.executeWithoutResult(status -> some.forEach(this::waitForFreeze));
        }
        return new CutOffKey(province.id(), YEAR);
    }

    private void insert(
            String rows, String beside, String prefix, int records, Unit province, Unit school, String classId) {
        for (int from = 1; from <= records; from += ROWS_AT_ONCE) {
            insert(rows, beside, prefix, from, Math.min(from + ROWS_AT_ONCE - 1, records), province, school, classId);
        }
    }

    private void insert(
            String rows, String beside, String prefix, int from, int to, Unit province, Unit school, String classId) {
        jdbc.sql("insert into " + rows.replace("{id}", "concat(:prefix, lpad(r.x, 12, '0'))")
                        + " from system_range(:from, :to) r" + beside)
                .param("prefix", prefix)
                .param("from", from)
                .param("to", to)
                .param("school", school.id())
                .param("schoolCode", school.code())
                .param("province", province.code())
                .param("class", classId)
                .param("year", YEAR)
                .param("bytes", PACKET_BYTES)
                .param("lines", AUDIT_LINES)
                .update();
    }

    private void waitForFreeze(String recordId) {
        runtime.createProcessInstanceByKey("yearRecord")
                .businessKey(recordId)
                .setVariables(Map.of("target", "", "accepted", true))
                .startBeforeActivity("gateway_accepted")
                .execute();
    }
}
