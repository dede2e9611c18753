package vn.hocba.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.document.PacketFormat;
import vn.hocba.document.RecordFields;
import vn.hocba.document.Supplement;
import vn.hocba.document.Supplement.Beside;
import vn.hocba.document.Supplement.Change;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.registry.SupplementSigners.Signer;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Sha256;
import vn.hocba.shared.UtcTimes;
import vn.hocba.signing.PacketVerification.Finding;
import vn.hocba.signing.SupplementSlot;
import vn.hocba.signing.SupplementVerification;
import vn.hocba.signing.SupplementVerification.Expected;
import vn.hocba.signing.SupplementVerification.Report;

/** What stands beside frozen records in the province's database. It is added and never changed; the records themselves stay as they are (domain §10.2, zone C). */
@Service
public class Supplements {

    private static final String IN_EFFECT = "year_record_id = ? and state in ('FROZEN', 'REPORTED')";
    private static final int KEPT = 200;
    private static final Duration KEPT_FOR = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final PacketFormat packets;
    private final SupplementVerification signing;
    private final SupplementSigners signers;
    private final AuditLog audit;
    private final Clock clock;
    private final Cache<String, Verified> verified =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(KEPT_FOR).build();

    Supplements(
            JdbcClient jdbc,
            PacketFormat packets,
            SupplementVerification signing,
            SupplementSigners signers,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.packets = packets;
        this.signing = signing;
        this.signers = signers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A supplement that was checked again.
     *
     * @param document exactly the bytes that were checked
     * @param matches whether it names the very packet that it stands beside
     * @param titles as what people signed, in words; empty in documents without personal signatures
     */
    public record Verified(
            String id,
            String decisionNo,
            LocalDate decidedOn,
            byte[] document,
            Report report,
            boolean matches,
            Map<SupplementSlot, String> titles) {

        /** Whether what it says may be believed. */
        public boolean isGood() {
            return report.passed() && matches;
        }
    }

    /** The units whose people and certificates sign: the school, and the Sở above it. */
    public record Parties(Unit school, Unit province) {}

    private record Version(String id, Beside beside, byte[] packet) {}

    private record Stored(
            String id,
            String decisionNo,
            LocalDate decidedOn,
            byte[] document,
            String registeredId,
            Expected expected,
            Map<SupplementSlot, String> titles) {}

    /** A version beside which a supplement may stand. */
    public record Original(Beside beside, RecordSnapshot content) {}

    /** The version of a year record that is frozen, reported or not, and in force. */
    @Transactional(readOnly = true)
    public Optional<Original> original(String yearRecordId) {
        return version(IN_EFFECT, yearRecordId)
                .map(version -> new Original(version.beside(), packets.read(version.packet())));
    }

    /**
     * Checks a document that is on its way: signed by those whose turn was, whole, and beside the version that it names.
     *
     * @param last the slot that was filled last
     * @throws Refused with the first reason why not
     */
    @Transactional(readOnly = true)
    public Supplement demand(byte[] document, SupplementSlot last, Parties parties) {
        return demand(document, last, signers.of(parties)).content();
    }

    /**
     * Adds a supplement, after checking all of it once more.
     *
     * @throws Refused with the first reason why it cannot stand beside the record that it names; nothing is added then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void register(byte[] document, Parties parties) {
        Expected expected = signers.of(parties);
        Report report = demand(document, SupplementSlot.SUPPLEMENT_PROVINCE, expected);
        Supplement content = report.content();
        Version version = version(IN_EFFECT, content.beside().yearRecordId())
                .orElseThrow(() -> Refused.invalid("registry.supplement.other-packet"));
        Map<SupplementSlot, Signer> people = signers.people(report, parties);
        jdbc.sql(
                        "insert into record_supplement (id, request_id, year_record_id, registered_id, lookup_code, birth_date,"
                                + " decision_no, decided_on, document, document_hash, school_tax_code, province_tax_code,"
                                + " head_id, head_title, leader_id, leader_title, registered_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.next(),
                        content.id(),
                        content.beside().yearRecordId(),
                        version.id(),
                        content.beside().lookupCode(),
                        birthDate(content.change()).map(Date::valueOf).orElse(null),
                        content.decision().number(),
                        Date.valueOf(content.decision().on()),
                        document,
                        Sha256.of(document),
                        expected.schoolTaxCode(),
                        expected.provinceTaxCode(),
                        Signer.idOf(people.get(SupplementSlot.SUPPLEMENT_HEAD)),
                        Signer.titleOf(people.get(SupplementSlot.SUPPLEMENT_HEAD)),
                        Signer.idOf(people.get(SupplementSlot.SUPPLEMENT_LEADER)),
                        Signer.titleOf(people.get(SupplementSlot.SUPPLEMENT_LEADER)),
                        UtcTimes.bind(clock.instant()))
                .update();
        audit.append(
                content.beside().yearRecordId(),
                "registry.supplemented",
                content.decision().number() + ": " + content.change().fieldName());
    }

    /** What good supplements say beside the version of a year record that is frozen and in force, oldest first. */
    @Transactional(readOnly = true)
    public List<Supplement> beside(String yearRecordId) {
        return version(IN_EFFECT, yearRecordId).stream()
                .flatMap(version -> of(version.id()).stream())
                .filter(Verified::isGood)
                .map(good -> good.report().content())
                .toList();
    }

    /** The supplements beside a version, oldest first, each checked again; the answer is kept for some minutes. */
    @Transactional(readOnly = true)
    public List<Verified> of(String registeredId) {
        return jdbc
                .sql("select id from record_supplement where registered_id = ? order by registered_at, id")
                .param(registeredId)
                .query(String.class)
                .list()
                .stream()
                .map(id -> verified.get(id, this::verify))
                .toList();
    }

    /** The versions with this look-up code beside which a good supplement says that this is the right birth date; their ids. */
    @Transactional(readOnly = true)
    public Set<String> withBirthDate(String lookupCode, LocalDate birthDate) {
        return jdbc
                .sql("select id, registered_id from record_supplement where lookup_code = ? and birth_date = ?")
                .params(lookupCode, Date.valueOf(birthDate))
                .query((row, n) -> Map.entry(row.getString("id"), row.getString("registered_id")))
                .list()
                .stream()
                .filter(found -> says(verified.get(found.getKey(), this::verify), birthDate))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    private static boolean says(Verified supplement, LocalDate birthDate) {
        return supplement.isGood()
                && birthDate(supplement.report().content().change()).equals(Optional.of(birthDate));
    }

    private static Optional<LocalDate> birthDate(Change change) {
        return change.field().equals(RecordFields.BIRTH_DATE_FIELD)
                ? RecordFields.day(change.right())
                : Optional.empty();
    }

    private Verified verify(String id) {
        Stored stored = jdbc.sql(
                        "select id, decision_no, decided_on, document, registered_id, school_tax_code, province_tax_code,"
                                + " head_id, head_title, leader_id, leader_title from record_supplement where id = ?")
                .param(id)
                .query((row, n) -> stored(row))
                .single();
        Report report = signing.verify(stored.document(), SupplementSlot.SUPPLEMENT_PROVINCE, stored.expected());
        boolean matches = report.passed()
                && version("id = ?", stored.registeredId())
                        .filter(version ->
                                version.beside().equals(report.content().beside()))
                        .isPresent();
        return new Verified(
                id, stored.decisionNo(), stored.decidedOn(), stored.document(), report, matches, stored.titles());
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getString("id"),
                row.getString("decision_no"),
                row.getObject("decided_on", LocalDate.class),
                row.getBytes("document"),
                row.getString("registered_id"),
                SupplementSigners.kept(
                        row.getString("school_tax_code"),
                        row.getString("province_tax_code"),
                        row.getString("head_id"),
                        row.getString("leader_id")),
                SupplementSigners.titles(row.getString("head_title"), row.getString("leader_title")));
    }

    private Report demand(byte[] document, SupplementSlot last, Expected expected) {
        Report report = signing.verify(document, last, expected);
        if (!report.passed()) {
            Finding first = report.findings().get(0);
            throw Refused.invalid(first.key(), first.args().toArray());
        }
        Beside named = report.content().beside();
        if (version(IN_EFFECT, named.yearRecordId())
                .filter(version -> version.beside().equals(named))
                .isEmpty()) {
            throw Refused.invalid("registry.supplement.other-packet");
        }
        return report;
    }

    private Optional<Version> version(String which, String id) {
        return jdbc.sql("select id, lookup_code, year_record_id, version_no, packet, school_code, school_name"
                        + " from registered_record where " + which)
                .param(id)
                .query((row, n) -> new Version(
                        row.getString("id"),
                        new Beside(
                                row.getString("lookup_code"),
                                row.getString("year_record_id"),
                                row.getInt("version_no"),
                                Sha256.of(row.getBytes("packet")),
                                row.getString("school_code"),
                                row.getString("school_name")),
                        row.getBytes("packet")))
                .optional();
    }
}
