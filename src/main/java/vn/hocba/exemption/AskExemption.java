package vn.hocba.exemption;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.RecordAction;
import vn.hocba.request.RequestMoves;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;

/** Somebody names a subject from which a pupil is to be exempt, or no longer. */
abstract class AskExemption implements RecordAction {

    private final String verb;
    private final Right right;
    private final boolean ends;
    private final String form;
    private final ExemptionRules rules;
    private final RequestMoves moves;

    /** @param ends whether an exemption is to end */
    AskExemption(String verb, Right right, boolean ends, String form, ExemptionRules rules, RequestMoves moves) {
        this.verb = verb;
        this.right = right;
        this.ends = ends;
        this.form = form;
        this.rules = rules;
        this.moves = moves;
    }

    @Override
    public String name() {
        return ExemptionRequest.TYPE.action(verb);
    }

    @Override
    public Right right() {
        return right;
    }

    @Override
    public int place() {
        return 1;
    }

    @Override
    public boolean isFor(CurrentUser who, YearRecord record) {
        return right.isOf(who, record.schoolId()) && rules.isFor(who, record);
    }

    @Override
    public boolean isAt(YearRecord record) {
        return rules.isAt(record) && (!ends || rules.hasExempt(record));
    }

    @Override
    public Offer offer(YearRecord record, CurrentUser who) {
        Map<String, String> subjects = rules.subjects(record, who, ends);
        Map<String, String> grounds = new LinkedHashMap<>();
        rules.grounds(record).stream()
                .filter(ground -> subjects.keySet().stream().anyMatch(ground::exemptsFrom))
                .forEach(ground -> grounds.put(ground.code(), ground.name()));
        Optional<Refused> nothing = subjects.isEmpty()
                ? Optional.of(Refused.notNow(ends ? "exemption.nothing-exempt" : "exemption.nothing-open"))
                : Optional.empty();
        return Offer.possible(name(), form, Map.of("subjects", subjects, "grounds", grounds))
                .unless(nothing);
    }

    @Override
    public String take(YearRecord record, Input input, CurrentUser who) {
        String subject = input.text("subject");
        rules.demandOpen(record, subject, who, ends);
        ExemptionDetails details = ends
                ? new ExemptionDetails(subject, rules.nameOf(record, subject), null, null)
                : granting(record, subject, input.text("ground"));
        String id =
                moves.open(ExemptionRequest.TYPE, "", record, new SchoolId(record.schoolId()), null, details, input);
        asked(id, details, input);
        return id;
    }

    private ExemptionDetails granting(YearRecord record, String subject, String ground) {
        return new ExemptionDetails(
                subject,
                rules.nameOf(record, subject),
                ground,
                rules.demand(record, subject, ground).name());
    }

    /** The request is kept and waits for the head. */
    void asked(String id, ExemptionDetails details, Input input) {}
}
