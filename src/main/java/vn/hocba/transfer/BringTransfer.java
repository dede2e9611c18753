package vn.hocba.transfer;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocba.document.HandOver;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.Promotion;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.request.Evidence;
import vn.hocba.request.GeneralAction;
import vn.hocba.request.Input;
import vn.hocba.request.NewRequest;
import vn.hocba.request.Offer;
import vn.hocba.request.RequestMoves;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;

/** The receiving school asks with the file that a school of another Sở has signed. */
@Component
class BringTransfer implements GeneralAction {

    private final TransferRules rules;
    private final ReadHandOver files;
    private final PrintHandOver print;
    private final RequestMoves moves;
    private final SchoolDirectory directory;
    private final HandOverPolicy policy;

    BringTransfer(
            TransferRules rules,
            ReadHandOver files,
            PrintHandOver print,
            RequestMoves moves,
            SchoolDirectory directory,
            HandOverPolicy policy) {
        this.rules = rules;
        this.files = files;
        this.print = print;
        this.moves = moves;
        this.directory = directory;
        this.policy = policy;
    }

    @Override
    public String name() {
        return TransferRequest.TYPE.action("bring");
    }

    @Override
    public Right right() {
        return Right.CLAIM_TRANSFER;
    }

    /** After the claim, which is far more frequent. */
    @Override
    public int place() {
        return 1;
    }

    @Override
    public boolean isFor(CurrentUser who) {
        return Right.CLAIM_TRANSFER.isOf(who);
    }

    @Override
    public Offer offer(CurrentUser who) {
        return Offer.possible(name(), "transfer-bring");
    }

    @Override
    public String take(Input input, CurrentUser who) {
        Unit here = rules.ownSchool(who);
        if (input.evidence().size() != 1) {
            throw Refused.invalid("transfer.file.one");
        }
        ReadHandOver.Content handOver = files.read(input.evidence().get(0).content());
        demandForHere(handOver, here);
        RecordSnapshot latest = handOver.latest();
        boolean within = handOver.isWithinYear();
        return moves.open(new NewRequest<>(
                        TransferRequest.TYPE,
                        "",
                        new NewRequest.Subject(
                                null,
                                latest.pupil().fullName(),
                                latest.className(),
                                within ? latest.schoolYear() : latest.schoolYear() + 1),
                        new SchoolId(here.id()),
                        null,
                        details(handOver, here),
                        input.text("reason"),
                        files(handOver, input.evidence().get(0))))
                .id();
    }

    /** What came, under the name by which it is found again whatever the clerk's file was called, and its printed forms. */
    private List<Evidence> files(ReadHandOver.Content handOver, Evidence came) {
        List<Evidence> all = new ArrayList<>(
                List.of(WriteHandOver.file(handOver.file().id(), came.content())));
        print.of(handOver.file().id(), handOver.report()).ifPresent(all::add);
        print.years(handOver.file().id(), handOver).ifPresent(all::add);
        return all;
    }

    private void demandForHere(ReadHandOver.Content handOver, Unit here) {
        if (handOver.latest().level() != here.level()) {
            throw Refused.invalid("transfer.file.level");
        }
        RecordSnapshot.Issuer sender = handOver.file().sender();
        boolean unsealed = handOver.isWithinYear() && handOver.file().structure() == HandOver.FORMER;
        if (unsealed && !policy.takesUnsealed(handOver.latest().schoolYear(), here.id())) {
            throw Refused.invalid("transfer.file.unsealed", sender.schoolName());
        }
        boolean own = directory
                .unitByCode(sender.schoolCode())
                .filter(unit -> rules.isSameProvince(unit.id(), here.id()))
                .isPresent();
        if (own) {
            throw Refused.invalid("transfer.file.same-province", sender.schoolName());
        }
    }

    private static TransferDetails details(ReadHandOver.Content handOver, Unit here) {
        RecordSnapshot latest = handOver.latest();
        RecordSnapshot.Issuer sender = handOver.file().sender();
        int next = Promotion.nextGrade(
                latest.grade(),
                latest.conclusion().completed(),
                latest.conclusion().promoted());
        return TransferDetails.in(
                here.id(),
                sender.schoolName(),
                sender.provinceName() == null ? "" : sender.provinceName(),
                handOver.signer(),
                handOver.isWithinYear() ? latest.grade() : next);
    }
}
