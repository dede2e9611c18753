package vn.hocba.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.hibernate.annotations.DynamicUpdate;
import vn.hocba.calendar.Wave;
import vn.hocba.shared.Ids;

/**
 * The report of a wave. Whoever moves it on holds the lock on it; a failure is noted without waiting for that lock, and so only what has changed is written.
 */
@Entity
@DynamicUpdate
@Table(name = "ministry_report")
class Report {

    private static final int ERROR_LENGTH = 1000;

    @Id
    @Column(length = 32)
    private String id = Ids.next();

    private String provinceId;
    private int schoolYear;

    @Enumerated(EnumType.STRING)
    private Wave wave;

    private String windowId;

    @Enumerated(EnumType.STRING)
    private ReportState state;

    private LocalDate effectiveOn;
    private int total;
    private int parts;
    private String batchId;
    private Instant lateAt;
    private String lastError;
    private Instant createdAt;
    private String approvedBy;
    private String approvedByName;
    private Instant approvedAt;
    private String signedByName;
    private Instant signedAt;
    private Instant doneAt;

    protected Report() {}

    /**
     * @param windowId of the extra window whose versions it reports; empty for the wave of the calendar
     * @param effectiveOn of the versions that it reports
     * @param total how many these are now
     */
    Report(
            String provinceId,
            int schoolYear,
            Wave wave,
            String windowId,
            LocalDate effectiveOn,
            int total,
            Instant now) {
        this.provinceId = provinceId;
        this.schoolYear = schoolYear;
        this.wave = wave;
        this.windowId = windowId;
        this.state = ReportState.WAITING;
        this.effectiveOn = effectiveOn;
        this.total = total;
        this.createdAt = now;
    }

    String id() {
        return id;
    }

    String provinceId() {
        return provinceId;
    }

    int schoolYear() {
        return schoolYear;
    }

    Wave wave() {
        return wave;
    }

    /** Of the extra window; empty for the wave of the calendar. */
    String windowId() {
        return windowId;
    }

    boolean isOfWindow() {
        return !windowId.isEmpty();
    }

    /** Of a part, for whoever brings it to the ministry: no two reports of a Sở and year have the same. */
    String fileName(String provinceCode, int partNo) {
        return String.format(
                Locale.ROOT,
                "bao-cao-%s-%d-dot-%d%s-goi-%d-tren-%d.xml",
                provinceCode,
                schoolYear,
                wave.ordinal() + 1,
                isOfWindow() ? "-bo-sung-" + windowId : "",
                partNo,
                parts);
    }

    ReportState state() {
        return state;
    }

    LocalDate effectiveOn() {
        return effectiveOn;
    }

    /** Versions that it holds; while there are no parts, those that it would have held when it began. */
    int total() {
        return total;
    }

    /** 0 until they are fixed. */
    int parts() {
        return parts;
    }

    /** The batch that signs it, or signed it last; null before the first signature. */
    String batchId() {
        return batchId;
    }

    /** When it was found late; null where it was not. */
    Instant lateAt() {
        return lateAt;
    }

    /** Of the last attempt to send, in Vietnamese; null where that did not fail. */
    String lastError() {
        return lastError;
    }

    /** User name of the leader who approved it; null before, as are name and time. */
    String approvedBy() {
        return approvedBy;
    }

    String approvedByName() {
        return approvedByName;
    }

    Instant approvedAt() {
        return approvedAt;
    }

    /** Null before every part is signed, as is {@link #signedAt}. */
    String signedByName() {
        return signedByName;
    }

    Instant signedAt() {
        return signedAt;
    }

    /** Null before every version is marked as reported. */
    Instant doneAt() {
        return doneAt;
    }

    /** As the log calls it. */
    String name() {
        return wave + " " + schoolYear + (isOfWindow() ? ", " + effectiveOn : "");
    }

    /** Fixes how much it holds. */
    void fix(int versions, int inParts) {
        total = versions;
        parts = inParts;
    }

    void approve(String username, String name, Instant now) {
        approvedBy = username;
        approvedByName = name;
        approvedAt = now;
    }

    void signedBy(String batch) {
        batchId = batch;
    }

    /** Every part is signed. */
    void sign(String signerName, Instant now) {
        become(ReportState.SENDING);
        signedByName = signerName;
        signedAt = now;
    }

    void failed(String error) {
        lastError = error == null || error.length() <= ERROR_LENGTH ? error : error.substring(0, ERROR_LENGTH);
    }

    /** A part was sent. */
    void sent() {
        lastError = null;
    }

    void late(Instant now) {
        lateAt = now;
    }

    /** Every version is marked as reported. */
    void end(Instant now) {
        become(ReportState.DONE);
        doneAt = now;
    }

    private void become(ReportState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("the report " + id + " is " + state + " and cannot become " + next);
        }
        state = next;
    }
}
