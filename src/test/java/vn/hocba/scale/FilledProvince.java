package vn.hocba.scale;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.registry.CountedAnew;
import vn.hocba.shared.KeyedTexts;

/**
 * A province as large as one likes, filled by statements over many rows, the same in H2 and in MySQL: nobody signs, and no process of the engine runs.
 *
 * <p>Every school has {@value #CLASSES} classes of {@value #PUPILS} pupils. At each school three classes are being commented on, and one or two wait at
 * every later step; the rest is accepted. That is {@value #OPEN_PER_SCHOOL} open work items of {@value #ITEMS_PER_SCHOOL}, and a receipt and a registered
 * version for each pupil. The people that {@link #person} gives work at the first school: what concerns them stays the same however large the province is.
 */
public final class FilledProvince {

    /** The calendar year in which the school year starts. */
    public static final int YEAR = 2026;

    public static final int CLASSES = 10;
    public static final int PUPILS = 24;
    public static final int PUPILS_PER_SCHOOL = CLASSES * PUPILS;
    public static final int OPEN_PER_SCHOOL = 840;
    public static final int ITEMS_PER_SCHOOL = 2_880;
    public static final String PROVINCE_CODE = "LON";

    private static final String PROVINCE = "p";

    /** The first of last year, which left some pupils of every school out. */
    private static final String CUT_OFF = "z";

    private static final String PROVINCE_PATH = "/" + PROVINCE_CODE + "/";

    /** Schools below one intermediate unit. */
    private static final int TOGETHER = 10;

    /** Schools per statement: what a transaction holds stays small. */
    private static final int AT_ONCE = 50;

    private static final int LEFT_OUT = 12;

    /** Enough that a page of a list costs a database less by its index than by the whole table, also in a small province. */
    private static final int REQUESTS = 200;

    private static final int STAFF = 16;
    private static final int PRINCIPAL = 13;
    private static final int CLERK = 14;
    private static final int ADMIN = 15;

    private static final String UNIT = "concat('u', lpad(s.n, 5, '0'))";
    private static final String UNIT_CODE = "concat('TH', lpad(s.n, 5, '0'))";
    private static final String UNIT_NAME = "concat('Trường Tiểu học số ', s.n)";
    private static final String ABOVE = "concat('a', lpad(floor((s.n - 1) / " + TOGETHER + ") + 1, 5, '0'))";
    private static final String ABOVE_PATH =
            "concat('" + PROVINCE_PATH + "XA', lpad(floor((s.n - 1) / " + TOGETHER + ") + 1, 5, '0'), '/')";
    private static final String UNIT_PATH = "concat(" + ABOVE_PATH + ", " + UNIT_CODE + ", '/')";
    private static final String STAFF_ID = "concat('s', lpad(s.n, 5, '0'), lpad(t.n, 2, '0'))";
    private static final String TEACHER = "concat('s', lpad(s.n, 5, '0'), lpad(k.n, 2, '0'))";
    private static final String CLASS = "concat('c', lpad(s.n, 5, '0'), lpad(k.n, 2, '0'))";
    private static final String CLASS_NAME = "concat(floor((k.n + 1) / 2), substring('AB', 2 - mod(k.n, 2), 1))";
    private static final String PUPIL = "concat('e', lpad(s.n, 5, '0'), lpad(k.n, 2, '0'), lpad(p.n, 2, '0'))";
    private static final String LOOKUP = "lpad(" + PUPIL + ", 32, '0')";
    private static final String MOMENT =
            "timestampadd(second, s.n * 240 + k.n * 24 + p.n, timestamp '2026-09-05 00:00:00')";
    private static final String NO_HASH = "'" + "0".repeat(64) + "'";

    /** The first part of its way that a class has not behind it: 0 to 9 are the subjects. */
    private static final String REACHED =
            "case when k.n <= 3 then 0 when k.n = 4 then 10 when k.n <= 6 then 11 when k.n = 7 then 12 when k.n = 8 then 13 else 14 end";

    private final JdbcClient jdbc;
    private final boolean h2;
    private int filled;

    /** @param dataSource of a database with the application's tables and nothing in them */
    public FilledProvince(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        try (Connection connection = dataSource.getConnection()) {
            this.h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
        } catch (SQLException e) {
            throw new IllegalStateException("no database to fill", e);
        }
    }

    /** Lets the province grow to so many schools, and tells the database to look at its statistics. */
    public void grow(int schools) {
        grow(schools, rows());
    }

    /** The same for those who read what is counted per school and nothing else: a province without pupils and records, but with their counts. */
    public void growCounts(int schools) {
        Map<String, String> rows = rows();
        rows.keySet().removeIf(table -> !table.matches("(org_unit|staff|account|certificate|school_class) .*"));
        rows.putAll(counts());
        grow(schools, rows);
    }

    private void grow(int schools, Map<String, String> rows) {
        if (filled == 0) {
            series();
            jdbc.sql(
                            "insert into org_unit (id, row_version, code, kind, name, path, valid_from) values (?, 0, ?, 'PROVINCE',"
                                    + " 'Sở Giáo dục và Đào tạo Lớn', ?, date '2020-01-01')")
                    .params(PROVINCE, PROVINCE_CODE, PROVINCE_PATH)
                    .update();
            jdbc.sql(
                            "insert into cut_off (id, province_id, school_year, wave, state, effective_on, total, frozen, started_at, finished_at)"
                                    + " values (?, ?, ?, 'FIRST', 'DONE', date '2026-06-30', 0, 0, timestamp '2026-06-30 00:00:00',"
                                    + " timestamp '2026-06-30 01:00:00')")
                    .params(CUT_OFF, PROVINCE, YEAR - 1)
                    .update();
        }
        for (int from = filled + 1; from <= schools; from += AT_ONCE) {
            for (Map.Entry<String, String> row : rows.entrySet()) {
                jdbc.sql("insert into " + row.getKey() + " " + row.getValue())
                        .param("from", from)
                        .param("to", Math.min(from + AT_ONCE - 1, schools))
                        .update();
            }
        }
        CountedAnew.of(jdbc);
        filled = schools;
        analyze();
    }

    /** How many schools there are. */
    public int schools() {
        return filled;
    }

    /** A person of the first school; the teacher has the first class and all its subjects. */
    public CurrentUser person(Role role) {
        int number =
                switch (role) {
                    case TEACHER -> 1;
                    case PRINCIPAL -> PRINCIPAL;
                    case CLERK -> CLERK;
                    case SCHOOL_ADMIN -> ADMIN;
                    case SUPERVISOR, PROVINCE, PROVINCE_OFFICER, PROVINCE_LEADER, PROVINCE_CLERK ->
                        throw new IllegalArgumentException("not at a school: " + role);
                };
        String id = "00001" + number(number, 2);
        return new CurrentUser(
                "o" + id,
                "nguoi." + id,
                "Nguyễn Thị Lan",
                "Giáo viên",
                Set.of(role),
                "s" + id,
                firstSchool(),
                PROVINCE_PATH + "XA00001/TH00001/");
    }

    /** Somebody at the Sở. */
    public CurrentUser officer() {
        return new CurrentUser(
                "o-so",
                "so",
                "Lê Văn Sơn",
                "Chuyên viên",
                Set.of(Role.PROVINCE, Role.PROVINCE_OFFICER, Role.PROVINCE_LEADER, Role.PROVINCE_CLERK),
                null,
                PROVINCE,
                PROVINCE_PATH);
    }

    /** Somebody at the unit above the first ten schools. */
    public CurrentUser supervisor() {
        return new CurrentUser(
                "o-xa",
                "xa",
                "Đỗ Thị Hạnh",
                "Chuyên viên",
                Set.of(Role.SUPERVISOR),
                null,
                "a00001",
                PROVINCE_PATH + "XA00001/");
    }

    /** Id of the school where {@link #person} works. */
    public String firstSchool() {
        return "u00001";
    }

    /** Id of a class of the first school, from 1; the first three are being commented on, 4 sums up, 5 waits for the principal, 7 for the seal, 8 is sealed. */
    public String schoolClass(int number) {
        return "c00001" + number(number, 2);
    }

    /** Id of the year record of a pupil of such a class, from 1. */
    public String record(int schoolClass, int pupil) {
        return "e00001" + number(schoolClass, 2) + number(pupil, 2);
    }

    private static String number(int number, int digits) {
        return String.format("%0" + digits + "d", number);
    }

    /** Numbers from 1, and the parts of a record's way with their steps and roles. */
    private void series() {
        jdbc.sql("create table scale_number (n integer not null primary key)").update();
        jdbc.sql("insert into scale_number (n) values (1)").update();
        for (int count = 1; count < 4096; count *= 2) {
            jdbc.sql("insert into scale_number (n) select n + " + count + " from scale_number")
                    .update();
        }
        jdbc.sql(
                        "create table scale_part (n integer not null primary key, step varchar(30) not null, part varchar(20) not null, role varchar(20) not null)")
                .update();
        String[] subjects = {"TV", "TOAN", "NN1", "DD", "TH", "CN", "GDTC", "AN", "MT", "HDTN"};
        String[][] later = {{"HOMEROOM", "TEACHER"}, {"PRINCIPAL", "PRINCIPAL"}, {"SEAL", "CLERK"}, {"SUBMIT", "CLERK"}
        };
        for (int n = 0; n < subjects.length + later.length; n++) {
            boolean subject = n < subjects.length;
            jdbc.sql("insert into scale_part (n, step, part, role) values (?, ?, ?, ?)")
                    .params(
                            n,
                            subject ? "COMMENTS" : later[n - subjects.length][0],
                            subject ? subjects[n] : "-",
                            subject ? "TEACHER" : later[n - subjects.length][1])
                    .update();
        }
    }

    private void analyze() {
        if (h2) {
            jdbc.sql("analyze sample_size 10000").update();
            return;
        }
        for (String table : jdbc.sql("select table_name from information_schema.tables where table_schema = database()")
                .query(String.class)
                .list()) {
            jdbc.sql("analyze table " + table).query(row -> {});
        }
    }

    private static String numbers(String alias, int most) {
        return "join scale_number " + alias + " on " + alias + ".n <= " + most + " ";
    }

    /** What is inserted, in an order that foreign keys allow: the table with its columns, and the rows. */
    private static Map<String, String> rows() {
        String schools = "from scale_number s ";
        String classes = schools + numbers("k", CLASSES);
        String pupils = classes + numbers("p", PUPILS);
        String where = "where s.n between :from and :to";
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(
                "org_unit (id, row_version, code, kind, name, parent_id, path, valid_from)",
                "select " + ABOVE + ", 0, concat('XA', " + ABOVE + "), 'INTERMEDIATE', concat('Phường ', s.n), '"
                        + PROVINCE
                        + "', " + ABOVE_PATH + ", date '2020-01-01' " + schools + where + " and mod(s.n, " + TOGETHER
                        + ") = 1");
        rows.put(
                "org_unit (id, row_version, code, kind, name, parent_id, path, level, tax_code, place, valid_from)",
                "select " + UNIT + ", 0, " + UNIT_CODE + ", 'SCHOOL', " + UNIT_NAME + ", " + ABOVE + ", " + UNIT_PATH
                        + ", 'PRIMARY', lpad(s.n, 10, '0'), 'Hà Nội', date '2020-01-01' " + schools + where);
        rows.put(
                "staff (id, row_version, school_id, moet_code, full_name, birth_date, title, personal_id, working)",
                "select " + STAFF_ID + ", 0, " + UNIT
                        + ", concat(lpad(s.n, 5, '0'), lpad(t.n, 2, '0')), concat('Nguyễn Thị ', t.n),"
                        + " date '1985-05-05', case t.n when " + PRINCIPAL + " then 'Hiệu trưởng' when " + CLERK
                        + " then 'Văn thư' else 'Giáo viên' end, lpad(s.n * 100 + t.n, 12, '0'), true " + schools
                        + numbers("t", STAFF) + where);
        rows.put(
                "account (id, row_version, username, display_name, title, roles, staff_id, unit_id, unit_path, active)",
                "select concat('o', lpad(s.n, 5, '0'), lpad(t.n, 2, '0')), 0, concat('nguoi.', lpad(s.n, 5, '0'), lpad(t.n, 2, '0')),"
                        + " concat('Nguyễn Thị ', t.n), 'Giáo viên', case t.n when " + PRINCIPAL
                        + " then 'PRINCIPAL' when "
                        + CLERK + " then 'CLERK' when " + ADMIN + " then 'SCHOOL_ADMIN' else 'TEACHER' end, " + STAFF_ID
                        + ", "
                        + UNIT + ", " + UNIT_PATH + ", true " + schools + numbers("t", STAFF) + where);
        rows.put(
                "certificate (id, row_version, owner_kind, owner_id, identifier, subject, serial, not_before, not_after, encoded)",
                "select " + STAFF_ID + ", 0, 'PERSON', " + STAFF_ID
                        + ", lpad(s.n * 100 + t.n, 12, '0'), 'CN=Nguyễn', " + STAFF_ID
                        + ", timestamp '2026-01-01 00:00:00', timestamp '2036-01-01 00:00:00', x'00' " + schools
                        + numbers("t", PRINCIPAL) + where);
        rows.put(
                "certificate (id, row_version, owner_kind, owner_id, subject, serial, not_after, not_before, encoded)",
                "select " + UNIT + ", 0, 'ORGANISATION', " + UNIT + ", 'O=Trường', " + UNIT
                        + ", timestamp '2036-01-01 00:00:00', timestamp '2026-01-01 00:00:00', x'00' " + schools
                        + where);
        rows.put(
                "school_class (id, row_version, school_id, school_year, name, grade, homeroom_staff_id)",
                "select " + CLASS + ", 0, " + UNIT + ", " + YEAR + ", " + CLASS_NAME + ", floor((k.n + 1) / 2), "
                        + TEACHER + " " + classes + where);
        rows.put(
                "teaching_assignment (id, row_version, class_id, subject_code, staff_id)",
                "select concat(" + CLASS + ", w.n), 0, " + CLASS + ", w.part, " + TEACHER + " " + classes
                        + "join scale_part w on w.n < 10 " + where);
        rows.put(
                "pupil (id, row_version, moet_code, full_name, search_name, birth_date, gender, nationality)",
                "select " + PUPIL + ", 0, " + PUPIL + ", concat('Nguyễn Văn An ', p.n), concat('nguyen van an ', p.n),"
                        + " date '2018-05-05', 'Nam', 'Việt Nam' " + pupils + where);
        rows.put(
                "enrolment (id, row_version, pupil_id, class_id, school_id, school_year, status, ordinal)",
                "select " + PUPIL + ", 0, " + PUPIL + ", " + CLASS + ", " + UNIT + ", " + YEAR + ", 'STUDYING', p.n "
                        + pupils + where);
        rows.putAll(records(classes, pupils, where));
        rows.putAll(registry(pupils, where));
        rows.putAll(offices(schools, classes, where));
        return rows;
    }

    /** What the rows of {@link #records} come to. */
    private static Map<String, String> counts() {
        String schools = "from scale_number s where s.n between :from and :to";
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(
                "school_size (school_id, school_year, studying)",
                "select " + UNIT + ", " + YEAR + ", " + PUPILS_PER_SCHOOL + " " + schools);
        rows.put(
                "school_progress (school_id, school_year, commenting, homeroom, principal, sealing, released, submitted, accepted, frozen,"
                        + " retracted, due_comments, due_homeroom, due_principal, due_seal, due_submit, due_summer_assessment, no_teacher,"
                        + " rejected, rejected_no_teacher, rejected_principal, rejected_seal)",
                "select " + UNIT + ", " + YEAR
                        + ", 72, 24, 48, 24, 24, 0, 48, 0, 0, 72, 24, 48, 24, 24, 0, 24, 0, 0, 0, 0 " + schools);
        rows.put(
                "homeroom_progress (school_id, school_year, holder_id, records, rejected)",
                "select " + UNIT + ", " + YEAR + ", concat('s', lpad(s.n, 5, '0'), '04'), " + PUPILS + ", 0 "
                        + schools);
        return rows;
    }

    private static Map<String, String> records(String classes, String pupils, String where) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(
                "school_record (id, row_version, lookup_code, pupil_id, level, origin)",
                "select " + PUPIL + ", 0, " + LOOKUP + ", " + PUPIL + ", 'PRIMARY', 'BORN_DIGITAL' " + pupils + where);
        rows.put(
                "year_record (id, row_version, school_record_id, pupil_id, school_id, class_id, school_year, grade, ordinal, state,"
                        + " version_no, state_since)",
                "select " + PUPIL + ", 0, " + PUPIL + ", " + PUPIL + ", " + UNIT + ", " + CLASS + ", " + YEAR
                        + ", floor((k.n + 1) / 2), p.n, case " + REACHED
                        + " when 0 then 'COMMENTING' when 10 then 'HOMEROOM' when 11 then 'PRINCIPAL' when 12 then 'SEALING'"
                        + " when 13 then 'RELEASED' else 'ACCEPTED' end, 1, timestamp '2026-09-05 00:00:00' " + pupils
                        + where);
        rows.put(
                "record_part (id, row_version, year_record_id, code, kind, ordinal, staff_id, finished, cells)",
                "select concat(" + PUPIL + ", w.n), 0, " + PUPIL
                        + ", w.part, 'SUBJECT', w.n, " + TEACHER + ", k.n > 3, '"
                        + KeyedTexts.write(Map.of("level", "T", "mark", "9", "comment", "Nắm chắc kiến thức.")) + "' "
                        + pupils + "join scale_part w on w.n < 10 " + where + " and (s.n = 1 or k.n in (1, 5))");
        rows.put(
                "record_part (id, row_version, year_record_id, code, kind, ordinal, finished, cells)",
                "select concat(" + PUPIL + ", 'c'), 0, " + PUPIL + ", 'HOMEROOM', 'CLASS', 100, false, '"
                        + KeyedTexts.write(Map.of("PC1", "T", "PC2", "T", "PC3", "T", "PC4", "T", "PC5", "T")) + "' "
                        + pupils + where + " and (s.n = 1 or k.n in (1, 5))");
        rows.put(
                "record_signature (id, row_version, year_record_id, version_no, slot, signer_id, signer_name, signer_title, serial, signed_at,"
                        + " signature_id)",
                "select " + PUPIL + ", 0, " + PUPIL + ", 1, 'CBQL', " + TEACHER
                        + ", 'Trần Văn Hùng', 'Hiệu trưởng', 's', timestamp '2026-09-20 00:00:00', " + PUPIL + " "
                        + pupils
                        + where + " and k.n >= 7");
        rows.put(
                "refused_entry (id, row_version, year_record_id, part, field, entered)",
                "select " + PUPIL + ", 0, " + PUPIL + ", 'TOAN', 'mark', '11' " + pupils + where + " and k.n <= 3");
        rows.put(
                "work_item (id, row_version, task_id, year_record_id, school_id, class_id, school_year, step, part, assignee_id, role, state,"
                        + " created_at, due_at, done_at, returned_by, returned_at, return_reason, milestone)",
                "select concat(" + PUPIL + ", lpad(w.n, 2, '0')), 0, concat(" + PUPIL + ", '-', w.step), " + PUPIL
                        + ", " + UNIT + ", " + CLASS + ", " + YEAR
                        + ", w.step, w.part, case when w.n > 10 or k.n = 3 and w.n = 9 then null else " + TEACHER
                        + " end, case when k.n = 3 and w.n = 9 then 'SCHOOL_ADMIN' else w.role end, case when "
                        + REACHED
                        + " in (0, w.n) then 'OPEN' else 'DONE' end, timestamp '2026-09-05 00:00:00',"
                        + " case when k.n in (1, 4) then timestamp '2026-10-01 00:00:00' else timestamp '2027-06-15 00:00:00' end, case when "
                        + REACHED + " in (0, w.n) then null else timestamp '2026-09-20 00:00:00' end,"
                        + returned("'Trần Văn Hùng'") + returned("timestamp '2026-09-15 00:00:00'")
                        + returned("'Nhận xét còn chung chung.'") + " w.step " + pupils
                        + "join scale_part w on w.n <= case when k.n <= 3 then 9 when k.n = 4 then 10 when k.n <= 6 then 11 when k.n = 7 then 12 else 13 end "
                        + where);
        rows.put(
                "audit_event (id, subject, seq, at, actor, actor_name, actor_title, action, previous, hash)",
                "select concat(" + PUPIL + ", t.n), " + PUPIL
                        + ", t.n - 1, timestamp '2026-09-05 00:00:00', 'u', 'Nguyễn Thị Hoa', 'Giáo viên', 'record.opened', "
                        + NO_HASH + ", " + NO_HASH + " " + pupils + numbers("t", 2) + where);
        rows.put(
                "record_holder (id, row_version, year_record_id, school_id, since, until, request_id)",
                "select " + PUPIL + ", 0, " + PUPIL + ", " + UNIT
                        + ", null, case t.n when 1 then date '2026-10-01' end, 'none' " + classes
                        + "join scale_number p on p.n = " + PUPILS + " join scale_number t on t.n = 1 " + where);
        rows.putAll(engine(pupils, where));
        return rows;
    }

    /** As much of the engine's rows as is looked up: a process with a task, two variables and what it passed; one of each class waits for an instant. */
    private static Map<String, String> engine(String pupils, String where) {
        String definition = "join ACT_RE_PROCDEF d on d.KEY_ = 'yearRecord' and d.VERSION_ = 1 ";
        String of = pupils + definition + where;
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(
                "ACT_HI_PROCINST (ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_, START_TIME_, STATE_)",
                "select " + PUPIL + ", " + PUPIL + ", " + PUPIL
                        + ", 'yearRecord', d.ID_, timestamp '2026-09-05 00:00:00', 'ACTIVE' " + of);
        rows.put(
                "ACT_HI_ACTINST (ID_, PROC_DEF_KEY_, PROC_DEF_ID_, PROC_INST_ID_, EXECUTION_ID_, ACT_ID_, ACT_TYPE_, START_TIME_, END_TIME_,"
                        + " SEQUENCE_COUNTER_)",
                "select concat(" + PUPIL + ", t.n), 'yearRecord', d.ID_, " + PUPIL + ", " + PUPIL
                        + ", concat('step', t.n), 'userTask', timestamp '2026-09-05 00:00:00',"
                        + " case t.n when 1 then timestamp '2026-09-06 00:00:00' end, t.n " + pupils + numbers("t", 2)
                        + definition + where);
        rows.put(
                "ACT_RU_EXECUTION (ID_, REV_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_ID_, ACT_ID_, IS_ACTIVE_, IS_CONCURRENT_, IS_SCOPE_,"
                        + " IS_EVENT_SCOPE_, SUSPENSION_STATE_)",
                "select " + PUPIL + ", 1, " + PUPIL + ", " + PUPIL + ", d.ID_, 'step2', true, false, true, false, 1 "
                        + of);
        rows.put(
                "ACT_RU_TASK (ID_, REV_, EXECUTION_ID_, PROC_INST_ID_, PROC_DEF_ID_, TASK_DEF_KEY_, PRIORITY_, SUSPENSION_STATE_)",
                "select " + PUPIL + ", 1, " + PUPIL + ", " + PUPIL + ", d.ID_, 'step2', 50, 1 " + of);
        rows.put(
                "ACT_RU_JOB (ID_, REV_, TYPE_, EXCLUSIVE_, EXECUTION_ID_, PROCESS_INSTANCE_ID_, PROCESS_DEF_ID_, PROCESS_DEF_KEY_, RETRIES_,"
                        + " SUSPENSION_STATE_, PRIORITY_, DUEDATE_)",
                "select " + PUPIL + ", 1, 'timer', true, " + PUPIL + ", " + PUPIL
                        + ", d.ID_, 'yearRecord', 3, 1, 0, timestamp '2036-09-05 00:00:00' " + of + " and p.n = 1");
        rows.put(
                "ACT_RU_VARIABLE (ID_, REV_, TYPE_, NAME_, EXECUTION_ID_, PROC_INST_ID_, VAR_SCOPE_, TEXT_)",
                "select concat(" + PUPIL + ", t.n), 1, 'string', concat('v', t.n), " + PUPIL + ", " + PUPIL + ", "
                        + PUPIL + ", 'x' " + pupils + numbers("t", 2) + where);
        return rows;
    }

    private static String returned(String value) {
        return " case when k.n in (1, 5) and w.n in (0, 11) and p.n <= 3 then " + value + " end,";
    }

    private static Map<String, String> registry(String pupils, String where) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(
                "registered_record (id, row_version, lookup_code, year_record_id, version_no, school_code, school_name, province_code,"
                        + " school_year, level, grade, class_name, pupil_code, birth_date, state, packet, packet_hash, signers, received_at,"
                        + " programme_completed)",
                "select " + PUPIL + ", 0, " + LOOKUP + ", " + PUPIL + ", 1, " + UNIT_CODE + ", " + UNIT_NAME + ", '"
                        + PROVINCE_CODE + "', " + YEAR + ", 'PRIMARY', floor((k.n + 1) / 2), " + CLASS_NAME + ", "
                        + PUPIL
                        + ", date '2018-05-05', 'ACCEPTED', x'00', " + NO_HASH + ", '[]', " + MOMENT + ", p.n < "
                        + PUPILS + " " + pupils + where);
        rows.put(
                "receipt (id, row_version, receipt_no, idempotency_key, package_id, province_code, school_code, school_name, school_year,"
                        + " class_name, pupil_name, year_record_id, version_no, latest, accepted, reasons, at)",
                "select " + PUPIL + ", 0, concat('BN-2026-', " + PUPIL + "), " + PUPIL + ", " + CLASS + ", '"
                        + PROVINCE_CODE + "', " + UNIT_CODE + ", " + UNIT_NAME + ", " + YEAR + ", " + CLASS_NAME
                        + ", 'Nguyễn Văn An', " + PUPIL
                        + ", 1, true, p.n < 23, case when p.n < 23 then null else 'Sai chữ ký' end, "
                        + MOMENT + " " + pupils + where);
        rows.put(
                "submission_item (id, row_version, package_id, year_record_id, version_no, state, accepted)",
                "select " + PUPIL + ", 0, " + CLASS + ", " + PUPIL
                        + ", 1, case when p.n < 23 then 'ACCEPTED' else 'REJECTED' end, p.n < 23 " + pupils + where);
        return rows;
    }

    /** Packages, batches and requests. */
    private static Map<String, String> offices(String schools, String classes, String where) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(
                "submission_package (id, row_version, school_id, class_id, school_year, state, content, content_hash, attempts, created_by,"
                        + " created_at, last_error, failed_since)",
                "select " + CLASS + ", 0, " + UNIT + ", " + CLASS + ", " + YEAR
                        + ", case when s.n = 1 and k.n = 9 then 'READY' else 'DELIVERED' end, x'00', " + NO_HASH
                        + ", 1, 'u', timestamp '2026-09-05 00:00:00', case when s.n = 1 and k.n = 9 then 'Cổng của Sở không trả lời.' end,"
                        + " case when s.n = 1 and k.n = 9 then timestamp '2026-09-06 00:00:00' end " + classes + where);
        rows.put(
                "batch (id, row_version, kind, account_id, school_id, class_id, state, total, created_at, finished_at)",
                "select concat(" + CLASS + ", 'b'), 0, 'sign-principal', concat('o', lpad(s.n, 5, '0'), '" + PRINCIPAL
                        + "'), " + UNIT + ", " + CLASS + ", case k.n when 10 then 'INTERRUPTED' else 'FINISHED' end, "
                        + PUPILS
                        + ", timestampadd(second, k.n, timestamp '2026-09-05 00:00:00'), timestamp '2026-09-05 00:01:00' "
                        + classes + where);
        rows.put(
                "batch_item (id, batch_id, target_id, ordinal, state, message)",
                "select " + PUPIL + ", concat(" + CLASS + ", 'b'), " + PUPIL
                        + ", p.n, case when p.n < 20 then 'DONE' else 'FAILED' end,"
                        + " case when p.n >= 20 then 'Hồ sơ không còn chờ ký.' end " + classes + numbers("p", PUPILS)
                        + where);
        rows.put(
                "record_request (id, row_version, kind, year_record_id, pupil_name, class_name, school_year, school_id, province_id, state, step, waits_role,"
                        + " waits_unit_id, reason, details, asked_by, asked_by_name, asked_at, ended_at)",
                "select concat('r', lpad(s.n, 5, '0'), lpad(t.n, 3, '0')), 0, 'CORRECTION', concat('e', lpad(s.n, 5, '0'), '09', lpad(mod(t.n, 24) + 1, 2, '0')),"
                        + " 'Nguyễn Văn An', '5A', " + YEAR + ", " + UNIT + ", '" + PROVINCE
                        + "', case when t.n = 1 then 'OPEN' else 'DONE' end, case when t.n = 1 then 'DECIDE' end,"
                        + " case when t.n = 1 then 'PRINCIPAL' end, case when t.n = 1 then " + UNIT
                        + " end, 'Ghi nhầm điểm.', '{}', 'u', 'Nguyễn Thị Hoa', timestampadd(second, s.n * 200 + t.n, timestamp '2026-09-05 00:00:00'),"
                        + " case when t.n > 1 then timestampadd(second, s.n * 200 + t.n, timestamp '2026-09-15 00:00:00') end "
                        + schools + numbers("t", REQUESTS) + where);
        rows.put(
                "cut_off_exception (id, cut_off_id, school_id, class_id, pupil_id, year_record_id, reason, state)",
                "select concat('x', lpad(s.n, 5, '0'), lpad(t.n, 2, '0')), '" + CUT_OFF + "', " + UNIT
                        + ", concat('c', lpad(s.n, 5, '0'), '03'), concat('e', lpad(s.n, 5, '0'), '03', lpad(t.n, 2, '0')),"
                        + " concat('e', lpad(s.n, 5, '0'), '03', lpad(t.n, 2, '0')), 'NOT_ACCEPTED', 'PRINCIPAL' "
                        + schools + numbers("t", LEFT_OUT) + where);
        rows.put(
                "cut_off_left_out (cut_off_id, school_id, missing, not_accepted, not_completed, set_aside)",
                "select '" + CUT_OFF + "', " + UNIT + ", 0, " + LEFT_OUT + ", 0, 0 " + schools + where);
        return rows;
    }
}
