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
import vn.hocba.signing.SupplementSlot;
import vn.hocba.signing.SupplementVerification.Expected;
import vn.hocba.workflow.ToSign;

/** The document of a request, from the decision to its place beside the record. Until the school seals it, it is made anew from what was decided each time. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SupplementPapers {

    private final Supplements supplements;
    private final SupplementFormat format;
    private final SchoolDirectory directory;
    private final JdbcClient jdbc;

    SupplementPapers(Supplements supplements, SupplementFormat format, SchoolDirectory directory, JdbcClient jdbc) {
        this.supplements = supplements;
        this.format = format;
        this.directory = directory;
        this.jdbc = jdbc;
    }

    /** The Sở above the school. */
    Unit province(Request request) {
        return directory.provinceOf(request.schoolId()).orElseThrow();
    }

    /**
     * What was decided, for the school's seal.
     *
     * @param then what follows once it is sealed
     * @throws Refused when the record is not frozen and in effect any more
     */
    ToSign toSeal(Request request, SupplementDetails details, Runnable then) {
        return ToSign.of(0, format.write(paper(request, details)), SupplementSlot.SUPPLEMENT_SCHOOL, made -> {
            jdbc.sql("insert into supplement_draft (request_id, document) values (?, ?)")
                    .params(request.id(), made.packet())
                    .update();
            then.run();
        });
    }

    /**
     * What the school has sealed, for the signature of the Sở.
     *
     * @param then what follows once it is signed
     * @throws Refused when the seal does not hold, or it does not say what was decided
     */
    ToSign toSign(Request request, SupplementDetails details, Runnable then) {
        byte[] sealed = draft(request);
        if (!supplements.demandSealed(sealed, signers(request)).equals(paper(request, details))) {
            throw Refused.notNow("supplement.changed");
        }
        return ToSign.of(0, sealed, SupplementSlot.SUPPLEMENT_PROVINCE, signed -> {
            jdbc.sql("update supplement_draft set document = ? where request_id = ?")
                    .params(signed.packet(), request.id())
                    .update();
            then.run();
        });
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
