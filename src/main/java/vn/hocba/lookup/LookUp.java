package vn.hocba.lookup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.hocba.assessment.Regulation;
import vn.hocba.audit.AuditLog;
import vn.hocba.lookup.FoundYear.Content;
import vn.hocba.record.Regulations;
import vn.hocba.registry.FreezeReceipts;
import vn.hocba.registry.Originals;
import vn.hocba.registry.Originals.Original;
import vn.hocba.registry.Originals.Verified;
import vn.hocba.registry.Policy;
import vn.hocba.registry.ProvincePolicies;
import vn.hocba.registry.Supplements;
import vn.hocba.shared.ClientAddress;
import vn.hocba.shared.Refused;

/**
 * The public look-up, open to anyone: what it asks for is the code on the record and the pupil's birth date. Whether the code or the date was wrong cannot be
 * told from the answer, nor from the time it takes.
 */
@Service
public class LookUp {

    private final Originals originals;
    private final Supplements supplements;
    private final ProvincePolicies policies;
    private final LookUpLimits limits;
    private final FoundYearPrint print;
    private final Regulations regulations;
    private final FreezeReceipts receipts;
    private final AuditLog audit;

    LookUp(
            Originals originals,
            Supplements supplements,
            ProvincePolicies policies,
            LookUpLimits limits,
            FoundYearPrint print,
            Regulations regulations,
            FreezeReceipts receipts,
            AuditLog audit) {
        this.originals = originals;
        this.supplements = supplements;
        this.policies = policies;
        this.limits = limits;
        this.print = print;
        this.regulations = regulations;
        this.receipts = receipts;
        this.audit = audit;
    }

    /**
     * Looks a record up.
     *
     * @param code 32 hexadecimal digits in any case; hyphens and spaces do not matter
     * @param birthDate of the pupil: day, month, year; that in the record, or the right one by a supplement
     * @param clientAddress who asks, for counting wrong tries
     * @return the years of the record, latest first; never empty
     * @throws Refused when there is no such record with that birth date, when something cannot be a code or a date, or after too many wrong tries
     */
    public List<FoundYear> find(String code, String birthDate, String clientAddress) {
        LookUpQuery query = LookUpQuery.of(code, birthDate);
        String client = ClientAddress.group(clientAddress);
        limits.take(client, query.code());
        Set<String> supplemented = supplements.withBirthDate(query.code(), query.birthDate());
        List<Original> years = originals.ofCode(query.code()).stream()
                .filter(year -> year.birthDate().equals(query.birthDate()) || supplemented.contains(year.id()))
                .toList();
        String asker = shortHash(client + "|" + query.code(), 8);
        if (years.isEmpty()) {
            audit.append("lookup:" + shortHash(query.code(), 16), "lookup.refused", asker);
            throw Refused.notFound("lookup.not-found");
        }
        limits.giveBack(client, query.code());
        years.forEach(year -> audit.appendRead(year.yearRecordId(), "lookup.read", asker));
        return years.stream().map(year -> open(year, years)).toList();
    }

    /**
     * The packet, exactly as it was signed.
     *
     * @throws Refused when its content may not be seen (any more)
     */
    public byte[] packet(FoundYear year) {
        Verified verified = demandShown(year);
        audit.appendRead(year.original().yearRecordId(), "lookup.downloaded", "xml");
        return verified.packet().clone();
    }

    /**
     * The packet, exactly as it was signed, and the receipt of its freeze in one file.
     *
     * @throws Refused when its content may not be seen (any more), the Sở has not signed the receipt yet, or it does not pass its checks
     */
    public byte[] packetWithReceipt(FoundYear year) {
        demandShown(year);
        byte[] document = receipts.document(year.original().id());
        audit.appendRead(year.original().yearRecordId(), "lookup.downloaded", "xml, receipt");
        return document;
    }

    /** The regulation by which a year whose content is shown was assessed. */
    public Regulation regulation(FoundYear year) {
        return regulations.of(year.snapshot());
    }

    /**
     * The printed form (PDF/A), with a notice where its signatures have no legal value and, before the freeze, that it has no effect yet.
     *
     * @throws Refused when its content may not be seen (any more)
     */
    public byte[] printedForm(FoundYear year) {
        Verified verified = demandShown(year);
        audit.appendRead(year.original().yearRecordId(), "lookup.downloaded", "pdf");
        return print.of(year.original(), verified);
    }

    /**
     * All years that are shown as one document (PDF/A); years that were found and are not shown are named in its margin.
     *
     * @param found by one look-up
     * @throws Refused when none is shown, or the content of one may not be seen any more
     */
    public byte[] wholeBook(List<FoundYear> found) {
        Map<Original, Verified> years = new LinkedHashMap<>();
        found.stream()
                .filter(year -> year.content() == Content.SHOWN)
                .sorted(Comparator.comparingInt(year -> year.original().schoolYear()))
                .forEach(year -> years.put(year.original(), demandShown(year)));
        if (years.isEmpty()) {
            throw Refused.notNow("lookup.changed");
        }
        years.keySet().forEach(year -> audit.appendRead(year.yearRecordId(), "lookup.downloaded", "pdf"));
        Set<Integer> shown = years.keySet().stream().map(Original::schoolYear).collect(Collectors.toSet());
        return print.book(
                years,
                found.stream()
                        .map(year -> year.original().schoolYear())
                        .filter(year -> !shown.contains(year))
                        .distinct()
                        .sorted()
                        .toList());
    }

    /**
     * A supplement of this year, exactly as it was signed.
     *
     * @throws Refused when it is not good, or the content of the year may not be seen (any more)
     */
    public byte[] supplement(FoundYear year, String supplementId) {
        demandShown(year);
        Supplements.Verified found = supplements.of(year.original().id()).stream()
                .filter(supplement -> supplement.id().equals(supplementId) && supplement.isGood())
                .findFirst()
                .orElseThrow(() -> Refused.notNow("lookup.changed"));
        audit.appendRead(year.original().yearRecordId(), "lookup.downloaded", "xml " + found.decisionNo());
        return found.document().clone();
    }

    private Verified demandShown(FoundYear found) {
        Original now = originals
                .ofCode(found.snapshot() == null ? "" : found.snapshot().lookupCode())
                .stream()
                .filter(year -> year.id().equals(found.original().id()))
                .findFirst()
                .orElseThrow(() -> Refused.notNow("lookup.changed"));
        if (open(now).content() != Content.SHOWN) {
            throw Refused.notNow("lookup.changed");
        }
        return originals.verify(now.id());
    }

    /** A record that was taken out of effect leads to the one that the pupil has of that year instead. */
    private FoundYear open(Original year, List<Original> all) {
        FoundYear found = open(year);
        return found.content() != Content.OUT_OF_EFFECT
                ? found
                : all.stream()
                        .filter(other -> other.schoolYear() == year.schoolYear()
                                && !other.yearRecordId().equals(year.yearRecordId())
                                && other.state().isInForce())
                        .findFirst()
                        .map(other -> found.replacedBy(other.yearRecordId()))
                        .orElse(found);
    }

    private FoundYear open(Original year) {
        if (!year.state().isInForce()) {
            return new FoundYear(year, Content.OUT_OF_EFFECT);
        }
        if (!year.state().isFinal() && !policies.isOn(year.provinceCode(), Policy.LOOKUP_SHOW_UNFROZEN)) {
            return new FoundYear(year, Content.HIDDEN);
        }
        Verified verified = originals.verify(year.id());
        return verified.report().passed()
                ? new FoundYear(
                                year,
                                Content.SHOWN,
                                verified.report().content(),
                                verified.report().signatures(),
                                supplements.of(year.id()))
                        .confirmed(receipts.of(year.id()).orElse(null))
                : new FoundYear(year, Content.BROKEN, null, verified.report().signatures(), List.of());
    }

    private static String shortHash(String text, int length) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
