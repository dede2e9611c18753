package vn.hocba.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.document.HandOverFormat;
import vn.hocba.identity.CurrentUser;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Evidence;
import vn.hocba.request.Request;
import vn.hocba.shared.Refused;
import vn.hocba.signing.HandOverSlot;
import vn.hocba.signing.HandOverVerification;
import vn.hocba.signing.HandOverVerification.Report;
import vn.hocba.signing.WholeDocument;
import vn.hocba.transfer.TransferDetails.Way;
import vn.hocba.workflow.ToSign;

/** What a school hands over, from the homeroom teacher's signature to the seal: made once, then only signed further. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HandOverPapers {

    private final WriteHandOver write;
    private final HandOverDrafts drafts;
    private final HandOverFormat format;
    private final HandOverVerification verification;
    private final HandOverSigners signers;
    private final HandOverPolicy policy;
    private final GoesAlong goesAlong;
    private final PrintHandOver print;

    HandOverPapers(
            WriteHandOver write,
            HandOverDrafts drafts,
            HandOverFormat format,
            HandOverVerification verification,
            HandOverSigners signers,
            HandOverPolicy policy,
            GoesAlong goesAlong,
            PrintHandOver print) {
        this.write = write;
        this.drafts = drafts;
        this.format = format;
        this.verification = verification;
        this.signers = signers;
        this.policy = policy;
        this.goesAlong = goesAlong;
        this.print = print;
    }

    /** Whether the homeroom teacher signs the results that go along. */
    boolean wantsHomeroom(YearRecord record, TransferDetails details) {
        return details.paper() != null && goesAlong.is(record) && policy.homeroomSigns(record);
    }

    /** Whether somebody has signed it already. */
    boolean isBegun(Request request) {
        return drafts.isThere(request.id());
    }

    /**
     * The results as they are now, for the homeroom teacher; what was signed before is made anew.
     *
     * @param progress in words; null where nothing is said
     * @param then what follows once it is signed
     */
    ToSign toBegin(
            Request request,
            YearRecord record,
            TransferDetails details,
            String progress,
            Instant signedAt,
            Runnable then) {
        return ToSign.of(
                record.versionNo(),
                write.unsigned(request, record, details, true, progress, signedAt),
                HandOverSlot.HAND_OVER_HOMEROOM,
                signed -> {
                    drafts.put(request, signed.packet());
                    then.run();
                });
    }

    /**
     * What the homeroom teacher has signed, or where nobody else signs what is handed over, for the head.
     *
     * @param then what follows once it is signed
     * @throws Refused when the signature before it does not hold, or results have changed since
     */
    ToSign toSign(
            Request request,
            YearRecord record,
            TransferDetails details,
            CurrentUser head,
            Instant signedAt,
            Runnable then) {
        byte[] soFar = drafts.of(request)
                .map(draft -> ofNow(
                        demand(draft, HandOverSlot.HAND_OVER_HOMEROOM, details), request, record, details, signedAt))
                .orElseGet(() -> write.unsigned(request, record, details, false, null, signedAt));
        return ToSign.of(
                0,
                format.signedFor(soFar, signers.actingFor(details.from(), head, signedAt)),
                HandOverSlot.HAND_OVER_HEAD,
                signed -> {
                    drafts.put(request, signed.packet());
                    then.run();
                });
    }

    /** What is handed over, for the principal's signature alone: where it was asked for before there was a seal. */
    ToSign toSignAlone(
            Request request, YearRecord record, TransferDetails details, Instant signedAt, Consumer<Evidence> then) {
        return ToSign.of(
                0,
                write.unsigned(request, record, details, false, null, signedAt),
                WholeDocument.HAND_OVER,
                signed -> then.accept(WriteHandOver.file(request, signed.packet())));
    }

    /**
     * What the head has signed, for the school's seal.
     *
     * @param then takes the files that go along: the sealed document, and its printed form where there are results in it
     * @throws Refused when a signature before it does not hold
     */
    ToSign toSeal(Request request, TransferDetails details, Consumer<List<Evidence>> then) {
        byte[] soFar = demand(drafts.of(request).orElseThrow(), HandOverSlot.HAND_OVER_HEAD, details);
        return ToSign.of(0, soFar, HandOverSlot.HAND_OVER_SEAL, made -> {
            Report passed = verify(made.packet(), HandOverSlot.HAND_OVER_SEAL, details);
            demand(passed);
            List<Evidence> files = new ArrayList<>(List.of(WriteHandOver.file(request, made.packet())));
            print.of(request.id(), passed).ifPresent(files::add);
            drafts.remove(request);
            then.accept(files);
        });
    }

    /** What a check of the sealed document finds; empty where there is none. What came by file was checked when it came, and is once more. */
    Optional<Report> checked(List<Evidence> files, TransferDetails details) {
        if (details.way() == Way.IN) {
            return files.stream()
                    .filter(file -> !PrintHandOver.isPrinted(file))
                    .findFirst()
                    .map(file -> verification.verifyForeign(file.content()));
        }
        return details.paper() == null
                ? Optional.empty()
                : files.stream()
                        .filter(WriteHandOver::isHandOver)
                        // What was attached when it was asked for may be called so too.
                        .reduce((asked, sealed) -> sealed)
                        .map(file -> verify(file.content(), HandOverSlot.HAND_OVER_SEAL, details));
    }

    private byte[] ofNow(
            byte[] signed, Request request, YearRecord record, TransferDetails details, Instant signedAt) {
        if (!write.isOfNow(signed, request, record, details, signedAt)) {
            throw Refused.notNow("transfer.results.changed");
        }
        return signed;
    }

    private byte[] demand(byte[] document, HandOverSlot last, TransferDetails details) {
        demand(verify(document, last, details));
        return document;
    }

    private static void demand(Report report) {
        report.findings().stream().findFirst().ifPresent(finding -> {
            throw Refused.notNow(finding.key(), finding.args().toArray());
        });
    }

    private Report verify(byte[] document, HandOverSlot last, TransferDetails details) {
        return verification.verify(document, last, signers.of(details.from(), format.read(document)));
    }
}
