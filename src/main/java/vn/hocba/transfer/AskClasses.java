package vn.hocba.transfer;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.request.GeneralAction;
import vn.hocba.request.Input;
import vn.hocba.request.NewRequest;
import vn.hocba.request.Offer;
import vn.hocba.request.RequestMoves;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;
import vn.hocba.shared.Texts;
import vn.hocba.shared.UnitId;

/** The principal of a school that closes or is merged hands whole classes over to another school of the Sở. */
@Component
class AskClasses implements GeneralAction {

    private static final int NAMES = 40;

    private final TransferRules rules;
    private final RemainingPupils remaining;
    private final SchoolDirectory directory;
    private final RequestMoves moves;
    private final Clock clock;

    AskClasses(
            TransferRules rules,
            RemainingPupils remaining,
            SchoolDirectory directory,
            RequestMoves moves,
            Clock clock) {
        this.rules = rules;
        this.remaining = remaining;
        this.directory = directory;
        this.moves = moves;
        this.clock = clock;
    }

    @Override
    public String name() {
        return ClassesRequest.TYPE.action("ask");
    }

    @Override
    public Right right() {
        return Right.ASK_RELOCATION;
    }

    /** Last: it is rare. */
    @Override
    public int place() {
        return 2;
    }

    @Override
    public boolean isFor(CurrentUser who) {
        return Right.ASK_RELOCATION.isOf(who);
    }

    @Override
    public Offer offer(CurrentUser who) {
        String here = rules.ownSchool(who).id();
        Map<String, String> classes = remaining.classes(here);
        Map<String, String> schools = rules.schools(here);
        return Offer.possible(name(), "relocation-ask", Map.of("classes", classes, "schools", schools))
                .unless(Optional.of(Refused.notFound("relocation.no-pupils"))
                        .filter(none -> classes.isEmpty())
                        .or(() -> Optional.of(Refused.notFound("transfer.no-school"))
                                .filter(none -> schools.isEmpty())));
    }

    @Override
    public String take(Input input, CurrentUser who) {
        String here = rules.ownSchool(who).id();
        String to = input.text("school");
        if (!rules.schools(here).containsKey(to)) {
            throw Refused.invalid("transfer.other-province");
        }
        Set<String> own = remaining.classes(here).keySet();
        List<ClassInfo> classes = own.stream()
                .filter(input.chosen("classes")::contains)
                .map(directory::classById)
                .toList();
        if (classes.isEmpty()) {
            throw Refused.invalid("relocation.no-pupils");
        }
        List<String> ids = classes.stream().map(ClassInfo::id).toList();
        int pupils = remaining.of(here, ids).size();
        return moves.open(new NewRequest<>(
                        ClassesRequest.TYPE,
                        "",
                        new NewRequest.Subject(
                                null,
                                Texts.vi("relocation.pupils", pupils),
                                names(classes),
                                classes.get(0).schoolYear()),
                        new SchoolId(here),
                        new UnitId(to),
                        new ClassesDetails(
                                here,
                                to,
                                ids,
                                pupils,
                                input.text("number"),
                                input.dayUntilToday("decided", clock, "relocation.future"),
                                input.date("day"),
                                null),
                        input.text("reason"),
                        input.evidence()))
                .id();
    }

    private static String names(List<ClassInfo> classes) {
        String all = classes.stream().map(ClassInfo::name).collect(Collectors.joining(", "));
        return all.length() <= NAMES ? all : Texts.vi("relocation.classes", classes.size());
    }
}
