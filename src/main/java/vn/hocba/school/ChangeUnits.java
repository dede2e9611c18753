package vn.hocba.school;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.UnitChange.Kind;
import vn.hocba.school.UnitChange.State;
import vn.hocba.shared.FreeWords;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;
import vn.hocba.shared.UnitId;

/**
 * The Sở carries out what was decided about its units: renamed, put under another one, from a day on. What lies ahead waits for its day and can be taken back until
 * then.
 */
@Service
public class ChangeUnits {

    /** What fits into a column. */
    public static final int LONGEST_NAME = 200;

    public static final int LONGEST_NUMBER = 100;

    /** Whose ids fit into a column. */
    private static final int MOST_CLASSES = 30;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Access access;
    private final SchoolDirectory directory;
    private final OrgUnitRepository units;
    private final UnitTerms terms;
    private final UnitChanges changes;
    private final CarryOutUnitChange carryOut;
    private final AuditLog audit;
    private final Clock clock;

    ChangeUnits(
            Access access,
            SchoolDirectory directory,
            OrgUnitRepository units,
            UnitTerms terms,
            UnitChanges changes,
            CarryOutUnitChange carryOut,
            AuditLog audit,
            Clock clock) {
        this.access = access;
        this.directory = directory;
        this.units = units;
        this.terms = terms;
        this.changes = changes;
        this.carryOut = carryOut;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is decided; the parts as in {@link UnitChange}.
     *
     * @param commune null or empty: as before
     * @param place null or empty: as before
     */
    public record Decision(
            Kind kind,
            String unitId,
            UnitId otherUnitId,
            String name,
            String commune,
            String place,
            List<String> classIds,
            LocalDate startsOn,
            String decisionNo,
            LocalDate decidedOn) {}

    /**
     * Decides about a unit: at once where its day has come, otherwise when it comes.
     *
     * @return whether it holds already
     * @throws Refused unless the current user decides about units of this Sở, or where the decision does not fit
     */
    @Transactional
    public boolean decide(Decision decision) {
        Unit unit = find(decision.unitId());
        CurrentUser user = access.over(unit.path(), Right.CHANGE_UNITS);
        directory
                .provinceOf(unit.id())
                .map(Unit::id)
                .ifPresent(units::lock); // one decision of a Sở after the other: each asks what the others have planned
        units.lock(unit.id());
        if (!directory.acting(unit.id()).equals(unit.id())) {
            throw Refused.notNow("school.units.is-closed", unit.name());
        }
        demandFits(decision, user, unit);
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        UnitChange change = new UnitChange(
                Ids.next(),
                decision.kind(),
                unit.id(),
                decision.kind() == Kind.RENAME ? null : decision.otherUnitId().value(),
                decision.kind() == Kind.RENAME ? name(decision.name()) : null,
                address(decision.commune()),
                address(decision.place()),
                decision.kind() == Kind.SPLIT ? decision.classIds() : List.of(),
                decision.startsOn(),
                FreeWords.line(decision.decisionNo()),
                decision.decidedOn(),
                State.PLANNED,
                user.displayName() + " (" + user.title() + ")");
        changes.add(change);
        audit.append(unit.id(), "unit.decided", change.kind() + " " + change.startsOn() + " " + change.decisionNo());
        boolean now = !decision.startsOn().isAfter(today);
        if (now) {
            carryOut.now(change);
        }
        return now;
    }

    /**
     * Takes back what lies ahead.
     *
     * @throws Refused unless the current user decides about units of this Sở, or when it holds already
     */
    @Transactional
    public void takeBack(String changeId) {
        UnitChange change = changes.lock(changeId).orElseThrow(() -> Refused.notFound("school.units.unknown"));
        CurrentUser user = access.over(find(change.unitId()).path(), Right.CHANGE_UNITS);
        if (change.state() != State.PLANNED) {
            throw Refused.notNow("school.units.holds-already");
        }
        changes.put(changeId, State.CANCELLED, user.displayName() + " (" + user.title() + ")");
        audit.append(change.unitId(), "unit.taken-back", change.kind() + " " + change.startsOn());
    }

    private Unit find(String unitId) {
        try {
            return directory.unit(unitId);
        } catch (EmptyResultDataAccessException none) {
            throw Refused.notFound("school.units.unknown");
        }
    }

    private void demandFits(Decision decision, CurrentUser user, Unit unit) {
        int number = FreeWords.line(decision.decisionNo()).length();
        if (decision.startsOn() == null || decision.decidedOn() == null || number == 0 || number > LONGEST_NUMBER) {
            throw Refused.invalid("school.units.decision", LONGEST_NUMBER);
        }
        LocalDate since = terms.since(unit.id());
        if (since != null && decision.startsOn().isBefore(since)) {
            throw Refused.invalid("school.units.before", DAY.format(since));
        }
        if (!changes.openOf(unit.id()).isEmpty()) {
            throw Refused.notNow("school.units.other-open", unit.name());
        }
        if (decision.kind() == Kind.RENAME) {
            if (name(decision.name()).equals(unit.name())) {
                throw Refused.invalid("school.units.same-name");
            }
        } else if (decision.kind() == Kind.MOVE) {
            demandPlace(decision, user, unit);
        } else {
            demandSuccessor(decision, user, unit);
        }
    }

    private void demandPlace(Decision decision, CurrentUser user, Unit unit) {
        Unit above = Optional.ofNullable(decision.otherUnitId())
                .map(UnitId::value)
                .map(this::find)
                .filter(other -> other.kind() != UnitKind.SCHOOL)
                .orElseThrow(() -> Refused.invalid("school.units.no-place"));
        if (unit.kind() == UnitKind.PROVINCE || above.path().startsWith(unit.path())) {
            throw Refused.invalid("school.units.no-place");
        }
        if (!above.path().startsWith(user.unitPath())) {
            throw Refused.invalid("school.units.other-province");
        }
        if (above.id().equals(unit.parentId())) {
            throw Refused.invalid("school.units.same-place");
        }
        demandStays(above);
    }

    /** Two units that are each to come under the other would be below no Sở any more: where a unit goes, it and those above it stay until the day. */
    private void demandStays(Unit above) {
        for (Unit one = above; one.parentId() != null; one = directory.unit(one.parentId())) {
            if (changes.openOf(one.id()).stream().anyMatch(change -> change.kind() == Kind.MOVE)) {
                throw Refused.notNow("school.units.other-open", one.name());
            }
        }
    }

    /** Records of one level only are taken over, and the successor stays until the pupils have come. */
    private void demandSuccessor(Decision decision, CurrentUser user, Unit unit) {
        Unit successor = Optional.ofNullable(decision.otherUnitId())
                .map(UnitId::value)
                .map(this::find)
                .filter(other -> other.kind() == UnitKind.SCHOOL && other.path().startsWith(user.unitPath()))
                .filter(other -> !other.id().equals(unit.id()) && other.level() == unit.level())
                .filter(other -> directory.acting(other.id()).equals(other.id()))
                .orElseThrow(() -> Refused.invalid("school.units.no-successor"));
        if (unit.kind() != UnitKind.SCHOOL) {
            throw Refused.invalid("school.units.schools-only");
        }
        if (changes.openOf(successor.id()).stream().anyMatch(change -> change.kind() == Kind.MERGE)) {
            throw Refused.notNow("school.units.other-open", successor.name());
        }
        if (decision.kind() == Kind.MERGE && !changes.openTo(unit.id()).isEmpty()) {
            throw Refused.notNow("school.units.pupils-coming", unit.name());
        }
        if (decision.kind() == Kind.SPLIT) {
            Set<String> own = directory.schoolYears(unit.id()).stream()
                    .flatMap(year -> directory.classes(unit.id(), year).stream())
                    .map(SchoolDirectory.ClassInfo::id)
                    .collect(Collectors.toSet());
            int most = MOST_CLASSES;
            if (decision.classIds().isEmpty()
                    || decision.classIds().size() > most
                    || !own.containsAll(decision.classIds())) {
                throw Refused.invalid("school.units.no-classes", most);
            }
        }
    }

    private static String name(String typed) {
        String name = FreeWords.line(typed);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Refused.invalid("school.units.name.invalid", LONGEST_NAME);
        }
        return name;
    }

    private static String address(String typed) {
        String words = FreeWords.line(typed);
        if (words.length() > CorrectAddress.LONGEST) {
            throw Refused.invalid("school.address.incomplete", CorrectAddress.LONGEST);
        }
        return words.isEmpty() ? null : words;
    }
}
