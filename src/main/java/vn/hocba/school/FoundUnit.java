package vn.hocba.school;

import java.time.LocalDate;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.FreeWords;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolLevel;

/** The Sở sets down a school that was founded, or an office of a commune: what was merged into it or split off goes there. */
@Service
public class FoundUnit {

    private final Access access;
    private final SchoolDirectory directory;
    private final OrgUnitRepository units;
    private final UnitTerms terms;
    private final AuditLog audit;

    FoundUnit(Access access, SchoolDirectory directory, OrgUnitRepository units, UnitTerms terms, AuditLog audit) {
        this.access = access;
        this.directory = directory;
        this.units = units;
        this.terms = terms;
        this.audit = audit;
    }

    /**
     * What was founded.
     *
     * @param code sector code, unique in the country
     * @param parentId the unit above it
     * @param level null for an office
     */
    public record Founded(
            String code,
            String name,
            String parentId,
            SchoolLevel level,
            LocalDate from,
            String decisionNo,
            LocalDate decidedOn) {}

    /**
     * Sets it down; its people and its tax code are entered as those of every school.
     *
     * @return its id
     * @throws Refused unless the current user decides about units there, or where something is missing or known already
     */
    @Transactional
    public String found(Founded founded) {
        Unit above = above(founded.parentId());
        access.over(above.path(), Right.CHANGE_UNITS);
        String name = FreeWords.line(founded.name());
        String number = FreeWords.line(founded.decisionNo());
        if (name.isEmpty() || name.length() > ChangeUnits.LONGEST_NAME) {
            throw Refused.invalid("school.units.name.invalid", ChangeUnits.LONGEST_NAME);
        }
        if (founded.from() == null
                || founded.decidedOn() == null
                || number.isEmpty()
                || number.length() > ChangeUnits.LONGEST_NUMBER) {
            throw Refused.invalid("school.units.decision", ChangeUnits.LONGEST_NUMBER);
        }
        if (founded.code() == null || !founded.code().strip().matches("[0-9A-Za-z.-]{1,32}")) {
            throw Refused.invalid("school.units.code");
        }
        units.lock(above.id());
        if (units.findByCode(founded.code().strip()).isPresent()) {
            throw Refused.invalid("school.units.code-known", founded.code().strip());
        }
        OrgUnit unit = new OrgUnit();
        unit.code = founded.code().strip();
        unit.kind = founded.level() == null ? UnitKind.INTERMEDIATE : UnitKind.SCHOOL;
        unit.name = name;
        unit.parentId = above.id();
        unit.path = above.path() + unit.code + "/";
        unit.level = founded.level();
        unit.validFrom = founded.from();
        units.saveAndFlush(unit);
        terms.founded(unit, founded);
        audit.append(unit.id(), "unit.founded", "%s %s (%s)".formatted(unit.path, founded.from(), number));
        return unit.id();
    }

    private Unit above(String unitId) {
        try {
            Unit above = directory.unit(unitId);
            if (above.kind() != UnitKind.SCHOOL) {
                return above;
            }
        } catch (EmptyResultDataAccessException none) {
            throw Refused.invalid("school.units.no-place");
        }
        throw Refused.invalid("school.units.no-place");
    }
}
