package vn.hocba;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** A province in the middle of its year, as the first schema (V17) had it, written by statements that run on every database: two schools, a record in every state. */
final class YearBefore {

    /** Frozen at the Sở while the school waits for its answer. */
    static final String UNTOLD = "SUBMITTED";

    /** The records in which everything stands that can. */
    static final List<String> FILLED = List.of("HOMEROOM", "FROZEN");

    static final String WORDS = "Em \"ngoan\", hát \\ hay:\n– lễ phép,\tchăm ‘làm’ 😀 </b> {\"level\":\"C\"}";

    /** As long as a comment may be. */
    static final String LONG_WORDS = "Đọc \"tốt\" ".repeat(100).substring(0, 1000);

    private static final String PACKET = "x'0102'";
    private static final String HASH = "'" + "0".repeat(64) + "'";
    private static final String AT = "timestamp '2026-06-01 08:00:00'";

    private final JdbcTemplate jdbc;
    private int receipts;

    YearBefore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes it. Ids say what they are: that of a record is its state. */
    void write() {
        units();
        // One who is still without a record, and one who has gone.
        pupil("none", "A", "STUDYING");
        pupil("gone", "A", "MOVED_AWAY");
        for (String state : List.of(
                "COMMENTING",
                "HOMEROOM",
                "PRINCIPAL",
                "SEALING",
                "RELEASED",
                "SUBMITTED",
                "ACCEPTED",
                "WAITING",
                "FROZEN",
                "REPORTED",
                "RETRACTED",
                "LEFT")) {
            pupil(state, "A", "STUDYING");
        }
        pupil("OTHER", "B", "STUDYING");
        record("COMMENTING", "COMMENTING", "A");
        record("HOMEROOM", "HOMEROOM", "A");
        record("PRINCIPAL", "PRINCIPAL", "A");
        record("SEALING", "SEALING", "A");
        record("RELEASED", "RELEASED", "A");
        record("SUBMITTED", "SUBMITTED", "A");
        record("ACCEPTED", "ACCEPTED", "A");
        record("WAITING", "ACCEPTED", "A");
        record("FROZEN", "FROZEN", "A");
        record("REPORTED", "FROZEN", "A");
        record("RETRACTED", "RETRACTED", "A");
        record("LEFT", "LEFT", "A");
        record("OTHER", "ACCEPTED", "B");
        imported();
        work();
        answers();
        registered();
        submissions();
        cutOff();
        requests();
        run("batch (id, row_version, kind, account_id, school_id, state, total, created_at, heartbeat_at) values"
                + " ('batch', 0, 'seal', 'account', 'A', 'RUNNING', 1, " + AT + ", " + AT + ")");
        run("batch_item (id, batch_id, target_id, ordinal, state) values ('item', 'batch', 'PRINCIPAL', 1, 'WAITING')");
    }

    /** How many rows each table has. */
    Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new TreeMap<>();
        for (String table : List.of(
                "org_unit",
                "staff",
                "school_class",
                "pupil",
                "enrolment",
                "school_record",
                "year_record",
                "record_version",
                "record_signature",
                "registered_record",
                "receipt",
                "work_item",
                "submission_package",
                "submission_item",
                "cut_off",
                "cut_off_exception",
                "record_request",
                "request_decision",
                "request_file",
                "record_supplement",
                "batch",
                "batch_item",
                "account")) {
            sizes.put(table, jdbc.queryForObject("select count(*) from " + table, Integer.class));
        }
        return sizes;
    }

    private void units() {
        run("org_unit (id, row_version, code, kind, name, path, valid_from) values"
                + " ('P', 0, 'P', 'PROVINCE', 'Sở', '/P/', date '2020-01-01')");
        for (String school : List.of("A", "B")) {
            run("org_unit (id, row_version, code, kind, name, parent_id, path, level, tax_code, valid_from) values ('"
                    + school
                    + "', 0, '" + school + "', 'SCHOOL', 'Trường " + school + "', 'P', '/P/" + school
                    + "/', 'PRIMARY', '1', date '2020-01-01')");
            run("staff (id, row_version, school_id, moet_code, full_name, working) values ('homeroom-" + school
                    + "', 0, '" + school + "', 'GV', 'Cô', true)");
            run("school_class (id, row_version, school_id, school_year, name, grade, homeroom_staff_id) values ('class-"
                    + school + "', 0, '" + school + "', 2025, '1A', 1, 'homeroom-" + school + "')");
        }
        run(
                "school_class (id, row_version, school_id, school_year, name, grade) values ('next-A', 0, 'A', 2026, '2A', 2)");
        run(
                "account (id, row_version, username, display_name, title, roles, staff_id, unit_id, unit_path, active) values"
                        + " ('account', 0, 'u', 'Cô', 'Giáo viên', 'TEACHER', 'homeroom-A', 'A', '/P/A/', true),"
                        + " ('deputy', 0, 'd', 'Cô', 'Phó Hiệu trưởng', 'CLERK,PRINCIPAL', 'homeroom-B', 'B', '/P/B/', true),"
                        + " ('gone', 0, 'g', 'Cô', 'Hiệu trưởng', 'PRINCIPAL', 'homeroom-B', 'B', '/P/B/', false)");
    }

    private void pupil(String id, String school, String status) {
        run("pupil (id, row_version, moet_code, full_name, search_name, birth_date, gender) values ('" + id + "', 0, '"
                + id + "', 'Học sinh', 'hoc sinh', date '2019-01-01', 'Nữ')");
        run("enrolment (id, row_version, pupil_id, class_id, school_id, school_year, status, ordinal) values ('" + id
                + "', 0, '" + id + "', 'class-" + school + "', '" + school + "', 2025, '" + status + "', 1)");
    }

    /** What belongs to a record comes before its freeze: afterwards the triggers refuse it. */
    private void record(String id, String state, String school) {
        run("school_record (id, row_version, lookup_code, pupil_id, level, origin) values ('" + id + "', 0, '" + id
                + "', '" + id + "', 'PRIMARY', 'BORN_DIGITAL')");
        run(
                "year_record (id, row_version, school_record_id, pupil_id, school_id, class_id, school_year, grade, ordinal, state,"
                        + " version_no, state_since, programme_completed, reward) values ('" + id + "', 0, '" + id
                        + "', '" + id
                        + "', '" + school + "', 'class-" + school + "', 2025, 1, 1, 'SUBMITTED', 1, " + AT
                        + ", true, 'Học sinh Tiêu biểu')");
        run("subject_result (id, row_version, year_record_id, subject_code, ordinal, level, exempt, finished) values ('"
                + id + "', 0, '" + id + "', 'TV', 1, 'T', false, true)");
        run("trait_result (id, row_version, year_record_id, trait_code, ordinal, level) values ('" + id + "', 0, '" + id
                + "', 'YN', 1, 'T')");
        run(
                "record_version (id, row_version, year_record_id, version_no, state, packet, packet_hash, created_at) values ('"
                        + id + "', 0, '" + id + "', 1, 'CURRENT', " + PACKET + ", " + HASH + ", " + AT + ")");
        run(
                "record_signature (id, row_version, year_record_id, version_no, slot, signer_id, signer_name, signer_title, serial,"
                        + " signed_at, signature_id) values ('" + id + "', 0, '" + id + "', 1, 'GVCN', 'homeroom-"
                        + school
                        + "', 'Cô', 'Giáo viên', '1', " + AT + ", 's')");
        if (FILLED.contains(id)) {
            contents(id);
        }
        jdbc.update("update year_record set state = ? where id = ?", state, id);
    }

    /** Everything that may stand in a record, and gaps. */
    private void contents(String id) {
        subject(id, "TOAN", 2, null, 9, true, WORDS, "homeroom-A", true);
        subject(id, "NN1", 3, "H", 0, false, "", null, false);
        subject(id, "DD", 4, null, null, false, null, null, false);
        subject(id, "AN", 5, "C", null, false, LONG_WORDS, "homeroom-A", false);
        jdbc.update("update subject_result set row_version = 7 where id = ?", id + "TOAN");
        trait(id, "PC1", 2, "Đ");
        trait(id, "NLC2", 3, "C");
        trait(id, "NLD1", 4, null);
        jdbc.update(
                "update year_record set row_version = 5, excused_absences = 3, unexcused_absences = 0, height_cm = 131, homeroom_comment = ? where id = ?",
                WORDS,
                id);
    }

    private void subject(
            String record,
            String code,
            int ordinal,
            String level,
            Integer mark,
            boolean exempt,
            String comment,
            String teacher,
            boolean finished) {
        jdbc.update(
                "insert into subject_result (id, row_version, year_record_id, subject_code, ordinal, level, mark, exempt, comment, teacher_id,"
                        + " finished) values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                record + code,
                record,
                code,
                ordinal,
                level,
                mark,
                exempt,
                comment,
                teacher,
                finished);
    }

    private void trait(String record, String code, int ordinal, String level) {
        jdbc.update(
                "insert into trait_result (id, row_version, year_record_id, trait_code, ordinal, level) values (?, 0, ?, ?, ?, ?)",
                record + code,
                record,
                code,
                ordinal,
                level);
    }

    /** As workbooks left them before cells were kept. */
    private void imported() {
        imported(
                "TV",
                "{\"level\":\"H\",\"mark\":7,\"exempt\":false,\"comment\":\"Em \\\"ngoan\\\" \\\\ 😀\",\"traits\":null,\"excused\":null,\"unexcused\":null}");
        imported(
                "GDTC",
                "{\"level\":null,\"mark\":null,\"exempt\":true,\"comment\":null,\"traits\":null,\"excused\":null,\"unexcused\":null}");
        imported(
                "HOMEROOM",
                "{\"level\":null,\"mark\":null,\"exempt\":false,\"comment\":\"\\\"traits\\\":{}\",\"traits\":{\"NLC1\":\"T\",\"PC1\":\"Đ\"},"
                        + "\"excused\":2,\"unexcused\":0}");
    }

    private void imported(String part, String payload) {
        jdbc.update(
                "insert into imported_mark (id, row_version, class_id, pupil_id, part, payload) values (?, 0, 'class-A', 'HOMEROOM', ?, ?)",
                part,
                part,
                payload);
    }

    private void work() {
        item("COMMENTING", "COMMENTS", "TV", "'homeroom-A'", "TEACHER");
        item("COMMENTING", "COMMENTS", "TOAN", "null", "SCHOOL_ADMIN");
        item("HOMEROOM", "HOMEROOM", "-", "'homeroom-A'", "TEACHER");
        item("PRINCIPAL", "PRINCIPAL", "-", "null", "PRINCIPAL");
        item("SEALING", "SEAL", "-", "null", "CLERK");
        item("RELEASED", "SUBMIT", "-", "null", "CLERK");
        jdbc.update("update work_item set state = 'DONE' where year_record_id = 'COMMENTING' and part = 'TV'");
    }

    private void item(String record, String step, String part, String assignee, String role) {
        run(
                "work_item (id, row_version, task_id, year_record_id, school_id, class_id, school_year, step, part, assignee_id, role,"
                        + " state, created_at, due_at, milestone) values ('" + record + part + "', 0, 't', '" + record
                        + "', 'A', 'class-A', 2025, '" + step + "', '" + part + "', " + assignee + ", '" + role
                        + "', 'OPEN', " + AT
                        + ", " + AT + ", '" + step + "')");
    }

    private void answers() {
        receipt("HOMEROOM", "A", true, false);
        receipt("PRINCIPAL", "A", true, false);
        receipt("ACCEPTED", "A", false, false);
        for (String accepted : List.of("ACCEPTED", "WAITING", "FROZEN", "REPORTED", "RETRACTED", UNTOLD)) {
            receipt(accepted, "A", true, true);
        }
        receipt("OTHER", "B", true, true);
    }

    private void receipt(String record, String school, boolean latest, boolean accepted) {
        receipts++;
        run(
                "receipt (id, row_version, receipt_no, idempotency_key, package_id, province_code, school_code, school_name, school_year,"
                        + " class_name, year_record_id, version_no, latest, accepted, at) values ('" + receipts
                        + "', 0, 'BN-" + receipts
                        + "', '" + receipts + "', 'p', 'P', '" + school + "', 'Trường " + school + "', 2025, '1A', '"
                        + record
                        + "', 1, " + latest + ", " + accepted + ", " + AT + ")");
    }

    private void registered() {
        version("ACCEPTED", 1, "A", "REPLACED", true);
        version("ACCEPTED", 2, "A", "ACCEPTED", true);
        version("WAITING", 1, "A", "ACCEPTED", false);
        version("OTHER", 1, "B", "ACCEPTED", true);
        for (String frozen : List.of("FROZEN", UNTOLD)) {
            version(frozen, 1, "A", "FROZEN", true);
        }
        version("REPORTED", 1, "A", "REPORTED", true);
        version("RETRACTED", 1, "A", "RETRACTED", true);
        jdbc.update("update year_record set version_no = 2 where id = 'ACCEPTED'");
    }

    private void version(String record, int number, String school, String state, boolean completed) {
        boolean effective = !state.equals("ACCEPTED") && !state.equals("REPLACED");
        run(
                "registered_record (id, row_version, lookup_code, year_record_id, version_no, school_code, school_name, province_code,"
                        + " school_year, level, grade, class_name, pupil_code, birth_date, state, packet, packet_hash, signers, received_at,"
                        + " effective_on, programme_completed) values ('" + record + number + "', 0, '" + record
                        + "', '" + record
                        + "', " + number + ", '" + school + "', 'Trường " + school
                        + "', 'P', 2025, 'PRIMARY', 1, '1A', '" + record
                        + "', date '2019-01-01', '" + state + "', " + PACKET + ", " + HASH + ", '[]', " + AT + ", "
                        + (effective ? "date '2026-06-30'" : "null") + ", " + completed + ")");
    }

    /** One whose last answer was «no», one that was accepted after a «no», and one that is on its way. */
    private void submissions() {
        run(
                "submission_package (id, row_version, school_id, class_id, school_year, state, content, content_hash, attempts,"
                        + " created_by, created_at) values ('package', 0, 'A', 'class-A', 2025, 'DELIVERED', " + PACKET
                        + ", " + HASH
                        + ", 1, 'u', " + AT + ")");
        submitted("HOMEROOM", 1, "REJECTED");
        submitted("PRINCIPAL", 1, "REJECTED");
        submitted("ACCEPTED", 1, "REJECTED");
        submitted("ACCEPTED", 2, "ACCEPTED");
        submitted(UNTOLD, 1, "WAITING");
    }

    private void submitted(String record, int version, String state) {
        String pack = "package" + (version == 1 ? "" : version);
        run("submission_item (id, row_version, package_id, year_record_id, version_no, state) values ('" + record
                + version + "', 0, '" + pack + "', '" + record + "', " + version + ", '" + state + "')");
    }

    private void cutOff() {
        run("cut_off (id, province_id, school_year, wave, state, effective_on, total, frozen, started_at) values"
                + " ('wave', 'P', 2025, 'FIRST', 'DONE', date '2026-06-30', 4, 4, " + AT + ")");
        run("cut_off_exception (id, cut_off_id, school_id, class_id, pupil_id, year_record_id, reason, state) values"
                + " ('missed', 'wave', 'A', 'class-A', 'WAITING', 'WAITING', 'NOT_COMPLETED', 'ACCEPTED')");
    }

    private void requests() {
        run(
                "record_request (id, row_version, kind, year_record_id, pupil_name, class_name, school_year, school_id, state, reason,"
                        + " details, asked_by, asked_by_name, asked_at) values ('request', 0, 'SUPPLEMENT', 'FROZEN', 'Học sinh', '1A', 2025,"
                        + " 'A', 'DONE', 'Sai tên', '{}', 'u', 'Cô', " + AT + ")");
        run("request_decision (id, row_version, request_id, step, decision, by_name, at) values"
                + " ('decision', 0, 'request', 'PROVINCE', 'APPROVED', 'Sở', " + AT + ")");
        run("request_file (id, row_version, request_id, name, content, sha256, by_name, at) values"
                + " ('file', 0, 'request', 'a.pdf', " + PACKET + ", " + HASH + ", 'Cô', " + AT + ")");
        run(
                "record_supplement (id, request_id, year_record_id, registered_id, lookup_code, decision_no, decided_on, document,"
                        + " document_hash, school_tax_code, province_tax_code, registered_at) values ('supplement', 'request', 'FROZEN',"
                        + " 'FROZEN1', 'FROZEN', '1/QĐ', date '2026-07-01', " + PACKET + ", " + HASH + ", '1', '2', "
                        + AT + ")");
    }

    private void run(String insert) {
        jdbc.update("insert into " + insert);
    }
}
