package vn.hocba.school;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.school.UnitChange.Kind;
import vn.hocba.school.UnitChange.State;
import vn.hocba.shared.KeptCounts;

/** The day of a change has come: units and whoever works at them are as it says. What was signed keeps what it was signed with. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CarryOutUnitChange {

    private final OrgUnitRepository units;
    private final UnitTerms terms;
    private final UnitChanges changes;
    private final CloseUnit close;
    private final KeptCounts counts;
    private final AuditLog audit;

    CarryOutUnitChange(
            OrgUnitRepository units,
            UnitTerms terms,
            UnitChanges changes,
            CloseUnit close,
            KeptCounts counts,
            AuditLog audit) {
        this.units = units;
        this.terms = terms;
        this.changes = changes;
        this.close = close;
        this.counts = counts;
        this.audit = audit;
    }

    /** @param change which is locked */
    void now(UnitChange change) {
        OrgUnit unit = units.lock(change.unitId());
        String before = unit.name + " " + unit.path;
        switch (change.kind()) {
            case RENAME -> unit.name = change.name();
            case MOVE -> close.under(unit, units.lock(change.otherUnitId()));
            case MERGE -> close.follow(unit, units.lock(change.otherUnitId()), change);
            case SPLIT -> units.lock(change.otherUnitId());
        }
        units.saveAndFlush(unit);
        if (change.kind() != Kind.SPLIT) {
            terms.begin(unit, change);
        }
        for (OrgUnit one : units.findByPathStartingWith(unit.path)) {
            address(one, change);
            counts.changed(one.id());
        }
        changes.put(change.id(), change.kind().movesPupils() ? State.RUNNING : State.DONE, null);
        audit.append(
                unit.id(),
                "unit." + change.kind(),
                "%s: %s > %s %s (%s)".formatted(change.startsOn(), before, unit.name, unit.path, change.decisionNo()));
    }

    private static void address(OrgUnit unit, UnitChange change) {
        if (unit.kind == UnitKind.SCHOOL && change.commune() != null) {
            unit.commune = change.commune();
        }
        if (unit.kind == UnitKind.SCHOOL && change.place() != null) {
            unit.place = change.place();
        }
    }
}
