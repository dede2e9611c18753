package vn.hocba.supplement;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.document.Supplement;
import vn.hocba.document.Supplement.Change;
import vn.hocba.document.Supplement.Decision;
import vn.hocba.document.Supplement.Ground;
import vn.hocba.document.SupplementFormat;
import vn.hocba.registry.Supplements;
import vn.hocba.request.Request;
import vn.hocba.request.Requests;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.signing.SupplementSigning;
import vn.hocba.signing.SupplementSigning.Expected;
import vn.hocba.signing.SupplementSlot;
import vn.hocba.signing.UnlockedKey;

/** The document of a request, from the decision to its place beside the record. Until the school seals it, it is made anew from what was decided each time. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SupplementPapers {

    private static final String GROUND = "ground";
    private static final String FIELD = "field";
    private static final String FIELD_NAME = "fieldName";
    private static final String FORMER = "former";
    private static final String RIGHT = "right";
    private static final String NUMBER = "number";
    private static final String DAY = "day";
    private static final String DECISION_REASON = "decisionReason";
    private static final String CREATED = "created";

    private final Requests requests;
    private final Supplements supplements;
    private final SupplementFormat format;
    private final SupplementSigning signing;
    private final SchoolDirectory directory;
    private final JdbcClient jdbc;

    SupplementPapers(
            Requests requests,
            Supplements supplements,
            SupplementFormat format,
            SupplementSigning signing,
            SchoolDirectory directory,
            JdbcClient jdbc) {
        this.requests = requests;
        this.supplements = supplements;
        this.format = format;
        this.signing = signing;
        this.directory = directory;
        this.jdbc = jdbc;
    }

    /** What a request keeps of the change. */
    static Map<String, String> asked(Change change) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put(GROUND, change.ground().name());
        details.put(FIELD, change.field());
        details.put(FIELD_NAME, change.fieldName());
        if (change.former() != null) {
            details.put(FORMER, change.former());
        }
        details.put(RIGHT, change.right());
        return details;
    }

    /** Keeps what the Sở decided. */
    void decided(Request request, String number, LocalDate day, String reason, LocalDate today) {
        requests.addDetails(
                request,
                Map.of(NUMBER, number, DAY, day.toString(), DECISION_REASON, reason, CREATED, today.toString()));
    }

    Change change(Request request) {
        Map<String, String> details = requests.details(request);
        return new Change(
                Ground.valueOf(details.get(GROUND)),
                details.get(FIELD),
                details.get(FIELD_NAME),
                details.get(FORMER),
                details.get(RIGHT));
    }

    /** Null before the Sở has decided. */
    Decision decision(Request request) {
        Map<String, String> details = requests.details(request);
        return details.containsKey(NUMBER)
                ? new Decision(
                        details.get(NUMBER),
                        LocalDate.parse(details.get(DAY)),
                        province(request).name(),
                        details.get(DECISION_REASON))
                : null;
    }

    /** The Sở above the school. */
    Unit province(Request request) {
        return directory.provinceOf(request.schoolId()).orElseThrow();
    }

    /**
     * Puts the school's seal on what was decided.
     *
     * @throws Refused when the record is not frozen and in effect any more
     */
    void seal(Request request, UnlockedKey key) {
        byte[] sealed = signing.sign(format.write(paper(request)), SupplementSlot.SUPPLEMENT_SCHOOL, key);
        jdbc.sql("insert into supplement_draft (request_id, document) values (?, ?)")
                .params(request.id(), sealed)
                .update();
    }

    /**
     * Puts the signature of the Sở on it.
     *
     * @throws Refused when the seal does not hold, or it does not say what was decided
     */
    void sign(Request request, UnlockedKey key) {
        byte[] sealed = draft(request);
        if (!supplements.demandSealed(sealed, signers(request)).equals(paper(request))) {
            throw Refused.notNow("supplement.changed");
        }
        jdbc.sql("update supplement_draft set document = ? where request_id = ?")
                .params(signing.sign(sealed, SupplementSlot.SUPPLEMENT_PROVINCE, key), request.id())
                .update();
    }

    /** Puts it beside the record. */
    void register(Request request) {
        supplements.register(draft(request), signers(request));
        discard(request);
    }

    /** Forgets a document that was not registered. */
    void discard(Request request) {
        jdbc.sql("delete from supplement_draft where request_id = ?")
                .param(request.id())
                .update();
    }

    private byte[] draft(Request request) {
        return jdbc.sql("select document from supplement_draft where request_id = ?")
                .param(request.id())
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    private Supplement paper(Request request) {
        return new Supplement(
                request.id(),
                supplements
                        .original(request.yearRecordId())
                        .orElseThrow(() -> Refused.invalid("supplement.no-effect"))
                        .beside(),
                change(request),
                decision(request),
                LocalDate.parse(requests.details(request).get(CREATED)));
    }

    private Expected signers(Request request) {
        return new Expected(
                directory.unit(request.schoolId()).taxCode(), province(request).taxCode());
    }
}
