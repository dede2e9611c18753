package vn.hocba.transfer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        if (MOVE.equals(request.step())) {
            int line = 0;
            for (Map.Entry<String, List<String>> why : reasons(left, details).entrySet()) {
                line++;
                facts.put(
                        line == 1 ? Texts.vi("relocation.fact.why") : Texts.vi("relocation.fact.why-more", line),
                        Texts.vi("relocation.why", why.getKey(), String.join("; ", why.getValue())));
            }
        }
    }

    /** Whom each reason keeps; the first of a long list. */
    private Map<String, List<String>> reasons(List<RemainingPupils.Remaining> left, ClassesDetails details) {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        left.stream().limit(NAMED).forEach(one -> remaining
                .refusal(one, details)
                .ifPresent(refused -> reasons.computeIfAbsent(refused.text(Texts.VIETNAMESE), none -> new ArrayList<>())
                        .add(Texts.vi("relocation.one", one.name(), one.className()))));
        return reasons;
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
