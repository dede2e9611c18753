package vn.hocba.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.audit.AuditLog;
import vn.hocba.document.ReportFormat;
import vn.hocba.document.ReportPart;
import vn.hocba.registry.Freeze;
import vn.hocba.registry.Freeze.FrozenPacket;
import vn.hocba.report.ReportedParts.Part;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Sha256;

/** What a report holds, part by part, and what is written into each to be signed. */
@Component
class ReportContents {

    private final ReportItems items;
    private final ReportedParts parts;
    private final AfterFreeze changes;
    private final Freeze freeze;
    private final ReportFormat format;
    private final AuditLog audit;

    ReportContents(
            ReportItems items,
            ReportedParts parts,
            AfterFreeze changes,
            Freeze freeze,
            ReportFormat format,
            AuditLog audit) {
        this.items = items;
        this.parts = parts;
        this.changes = changes;
        this.freeze = freeze;
        this.format = format;
        this.audit = audit;
    }

    /**
     * Fixes which versions the report holds, what it says of earlier ones, and in which part each stands.
     *
     * @param perPart most versions of one part
     */
    void fix(Report locked, Unit province, int perPart) {
        int total = items.fix(locked, province.code(), perPart);
        locked.fix(total, parts.make(locked.id(), total, perPart));
        changes.fix(locked, province.code());
        audit.append(province.id(), "ministry-report.fixed", locked.name() + ": " + total);
    }

    /** Ids of the parts that nobody has signed yet. */
    List<String> unsigned(Report report) {
        return parts.unsigned(report.id());
    }

    Part lock(String partId) {
        return parts.lock(partId);
    }

    void keepSigned(String partId, byte[] signed, String serial) {
        parts.keepSigned(partId, signed, Sha256.of(signed), serial);
    }

    /**
     * Writes a part.
     *
     * @throws Refused when a packet or a supplement is not the one that was taken in
     */
    byte[] write(Report report, Part part, Unit province) {
        List<String> records = items.records(part);
        Map<String, FrozenPacket> packets = freeze.packets(records).stream()
                .collect(Collectors.toMap(FrozenPacket::yearRecordId, Function.identity()));
        return format.write(new ReportPart(
                report.id(),
                province.code(),
                report.schoolYear(),
                report.wave().ordinal() + 1,
                part.partNo(),
                report.parts(),
                report.total(),
                records.stream().map(packets::get).map(ReportContents::item).toList(),
                changes.of(report, part)));
    }

    private static ReportPart.Item item(FrozenPacket frozen) {
        String hash = Sha256.of(frozen.packet());
        if (!hash.equals(frozen.hash())) {
            throw Refused.notNow("report.packet-changed", frozen.yearRecordId());
        }
        return new ReportPart.Item(frozen.yearRecordId(), frozen.versionNo(), hash, frozen.packet());
    }
}
