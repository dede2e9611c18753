package vn.hocba.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.record.OverallAssessment;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestKind;
import vn.hocba.request.Requests;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolLevel;
import vn.hocba.shared.Refused;

/**
 * Xét lên lớp: where a pupil has still not completed the class programme after supplementary assessment, the homeroom teacher reports to the principal, who
 * decides whether the pupil is promoted, whatever the completion says (TT 27/2020 Điều 11).
 */
@Component
public class PromotionKind implements RequestKind {

    static final String KIND = "PROMOTION";
    static final String DECIDE = "DECIDE";

    private static final String ASK = "promotion.ask";
    private static final String PROMOTE = "promotion.promote";
    private static final String RETAIN = "promotion.retain";
    private static final String CANCEL = "promotion.cancel";

    private final CorrectionRules rules;
    private final OverallAssessment assessment;
    private final Requests requests;
    private final YearRecords records;
    private final SchoolDirectory directory;
    private final Access access;
    private final Session session;

    PromotionKind(
            CorrectionRules rules,
            OverallAssessment assessment,
            Requests requests,
            YearRecords records,
            SchoolDirectory directory,
            Access access,
            Session session) {
        this.rules = rules;
        this.assessment = assessment;
        this.requests = requests;
        this.records = records;
        this.directory = directory;
        this.access = access;
        this.session = session;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Offer> onRecord(YearRecord record) {
        CurrentUser user = session.user();
        return leads(record, user)
                        && record.state() == RecordState.HOMEROOM
                        && tooEarly(record).isEmpty()
                        && !SchoolLevel.endsWith(record.grade())
                        && !assessment.of(record).completed()
                ? List.of(Offer.possible(ASK, "promotion-ask").unless(obstacle(record)))
                : List.of();
    }

    private boolean leads(YearRecord record, CurrentUser user) {
        return user.is(Role.TEACHER)
                && user.unitId().equals(record.schoolId())
                && user.staffId().equals(directory.classById(record.classId()).homeroomStaffId());
    }

    private Optional<Refused> obstacle(YearRecord record) {
        return tooEarly(record).or(() -> outdated(record)).or(() -> requests.openOf(record.id(), KIND)
                .map(open -> Refused.notNow("promotion.asked")));
    }

    /** First the pupil is helped and assessed once more. A record that came too late for that is decided on in the summer all the same. */
    private Optional<Refused> tooEarly(YearRecord record) {
        return record.hadSupplementaryAssessment() || rules.isSummer(record)
                ? Optional.empty()
                : Optional.of(Refused.notNow("promotion.too-early"));
    }

    /** Why there is nothing to decide, for instance because the teachers have changed a result meanwhile. */
    private Optional<Refused> outdated(YearRecord record) {
        if (record.state() != RecordState.HOMEROOM) {
            return Optional.of(Refused.notNow(
                    "record.elsewhere",
                    RecordState.HOMEROOM.term(),
                    record.state().term()));
        }
        if (SchoolLevel.endsWith(record.grade())) {
            return Optional.of(Refused.notNow("promotion.last-grade"));
        }
        OverallAssessment.Assessment result = assessment.of(record);
        if (result.result() == null) {
            return Optional.of(Refused.notNow("promotion.incomplete", String.join(", ", result.missing())));
        }
        if (result.completed()) {
            return Optional.of(Refused.notNow("promotion.completed"));
        }
        return Optional.empty();
    }

    @Override
    public List<Offer> onRequest(Request request) {
        CurrentUser user = session.user();
        if (!user.unitId().equals(request.schoolId())) {
            return List.of();
        }
        List<Offer> offers = new ArrayList<>();
        boolean principal = user.is(Role.PRINCIPAL);
        if (principal) {
            Optional<Refused> obstacle = outdated(records.get(request.yearRecordId()));
            offers.add(Offer.possible(PROMOTE, "reason").unless(obstacle));
            offers.add(Offer.possible(RETAIN, "reason").unless(obstacle));
        }
        if (principal || request.askedBy().equals(user.username())) {
            offers.add(Offer.possible(CANCEL, "reason"));
        }
        return offers;
    }

    @Override
    @Transactional
    public String take(String offer, String targetId, Input input) {
        switch (offer) {
            case ASK -> {
                return ask(targetId, input);
            }
            case PROMOTE -> decide(targetId, true, input.text("reason"));
            case RETAIN -> decide(targetId, false, input.text("reason"));
            case CANCEL -> cancel(targetId, input.text("reason"));
            default -> throw Refused.notFound("request.unknown");
        }
        return targetId;
    }

    private String ask(String recordId, Input input) {
        YearRecord record = records.lock(recordId);
        if (!leads(record, access.at(record.schoolId(), Role.TEACHER))) {
            throw Refused.notAllowed("record.not-your-class");
        }
        obstacle(record).ifPresent(why -> {
            throw why;
        });
        return requests.open(KIND, "promotion", "", record, record.schoolId(), null, Map.of(), input);
    }

    private void decide(String requestId, boolean promoted, String reason) {
        Request request = requests.lockWithRecord(requestId);
        YearRecord record = records.get(request.yearRecordId());
        outdated(record).ifPresent(why -> {
            throw why;
        });
        requests.decide(request, DECIDE, promoted ? "APPROVED" : "RETAINED", reason, List.of());
        records.decidePromotion(record, promoted);
    }

    private void cancel(String requestId, String reason) {
        Request request = requests.lockWithRecord(requestId);
        CurrentUser user = access.at(request.schoolId(), Role.TEACHER, Role.PRINCIPAL);
        if (!user.is(Role.PRINCIPAL) && !request.askedBy().equals(user.username())) {
            throw Refused.notAllowed("request.not-yours");
        }
        requests.cancel(request, reason);
    }

    @Override
    public Map<String, String> facts(Request request) {
        return Map.of();
    }

    @Override
    public String unitOf(Request request, String step) {
        return request.schoolId();
    }

    @Override
    public Role roleOf(String step) {
        return Role.PRINCIPAL;
    }
}
