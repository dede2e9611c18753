package vn.hocba.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.document.SignatureLine;
import vn.hocba.shared.UtcTimes;
import vn.hocba.signing.PacketVerification;
import vn.hocba.signing.PacketVerification.Report;
import vn.hocba.signing.PacketVerification.SignatureView;
import vn.hocba.signing.PacketVerification.Stage;
import vn.hocba.signing.SlotKind;

/** The province's original data for those who look records up. Who may see what, the callers decide. */
@Service
public class Originals {

    private static final int KEPT = 200;
    private static final Duration KEPT_FOR = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final RegisteredRecordRepository registered;
    private final PacketVerification verification;
    private final SignatoryDirectory signers;
    private final Cache<String, Verified> verified =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(KEPT_FOR).build();

    Originals(
            JdbcClient jdbc,
            RegisteredRecordRepository registered,
            PacketVerification verification,
            SignatoryDirectory signers) {
        this.jdbc = jdbc;
        this.registered = registered;
        this.verification = verification;
        this.signers = signers;
    }

    /**
     * A year record in the province's database: its newest version.
     *
     * @param id of the registered version
     * @param schoolYear the calendar year in which the school year starts
     * @param effectiveOn ngày hiệu lực; null until frozen
     * @param withdrawn since when it has no effect any more, on whose word and why; null while it has, or will have
     */
    public record Original(
            String id,
            String yearRecordId,
            int versionNo,
            String provinceCode,
            String schoolName,
            int schoolYear,
            int grade,
            String className,
            LocalDate birthDate,
            RegisteredState state,
            Instant receivedAt,
            LocalDate effectiveOn,
            Withdrawals.Ground withdrawn) {}

    /**
     * A packet that was checked again.
     *
     * @param packet exactly the bytes that were checked
     * @param lines the signatures as the printed form shows them
     */
    public record Verified(byte[] packet, Report report, List<SignatureLine> lines) {}

    /** The years of a pupil's record, latest first; empty when nobody has this code. */
    @Transactional(readOnly = true)
    public List<Original> ofCode(String lookupCode) {
        Map<String, Original> newest = new LinkedHashMap<>();
        jdbc.sql("select id, year_record_id, version_no, province_code, school_name, school_year, grade, class_name,"
                        + " birth_date, state, received_at, effective_on, withdrawn_on, withdrawn_by, decision_no, withdrawn_reason from registered_record where lookup_code = ?"
                        + " order by version_no desc")
                .param(lookupCode)
                .query((row, n) -> new Original(
                        row.getString("id"),
                        row.getString("year_record_id"),
                        row.getInt("version_no"),
                        row.getString("province_code"),
                        row.getString("school_name"),
                        row.getInt("school_year"),
                        row.getInt("grade"),
                        row.getString("class_name"),
                        row.getObject("birth_date", LocalDate.class),
                        RegisteredState.valueOf(row.getString("state")),
                        UtcTimes.read(row, "received_at"),
                        row.getObject("effective_on", LocalDate.class),
                        withdrawn(row)))
                .list()
                .forEach(version -> newest.putIfAbsent(version.yearRecordId(), version));
        return newest.values().stream()
                .sorted(Comparator.comparingInt(Original::schoolYear)
                        .reversed()
                        .thenComparing(
                                Comparator.comparing(Original::receivedAt).reversed()))
                .toList();
    }

    /** What the packet says of who signed for the school was signed with it; of others, and in earlier packets, what was known when it came. */
    private static String title(Report report, Signatories signatories, SignatureView signature) {
        return report.actingFor() != null && signature.slot().kind() == SlotKind.CBQL
                ? report.actingFor().title()
                : signatories.titles().getOrDefault(signature.identifier(), "");
    }

    private static Withdrawals.Ground withdrawn(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("withdrawn_on", LocalDate.class);
        return on == null
                ? null
                : new Withdrawals.Ground(
                        on,
                        row.getString("withdrawn_by"),
                        row.getString("decision_no"),
                        row.getString("withdrawn_reason"));
    }

    /** Checks a stored packet again, with the people who had to sign it then; the answer is kept for some minutes. */
    public Verified verify(String originalId) {
        return verified.get(originalId, id -> {
            RegisteredRecord original = registered.findById(id).orElseThrow();
            Signatories signatories = signers.read(original.signers);
            Report report = verification.verify(original.packet, Stage.RELEASED, signatories.expected());
            List<SignatureLine> lines = report.signatures().stream()
                    .map(signature -> new SignatureLine(
                            signature.slot().kind().name(),
                            signature.slot().rowId(),
                            signature.signer(),
                            title(report, signatories, signature),
                            signature.signedAt(),
                            signature.serial()))
                    .toList();
            return new Verified(original.packet, report, lines);
        });
    }
}
