package vn.hocba.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Role;
import vn.hocba.request.Request;
import vn.hocba.request.RequestKind;
import vn.hocba.request.RequestState;
import vn.hocba.request.RequestType;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Texts;

/**
 * Chuyển cả lớp. A school closes or is merged: its principal names classes and decision, the receiving principal says yes or no once for all of their pupils; then
 * each goes over in a transaction of its own, and who could not is listed with the reason until somebody has done what it says.
 */
@Component
class ClassesRequest implements RequestKind<ClassesDetails> {

    static final RequestType<ClassesDetails> TYPE = new RequestType<>("RELOCATION", "relocation", ClassesDetails.class);

    /** The receiving principal accepts. */
    static final String ACCEPT = "ACCEPT";
    /** The pupils go over; who remains is the receiving principal's to look after. */
    static final String MOVE = "MOVE";

    private static final int NAMED = 30;

    private final RemainingPupils remaining;
    private final SchoolDirectory directory;

    ClassesRequest(RemainingPupils remaining, SchoolDirectory directory) {
        this.remaining = remaining;
        this.directory = directory;
    }

    @Override
    public RequestType<ClassesDetails> type() {
        return TYPE;
    }

    @Override
    public Map<String, String> facts(Request request, ClassesDetails details) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(Texts.vi("transfer.fact.from"), directory.unit(details.from()).name());
        facts.put(Texts.vi("transfer.fact.to"), directory.unit(details.to()).name());
        facts.put(
                Texts.vi("relocation.fact.classes"),
                details.classes().stream()
                        .map(id -> directory.classById(id).name())
                        .collect(Collectors.joining(", ")));
        facts.put(
                Texts.vi("relocation.fact.decision"),
                Texts.vi("transfer.receipt-of", details.number(), TransferRequest.written(details.decided())));
        facts.put(Texts.vi("transfer.fact.day"), TransferRequest.written(details.day()));
        if (details.classId() != null) {
            facts.put(
                    Texts.vi("transfer.fact.class"),
                    directory.classById(details.classId()).name());
        }
        if (request.state() == RequestState.OPEN) {
            stillHere(request, details, facts);
        }
        return facts;
    }

    private void stillHere(Request request, ClassesDetails details, Map<String, String> facts) {
        List<RemainingPupils.Remaining> left = remaining.of(details);
        facts.put(Texts.vi("relocation.fact.left"), Texts.vi("relocation.left", left.size(), details.pupils()));
        String why = left.stream()
                .limit(NAMED)
                .map(one -> remaining
                        .refusal(one, details)
                        .map(refused -> Texts.vi(
                                "relocation.one", one.name(), one.className(), refused.text(Texts.VIETNAMESE))))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
        if (!why.isEmpty() && MOVE.equals(request.step())) {
            facts.put(Texts.vi("relocation.fact.why"), why);
        }
    }

    @Override
    public String unitOf(Request request, ClassesDetails details, String step) {
        return details.to();
    }

    @Override
    public Role roleOf(String step) {
        return Role.PRINCIPAL;
    }
}
