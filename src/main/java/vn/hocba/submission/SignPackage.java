package vn.hocba.submission;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Sha256;
import vn.hocba.signing.SignedPacket;
import vn.hocba.signing.WholeDocument;
import vn.hocba.submission.PackagePreview.Waiting;
import vn.hocba.workflow.BatchJob.BatchRun;
import vn.hocba.workflow.SigningStep;
import vn.hocba.workflow.Step;
import vn.hocba.workflow.ToSign;

/** The school's signature on a package of what waits of a class; the target is the id that the package will have. */
@Service
class SignPackage implements SigningStep {

    static final String KIND = "sign-package";

    private final Access access;
    private final SchoolDirectory directory;
    private final PackagePreview preview;
    private final YearRecords records;
    private final PackClass pack;
    private final HandOver handOver;
    private final Clock clock;

    SignPackage(
            Access access,
            SchoolDirectory directory,
            PackagePreview preview,
            YearRecords records,
            PackClass pack,
            HandOver handOver,
            Clock clock) {
        this.access = access;
        this.directory = directory;
        this.preview = preview;
        this.records = records;
        this.pack = pack;
        this.handOver = handOver;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ToSign prepare(BatchRun run, String packageId, Instant signedAt) {
        ClassInfo info = directory.classById(run.classId());
        CurrentUser user = access.at(info.schoolId(), Right.SUBMIT);
        List<String> waiting =
                preview.of(info.id()).waiting().stream().map(Waiting::recordId).toList();
        if (waiting.isEmpty()) {
            throw Refused.notNow("submission.nothing-waits", info.name());
        }
        // Locked by id as the freeze does, so that neither waits for the other in a ring; packed in the order of the
        // class list.
        Map<String, YearRecord> byId =
                records.lockAll(waiting).stream().collect(Collectors.toMap(YearRecord::id, Function.identity()));
        List<YearRecord> locked = waiting.stream().map(byId::get).toList();
        locked.forEach(record -> record.demand(Step.SUBMIT.state()));
        return ToSign.of(
                0,
                pack.unsigned(packageId, info, locked),
                WholeDocument.PACKAGE,
                signed ->
                        keep(new SubmissionPackage(packageId, info, user.username(), clock.instant()), locked, signed));
    }

    private void keep(SubmissionPackage made, List<YearRecord> locked, SignedPacket signed) {
        made.content = signed.packet();
        made.contentHash = Sha256.of(made.content);
        handOver.forSending(made, locked);
    }
}
