package vn.hocba.report;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.calendar.Limit;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffBoard;
import vn.hocba.identity.Right;
import vn.hocba.registry.Freeze;
import vn.hocba.registry.RegisteredState;
import vn.hocba.report.ReportedParts.Part;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Csv;
import vn.hocba.shared.Texts;

/** What the Sở sees of its reports: until when, how many records, how far, and the ministry's receipts. */
@Service
@Transactional(readOnly = true)
public class ReportBoard {

    private final OwnReports own;
    private final Reports reports;
    private final ReportedParts parts;
    private final AfterFreeze changes;
    private final ReportDue due;
    private final CutOffBoard cutOffs;
    private final Freeze freeze;
    private final Clock clock;

    ReportBoard(
            OwnReports own,
            Reports reports,
            ReportedParts parts,
            AfterFreeze changes,
            ReportDue due,
            CutOffBoard cutOffs,
            Freeze freeze,
            Clock clock) {
        this.own = own;
        this.reports = reports;
        this.parts = parts;
        this.changes = changes;
        this.due = due;
        this.cutOffs = cutOffs;
        this.freeze = freeze;
        this.clock = clock;
    }

    /**
     * The report of a wave.
     *
     * @param limit of the calendar
     * @param frozen whether its cut-off is over
     * @param report null before, and where the wave froze nothing
     */
    public record WaveReport(Wave wave, Limit limit, boolean frozen, Standing report) {}

    /**
     * Where a report stands.
     *
     * @param records that it holds; before anything is signed, those that it would hold now
     * @param supplements to records that were reported before, as records; retractions the same
     * @param parts empty before anything is signed
     * @param batchId that signs, or signed last; null before
     * @param late whether it was not done in time
     * @param lastError why the last attempt to send failed, in Vietnamese; null where it did not
     * @param approvedBy the leader's name; null before, as is approvedAt
     * @param signedBy null before every part is signed, as is signedAt
     * @param doneAt null before every version is marked as reported
     */
    public record Standing(
            String reportId,
            ReportState state,
            int records,
            int supplements,
            int retractions,
            List<PartLine> parts,
            String batchId,
            boolean late,
            String lastError,
            String approvedBy,
            Instant approvedAt,
            String signedBy,
            Instant signedAt,
            Instant doneAt) {

        /** Parts that are signed. */
        public int signed() {
            return (int) parts.stream().filter(part -> part.hash() != null).count();
        }

        /** Parts that the ministry has acknowledged. */
        public int acknowledged() {
            return (int) parts.stream().filter(part -> part.receiptNo() != null).count();
        }
    }

    /**
     * A part.
     *
     * @param hash SHA-256 of the signed file, hexadecimal; null before it is signed
     * @param receiptNo of the ministry; null before it has acknowledged the part, as is receiptAt
     */
    public record PartLine(int partNo, int records, String hash, String receiptNo, Instant receiptAt) {}

    /** The school years of the classes in the province, latest first. */
    public List<Integer> schoolYears() {
        return cutOffs.schoolYears();
    }

    /** How many reports wait for the signature of the Sở. */
    public int waiting() {
        return reports.waiting(own.province(Right.SEE_REPORTS).id());
    }

    /** Both waves, in their order. */
    public List<WaveReport> waves(int schoolYear) {
        return Stream.of(Wave.values()).map(wave -> wave(schoolYear, wave)).toList();
    }

    /** One wave. */
    public WaveReport wave(int schoolYear, Wave wave) {
        Unit province = own.province(Right.SEE_REPORTS);
        Limit limit = due.ofWave(province.id(), schoolYear, wave);
        Optional<Report> report = reports.find(province.id(), schoolYear, wave);
        return new WaveReport(
                wave,
                limit,
                cutOffs.wave(schoolYear, wave).state() == CutOffBoard.State.DONE,
                report.map(found -> standing(found, province, limit)).orElse(null));
    }

    /**
     * The ministry's receipts of a report, as a table that opens in Excel.
     *
     * @throws vn.hocba.shared.Refused unless the current user is of the Sở that reports
     */
    public byte[] receipts(String reportId) {
        Report report = own.get(reportId, Right.SEE_REPORTS);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                Texts.vi("report.part"),
                Texts.vi("report.records"),
                Texts.vi("report.hash"),
                Texts.vi("report.receipt"),
                Texts.vi("report.receipt-at")));
        for (Part part : parts.of(report.id())) {
            if (part.receiptNo() != null) {
                rows.add(List.of(
                        part.partNo() + "/" + report.parts(),
                        Integer.toString(part.records()),
                        part.hash(),
                        part.receiptNo(),
                        part.receiptAt().toString()));
            }
        }
        return Csv.file(rows).getBytes(StandardCharsets.UTF_8);
    }

    Standing standing(Report report, Unit province, Limit limit) {
        boolean late =
                report.lateAt() != null || report.state() != ReportState.DONE && !limit.isInTime(clock.instant());
        int records = report.parts() == 0
                ? report.isOfWindow()
                        ? freeze.countOf(report.windowId(), RegisteredState.FROZEN)
                        : freeze.frozen(province.code(), report.schoolYear(), report.effectiveOn())
                : report.total();
        AfterFreeze.Counts after = changes.counts(report, province.code());
        return new Standing(
                report.id(),
                report.state(),
                records,
                after.supplements(),
                after.retractions(),
                parts.of(report.id()).stream()
                        .map(part -> new PartLine(
                                part.partNo(), part.records(), part.hash(), part.receiptNo(), part.receiptAt()))
                        .toList(),
                report.batchId(),
                late,
                report.lastError(),
                report.approvedByName(),
                report.approvedAt(),
                report.signedByName(),
                report.signedAt(),
                report.doneAt());
    }
}
