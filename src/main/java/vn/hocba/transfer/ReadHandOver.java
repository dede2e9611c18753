package vn.hocba.transfer;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocba.document.HandOver;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.Study;
import vn.hocba.record.Studies;
import vn.hocba.shared.Refused;
import vn.hocba.signing.HandOverSlot;
import vn.hocba.signing.HandOverVerification;
import vn.hocba.signing.HandOverVerification.Report;
import vn.hocba.signing.PacketVerification;
import vn.hocba.signing.PacketVerification.Finding;

/** Reads and checks what a school of another Sở handed over. */
@Component
class ReadHandOver {

    private final HandOverVerification verification;
    private final PacketVerification packets;

    ReadHandOver(HandOverVerification verification, PacketVerification packets) {
        this.verification = verification;
        this.packets = packets;
    }

    /**
     * A hand-over that was read and checked.
     *
     * @param latest the unfinished year, else the last that was issued
     * @param report who signed it
     * @param issued the years that were issued, checked, as they stand in it
     * @param studies where the pupil has studied, by all that was handed over
     */
    record Content(
            HandOver file,
            RecordSnapshot latest,
            Report report,
            List<PacketVerification.Report> issued,
            List<Study> studies) {

        /** Name in the certificate of who signed for the school. */
        String signer() {
            return report.at(HandOverSlot.HAND_OVER_HEAD).orElseThrow().signer();
        }

        boolean isWithinYear() {
            return file.unfinished() != null;
        }
    }

    /**
     * Reads a hand-over from outside: its own signature, and those of every packet in it.
     *
     * @throws Refused when anything in it does not hold, or it is not all about one pupil's record
     */
    Content read(byte[] file) {
        Report report = verification.verifyForeign(file);
        demand(report.findings());
        HandOver content = report.content();
        RecordSnapshot latest = content.unfinished();
        List<RecordSnapshot> years = new ArrayList<>();
        List<PacketVerification.Report> issued = new ArrayList<>();
        for (byte[] packet : content.issued()) {
            PacketVerification.Report checked = packets.verifyForeign(packet);
            demand(checked.findings());
            RecordSnapshot year = checked.content();
            issued.add(checked);
            demandSame(content, latest, year);
            years.add(year);
            if (latest == null || content.unfinished() == null && year.schoolYear() > latest.schoolYear()) {
                latest = year;
            }
        }
        if (latest == null || !latest.lookupCode().equals(content.lookupCode())) {
            throw Refused.invalid("transfer.file.mixed");
        }
        if (latest.pupil().moetCode() == null
                || latest.pupil().birthDate() == null
                || latest.pupil().gender() == null) {
            throw Refused.invalid("transfer.file.pupil");
        }
        if (content.unfinished() != null) {
            years.add(content.unfinished());
        }
        List<Study> studies = Studies.together(years);
        HandOverWords.demand(content, latest, studies);
        return new Content(content, latest, report, issued, studies);
    }

    private static void demandSame(HandOver content, RecordSnapshot latest, RecordSnapshot year) {
        boolean same = year.lookupCode().equals(content.lookupCode())
                && (latest == null
                        || latest.level() == year.level()
                                && latest.pupil().moetCode() != null
                                && latest.pupil().moetCode().equals(year.pupil().moetCode()));
        if (!same) {
            throw Refused.invalid("transfer.file.mixed");
        }
    }

    private static void demand(List<Finding> findings) {
        findings.stream().findFirst().ifPresent(finding -> {
            throw Refused.invalid(finding.key(), finding.args().toArray());
        });
    }
}
