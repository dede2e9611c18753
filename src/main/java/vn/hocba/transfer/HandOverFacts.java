package vn.hocba.transfer;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Request;
import vn.hocba.request.Requests;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.signing.HandOverVerification.Report;
import vn.hocba.signing.PacketVerification.Finding;
import vn.hocba.transfer.TransferDetails.Way;

/** How what is handed over stands: who has yet to sign it, and after the seal whether it is whole, each time somebody looks. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HandOverFacts {

    private final HandOverPapers papers;
    private final Requests requests;
    private final YearRecords records;
    private final Clock clock;

    HandOverFacts(HandOverPapers papers, Requests requests, YearRecords records, Clock clock) {
        this.papers = papers;
        this.requests = requests;
        this.records = records;
        this.clock = clock;
    }

    /** In words; empty where there is nothing to say. */
    Optional<String> of(Request request, TransferDetails details) {
        return TransferRequest.RELEASE.equals(request.step())
                ? beforeTheHead(request, details)
                : checked(request, details).map(this::words);
    }

    private Optional<String> beforeTheHead(Request request, TransferDetails details) {
        if (!papers.wantsHomeroom(records.get(request.yearRecordId()), details)) {
            return Optional.empty();
        }
        return Optional.of(
                Texts.vi(papers.isBegun(request) ? "transfer.results.begun" : "transfer.results.missing-yet"));
    }

    /** Why the sealed document cannot be taken for what it claims; empty where it can, and where there is none. */
    Optional<Refused> flaw(Request request, TransferDetails details) {
        return checked(request, details)
                .flatMap(report -> report.findings().stream().findFirst())
                .map(finding -> Refused.notNow("transfer.results.bad", words(finding)));
    }

    /** Those of these requests that wait for the homeroom teacher's signature. */
    Set<String> unsigned(Set<String> requestIds) {
        return requestIds.stream()
                .map(requests::get)
                .filter(this::waits)
                .map(Request::id)
                .collect(Collectors.toSet());
    }

    private boolean waits(Request request) {
        TransferDetails details = requests.details(request, TransferRequest.TYPE);
        return papers.wantsHomeroom(records.get(request.yearRecordId()), details) && !papers.isBegun(request);
    }

    private Optional<Report> checked(Request request, TransferDetails details) {
        return details.day() == null && details.way() != Way.IN
                ? Optional.empty()
                : papers.checked(requests.files(request), details);
    }

    private String words(Report report) {
        return report.findings().stream()
                .findFirst()
                .map(finding -> Texts.vi("transfer.results.bad", words(finding)))
                .orElseGet(() -> Texts.vi(
                        "transfer.results.good",
                        report.signatures().stream()
                                .map(view -> Texts.vi(
                                        "transfer.results.by." + view.slot(),
                                        view.signer(),
                                        TransferRequest.written(view.signedAt()
                                                .atZone(clock.getZone())
                                                .toLocalDate())))
                                .collect(Collectors.joining("; "))));
    }

    private static String words(Finding finding) {
        return Texts.vi(finding.key(), finding.args().toArray());
    }
}
