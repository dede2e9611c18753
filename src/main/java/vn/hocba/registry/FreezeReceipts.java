package vn.hocba.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.document.ReceiptFormat;
import vn.hocba.registry.SignedEntries.Checked;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.signing.PacketVerification.Finding;
import vn.hocba.signing.ReceiptVerification.Report;

/** Biên nhận chốt: by what the Sở confirms that a version is frozen, and since when it is in effect (CV 1396, annex 1.2). */
@Service
@Transactional(readOnly = true)
public class FreezeReceipts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int KEPT = 200;
    private static final Duration KEPT_FOR = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final SignedEntries signed;
    private final ReceiptFormat format;
    private final Cache<String, Standing> good =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(KEPT_FOR).build();

    FreezeReceipts(JdbcClient jdbc, SignedEntries signed, ReceiptFormat format) {
        this.jdbc = jdbc;
        this.signed = signed;
        this.format = format;
    }

    /** How it stands with the receipt of a frozen version. */
    public enum State {
        /** The Sở has not signed it yet. */
        AWAITED,
        SIGNED,
        /** It was signed and does not pass its checks any more. */
        BROKEN
    }

    /**
     * The receipt of a frozen version.
     *
     * @param signer name in the certificate of the Sở; null unless it is signed, as is signedAt
     */
    public record Standing(LocalDate effectiveOn, State state, String signer, Instant signedAt) {

        /** The day of effect with where it is from, in words, for the printed form. */
        public String words() {
            String day = DAY.format(effectiveOn);
            return state == State.SIGNED
                    ? Texts.vi(
                            "registry.effect.SIGNED",
                            day,
                            signer,
                            DAY.format(LocalDate.ofInstant(signedAt, ListEntries.ZONE)))
                    : Texts.vi("registry.effect." + state, day);
        }
    }

    private record Version(String id, LocalDate effectiveOn, byte[] packet) {}

    /** Of a registered version; empty until it is frozen. */
    public Optional<Standing> of(String registeredId) {
        Standing known = good.getIfPresent(registeredId);
        return known != null ? Optional.of(known) : version(registeredId).map(this::standing);
    }

    /** Of the version of a year record that is frozen. */
    public Optional<Standing> ofRecord(String yearRecordId) {
        return frozenOf(yearRecordId).flatMap(this::of);
    }

    /**
     * The packet with its receipt, in one file.
     *
     * @throws Refused when the Sở has not signed it yet, or it does not pass its checks
     */
    public byte[] document(String registeredId) {
        Version version = version(registeredId).orElseThrow(() -> Refused.notNow("registry.receipt.none"));
        Checked found = signed.find(version.id(), version.packet())
                .orElseThrow(() -> Refused.notNow("registry.receipt.awaited"));
        if (!found.report().passed()) {
            Finding first = found.report().findings().get(0);
            throw Refused.invalid(first.key(), first.args().toArray());
        }
        return format.write(found.receipt());
    }

    /**
     * The same of the version of a year record that is frozen.
     *
     * @throws Refused when there is none, the Sở has not signed it yet, or it does not pass its checks
     */
    public byte[] documentOfRecord(String yearRecordId) {
        return document(frozenOf(yearRecordId).orElseThrow(() -> Refused.notNow("registry.receipt.none")));
    }

    private Standing standing(Version version) {
        Optional<Checked> found = signed.find(version.id(), version.packet());
        if (found.isEmpty()) {
            return new Standing(version.effectiveOn(), State.AWAITED, null, null);
        }
        Report report = found.get().report();
        if (!report.passed()) {
            return new Standing(version.effectiveOn(), State.BROKEN, null, null);
        }
        Standing standing = new Standing(version.effectiveOn(), State.SIGNED, report.signer(), report.signedAt());
        good.put(version.id(), standing);
        return standing;
    }

    private Optional<String> frozenOf(String yearRecordId) {
        return jdbc.sql("select id from registered_record where year_record_id = ? and effective_on is not null")
                .param(yearRecordId)
                .query(String.class)
                .optional();
    }

    private Optional<Version> version(String id) {
        return jdbc.sql("select id, effective_on, packet from registered_record where effective_on is not null"
                        + " and id = ?")
                .param(id)
                .query((row, n) -> new Version(
                        row.getString("id"), row.getObject("effective_on", LocalDate.class), row.getBytes("packet")))
                .optional();
    }
}
