package vn.hocba.transfer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.hocba.document.ActingFor;
import vn.hocba.document.PrintFormat;
import vn.hocba.document.SignatureLine;
import vn.hocba.request.Evidence;
import vn.hocba.signing.HandOverSlot;
import vn.hocba.signing.HandOverVerification.Report;
import vn.hocba.signing.HandOverVerification.SignatureView;

/** «Bảng tổng hợp kết quả đánh giá» as people read and print it. */
@Component
class PrintHandOver {

    private static final String NAME = "bang-tong-hop-";

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
                                publicUrl + "/tra-cuu?ma=" + passed.content().lookupCode())));
    }

    /** Whether a file is what is made here, and not what was signed. */
    static boolean isPrinted(Evidence file) {
        return file.name().startsWith(NAME);
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
