package vn.hocba.petition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.record.YearRecords;
import vn.hocba.request.OwnClassRequests;
import vn.hocba.request.Request;
import vn.hocba.request.RequestKind;
import vn.hocba.request.RequestType;
import vn.hocba.shared.Texts;

/**
 * Đề nghị của cha mẹ học sinh: who holds the code of a record and knows the birth date writes to the school that keeps it. It stands beside what the school asks for
 * itself and is in nobody's way. The clerk answers in time; then it is the principal's.
 */
@Component
class PetitionRequest implements RequestKind<PetitionDetails> {

    static final RequestType<PetitionDetails> TYPE =
            new RequestType<>("PETITION", "petition", PetitionDetails.class).besideOthers();

    /** The clerk answers. */
    static final String ANSWER = "ANSWER";

    /** The clerk did not in time: the principal answers. */
    static final String LATE = "LATE";

    private final OwnClassRequests ownClass;
    private final YearRecords records;

    PetitionRequest(OwnClassRequests ownClass, YearRecords records) {
        this.ownClass = ownClass;
        this.records = records;
    }

    @Override
    public RequestType<PetitionDetails> type() {
        return TYPE;
    }

    @Override
    public Map<String, String> facts(Request request, PetitionDetails details) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(Texts.vi("petition.fact.about"), Texts.vi("petition.about." + details.about()));
        if (details.contact() != null) {
            facts.put(Texts.vi("petition.fact.contact"), details.contact());
        }
        return facts;
    }

    @Override
    public Role roleOf(String step) {
        return LATE.equals(step) ? Role.PRINCIPAL : Role.CLERK;
    }

    @Override
    public boolean concerns(Request request, CurrentUser who) {
        return who.unitId().equals(request.schoolId()) && ownClass.leads(who, records.get(request.yearRecordId()));
    }

    @Override
    public Set<String> concerning(CurrentUser who) {
        return ownClass.of(who, TYPE.name());
    }
}
