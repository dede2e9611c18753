package vn.hocba.desk.clerk;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.desk.OwnClasses;
import vn.hocba.identity.Right;
import vn.hocba.record.RecordState;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.UtcTimes;

/** A class as the clerk sees it: who approved what, what waits for the seal, what can be sent. No marks. Two queries. */
@Service
@ReadModel(of = {"school", "record", "signing"})
public class SealingList {

    private final OwnClasses classes;
    private final SchoolDirectory directory;
    private final JdbcClient jdbc;

    SealingList(OwnClasses classes, SchoolDirectory directory, JdbcClient jdbc) {
        this.classes = classes;
        this.directory = directory;
        this.jdbc = jdbc;
    }

    /**
     * A pupil's record.
     *
     * @param approvedBy the principal or deputy who signed it; null before that
     */
    public record Row(
            String recordId,
            int ordinal,
            String pupilName,
            String pupilCode,
            RecordState state,
            String approvedBy,
            Instant approvedAt) {}

    /** The class, its records in the order of the list. */
    public record ClassPage(String classId, String className, int schoolYear, String schoolName, List<Row> rows) {

        /** The records at one place of their way. */
        public List<Row> at(RecordState state) {
            return rows.stream().filter(row -> row.state() == state).toList();
        }
    }

    /** @throws vn.hocba.shared.Refused unless the current user is clerk of the school */
    @Transactional(readOnly = true)
    public ClassPage of(String classId) {
        ClassInfo info = classes.demand(classId, Right.SEAL);
        List<Row> rows = jdbc.sql(
                        "select r.id, r.ordinal, p.full_name, p.moet_code, r.state, s.signer_name, s.signed_at from year_record r"
                                + " join pupil p on p.id = r.pupil_id"
                                + " left join record_signature s on s.year_record_id = r.id and s.version_no = r.version_no and s.slot = 'CBQL' and s.voided_at is null"
                                + " where r.class_id = ? and r.state <> 'LEFT' order by r.ordinal")
                .param(classId)
                .query((row, n) -> new Row(
                        row.getString("id"),
                        row.getInt("ordinal"),
                        row.getString("full_name"),
                        row.getString("moet_code"),
                        RecordState.valueOf(row.getString("state")),
                        row.getString("signer_name"),
                        UtcTimes.read(row, "signed_at")))
                .list();
        return new ClassPage(
                classId,
                info.name(),
                info.schoolYear(),
                directory.unit(info.schoolId()).name(),
                rows);
    }
}
