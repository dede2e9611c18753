package vn.hocba.school;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Accounts;
import vn.hocba.school.UnitChange.State;
import vn.hocba.shared.KeptCounts;

/** The day of a change has come: units and whoever works at them are as it says. What was signed keeps what it was signed with. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CarryOutUnitChange {

    private final OrgUnitRepository units;
    private final UnitTerms terms;
    private final UnitChanges changes;
    private final Accounts accounts;
    private final KeptCounts counts;
    private final AuditLog audit;

    CarryOutUnitChange(
            OrgUnitRepository units,
            UnitTerms terms,
            UnitChanges changes,
            Accounts accounts,
            KeptCounts counts,
            AuditLog audit) {
        this.units = units;
        this.terms = terms;
        this.changes = changes;
        this.accounts = accounts;
        this.counts = counts;
        this.audit = audit;
    }

    /** @param change which is locked */
    void now(UnitChange change) {
        OrgUnit unit = units.lock(change.unitId());
        String before = unit.name + " " + unit.path;
        switch (change.kind()) {
            case RENAME -> unit.name = change.name();
            case MOVE -> move(unit, units.lock(change.otherUnitId()));
        }
        units.saveAndFlush(unit);
        terms.begin(unit, change);
        for (OrgUnit one : units.findByPathStartingWith(unit.path)) {
            address(one, change);
            counts.changed(one.id());
        }
        changes.put(change.id(), State.DONE, null);
        audit.append(
                unit.id(),
                "unit." + change.kind(),
                "%s: %s > %s %s (%s)".formatted(change.startsOn(), before, unit.name, unit.path, change.decisionNo()));
    }

    /** Who looks from above, and who works below, follows at once: accounts hold the path of their unit. */
    private void move(OrgUnit unit, OrgUnit parent) {
        String from = unit.path;
        String to = parent.path + unit.code + "/";
        for (OrgUnit one : units.findByPathStartingWith(from)) {
            one.path = to + one.path.substring(from.length());
        }
        unit.parentId = parent.id();
        units.flush();
        accounts.moved(from, to);
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
