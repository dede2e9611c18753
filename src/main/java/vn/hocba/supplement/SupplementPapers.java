package vn.hocba.supplement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.document.Supplement;
import vn.hocba.document.SupplementFormat;
import vn.hocba.registry.Supplements;
import vn.hocba.request.Request;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.signing.SupplementSigning;
import vn.hocba.signing.SupplementSigning.Expected;
import vn.hocba.signing.SupplementSlot;
import vn.hocba.signing.session.SigningSession;

/** The document of a request, from the decision to its place beside the record. Until the school seals it, it is made anew from what was decided each time. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SupplementPapers {

    private final Supplements supplements;
    private final SupplementFormat format;
    private final SupplementSigning signing;
    private final SchoolDirectory directory;
    private final JdbcClient jdbc;

    SupplementPapers(
            Supplements supplements,
            SupplementFormat format,
            SupplementSigning signing,
            SchoolDirectory directory,
            JdbcClient jdbc) {
        this.supplements = supplements;
        this.format = format;
        this.signing = signing;
        this.directory = directory;
        this.jdbc = jdbc;
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
    void seal(Request request, SupplementDetails details, SigningSession session) {
        byte[] sealed = signing.sign(format.write(paper(request, details)), SupplementSlot.SUPPLEMENT_SCHOOL, session);
        jdbc.sql("insert into supplement_draft (request_id, document) values (?, ?)")
                .params(request.id(), sealed)
                .update();
    }

    /**
     * Puts the signature of the Sở on it.
     *
     * @throws Refused when the seal does not hold, or it does not say what was decided
     */
    void sign(Request request, SupplementDetails details, SigningSession session) {
        byte[] sealed = draft(request);
        if (!supplements.demandSealed(sealed, signers(request)).equals(paper(request, details))) {
            throw Refused.notNow("supplement.changed");
        }
        jdbc.sql("update supplement_draft set document = ? where request_id = ?")
                .params(signing.sign(sealed, SupplementSlot.SUPPLEMENT_PROVINCE, session), request.id())
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
                .query((row, n) -> row.getBytes("document"))
                .single();
    }

    private Supplement paper(Request request, SupplementDetails details) {
        return new Supplement(
                request.id(),
                supplements
                        .original(request.yearRecordId())
                        .orElseThrow(() -> Refused.invalid("supplement.no-effect"))
                        .beside(),
                details.change(),
                details.decision(province(request).name()),
                details.created());
    }

    private Expected signers(Request request) {
        return new Expected(
                directory.unit(request.schoolId()).taxCode(), province(request).taxCode());
    }
}
