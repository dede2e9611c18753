package vn.hocba.transfer;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.hocba.document.ActingFor;
import vn.hocba.document.PrintFormat;
import vn.hocba.document.SignatureLine;
import vn.hocba.request.Evidence;
import vn.hocba.shared.Texts;
import vn.hocba.signing.HandOverSlot;
import vn.hocba.signing.HandOverVerification.Report;
import vn.hocba.signing.HandOverVerification.SignatureView;
import vn.hocba.signing.PacketVerification;
import vn.hocba.signing.SlotKind;

/** «Bảng tổng hợp kết quả đánh giá» as people read and print it. */
@Component
class PrintHandOver {

    private static final String NAME = "bang-tong-hop-";
    private static final String YEARS = "hoc-ba-cac-nam-";

    /** As the printed form calls the places. */
    private static final Map<HandOverSlot, String> SLOTS = Map.of(
            HandOverSlot.HAND_OVER_HOMEROOM, "GVCN",
            HandOverSlot.HAND_OVER_HEAD, "CBQL",
            HandOverSlot.HAND_OVER_SEAL, "KY_PHAT_HANH");

    private final PrintFormat print;
    private final String publicUrl;

    PrintHandOver(PrintFormat print, @Value("${hocba.public-url}") String publicUrl) {
        this.print = print;
        this.publicUrl = publicUrl;
    }

    /** Of a hand-over that passed; empty where it has no results in it, but only years that were issued. */
    Optional<Evidence> of(String transferId, Report passed) {
        return passed.content().unfinished() == null
                ? Optional.empty()
                : Optional.of(new Evidence(
                        NAME + transferId + ".pdf",
                        print.results(
                                passed.content(),
                                lines(passed),
                                lookUp(passed.content().lookupCode()))));
    }

    /** The years that another Sở has issued, as one book, for the school that receives the pupil; empty where there are none. */
    Optional<Evidence> years(String transferId, ReadHandOver.Content handOver) {
        List<PrintFormat.Year> years = handOver.issued().stream()
                .map(report -> new PrintFormat.Year(report.content(), lines(report)))
                .sorted(Comparator.comparingInt(year -> year.version().schoolYear()))
                .toList();
        return years.isEmpty()
                ? Optional.empty()
                : Optional.of(new Evidence(
                        YEARS + transferId + ".pdf",
                        print.wholeBook(
                                years,
                                lookUp(handOver.file().lookupCode()),
                                Texts.vi(
                                        "transfer.years.notice",
                                        handOver.file().sender().schoolName()))));
    }

    private String lookUp(String lookupCode) {
        return publicUrl + "/tra-cuu?ma=" + lookupCode;
    }

    private static List<SignatureLine> lines(PacketVerification.Report passed) {
        return passed.signatures().stream()
                .map(view -> new SignatureLine(
                        view.slot().kind().name(),
                        view.slot().rowId(),
                        view.signer(),
                        view.slot().kind() == SlotKind.CBQL && passed.actingFor() != null
                                ? passed.actingFor().title()
                                : "",
                        view.signedAt(),
                        view.serial()))
                .toList();
    }

    /** Whether a file is what is made here, and not what was signed. */
    static boolean isPrinted(Evidence file) {
        return file.name().startsWith(NAME) || file.name().startsWith(YEARS);
    }

    private static List<SignatureLine> lines(Report passed) {
        return passed.signatures().stream()
                .map(view -> new SignatureLine(
                        SLOTS.get(view.slot()),
                        view.signer(),
                        title(view, passed.actingFor()),
                        view.signedAt(),
                        view.serial()))
                .toList();
    }

    private static String title(SignatureView view, ActingFor actingFor) {
        return view.slot() == HandOverSlot.HAND_OVER_HEAD && actingFor != null ? actingFor.title() : "";
    }
}
