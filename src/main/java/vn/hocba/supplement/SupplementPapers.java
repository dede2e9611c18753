package vn.hocba.supplement;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.document.Supplement;
import vn.hocba.document.SupplementFormat;
import vn.hocba.registry.Supplements;
import vn.hocba.registry.Supplements.Parties;
import vn.hocba.request.Request;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.signing.SupplementSlot;
import vn.hocba.workflow.ToSign;

/** The document of a request, from the decision to its place beside the record. Until somebody signs it, it is made anew from what was decided each time. */
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
     * What was decided, for the first signature: that of who acts for the school.
     *
     * @param then what follows once it is signed
     * @throws Refused when the record is not frozen and in effect any more
     */
    ToSign toBegin(Request request, SupplementDetails details, Runnable then) {
        return begun(request, details, Supplement.CURRENT, SupplementSlot.SUPPLEMENT_HEAD, then);
    }

    /**
     * What was decided, for the school's seal: over the personal signature, or alone where the request is from before there was one.
     *
     * @param then what follows once it is sealed
     * @throws Refused when the record is not frozen and in effect any more, or the signature before it does not hold
     */
    ToSign toSeal(Request request, SupplementDetails details, Runnable then) {
        return draft(request)
                .map(signed -> next(
                        request,
                        details,
                        signed,
                        SupplementSlot.SUPPLEMENT_HEAD,
                        SupplementSlot.SUPPLEMENT_SCHOOL,
                        then))
                .orElseGet(() -> begun(request, details, Supplement.FORMER, SupplementSlot.SUPPLEMENT_SCHOOL, then));
    }

    /**
     * What the school has sealed, for the signature of a leader of the Sở.
     *
     * @param then what follows once it is signed
     * @throws Refused when a signature before it does not hold, or it does not say what was decided
     */
    ToSign toSign(Request request, SupplementDetails details, Runnable then) {
        return next(
                request,
                details,
                draft(request).orElseThrow(),
                SupplementSlot.SUPPLEMENT_SCHOOL,
                SupplementSlot.SUPPLEMENT_LEADER,
                then);
    }

    /**
     * What a leader of the Sở has signed, for its certificate; straight after the school's seal where the request is from before leaders signed.
     *
     * @param then what follows once it is signed
     * @throws Refused when a signature before it does not hold, or it does not say what was decided
     */
    ToSign toRelease(Request request, SupplementDetails details, Runnable then) {
        return next(
                request,
                details,
                draft(request).orElseThrow(),
                details.leader() == null ? SupplementSlot.SUPPLEMENT_SCHOOL : SupplementSlot.SUPPLEMENT_LEADER,
                SupplementSlot.SUPPLEMENT_PROVINCE,
                then);
    }

    private ToSign begun(
            Request request, SupplementDetails details, int structure, SupplementSlot slot, Runnable then) {
        return ToSign.of(0, format.write(paper(request, details, structure)), slot, made -> {
            jdbc.sql("insert into supplement_draft (request_id, document) values (?, ?)")
                    .params(request.id(), made.packet())
                    .update();
            then.run();
        });
    }

    private ToSign next(
            Request request,
            SupplementDetails details,
            byte[] soFar,
            SupplementSlot last,
            SupplementSlot slot,
            Runnable then) {
        Supplement said = supplements.demand(soFar, last, parties(request));
        if (!said.equals(paper(request, details, said.structure()))) {
            throw Refused.notNow("supplement.changed");
        }
        return ToSign.of(0, soFar, slot, signed -> {
            jdbc.sql("update supplement_draft set document = ? where request_id = ?")
                    .params(signed.packet(), request.id())
                    .update();
            then.run();
        });
    }

    /** Puts it beside the record. */
    void register(Request request) {
        supplements.register(draft(request).orElseThrow(), parties(request));
        discard(request);
    }

    /** Forgets a document that was not registered. */
    void discard(Request request) {
        jdbc.sql("delete from supplement_draft where request_id = ?")
                .param(request.id())
                .update();
    }

    private Optional<byte[]> draft(Request request) {
        return jdbc.sql("select document from supplement_draft where request_id = ?")
                .param(request.id())
                .query((row, n) -> row.getBytes("document"))
                .optional();
    }

    private Supplement paper(Request request, SupplementDetails details, int structure) {
        return new Supplement(
                structure,
                request.id(),
                details.replaces(),
                supplements
                        .original(request.yearRecordId())
                        .orElseThrow(() -> Refused.invalid("supplement.no-effect"))
                        .beside(),
                details.change(),
                details.consequences(),
                details.decision(province(request).name()),
                details.created());
    }

    private Parties parties(Request request) {
        return new Parties(directory.unit(request.schoolId()), province(request));
    }
}
