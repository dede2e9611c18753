package vn.hocba.school;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Session;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.KeptCounts;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolLevel;

/** The tree of units: Sở, intermediate authorities, schools. */
@Service
public class Units {

    private final OrgUnitRepository units;
    private final UnitTerms terms;
    private final Session session;
    private final AuditLog audit;
    private final KeptCounts counts;
    private final Clock clock;

    Units(OrgUnitRepository units, UnitTerms terms, Session session, AuditLog audit, KeptCounts counts, Clock clock) {
        this.units = units;
        this.terms = terms;
        this.session = session;
        this.audit = audit;
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * What a unit is to hold.
     *
     * @param code unique in the country; no slash
     * @param parentCode null for a province
     * @param level null where it is not a school
     * @param taxCode MST that its certificate must bear; null where it has none
     * @param place how it dates its documents, such as «Thành phố Hồ Chí Minh»; null where it issues none
     */
    public record NewUnit(
            String code,
            UnitKind kind,
            String name,
            String parentCode,
            SchoolLevel level,
            String taxCode,
            String place) {

        public NewUnit {
            if (code == null || !code.matches("[0-9A-Za-z.-]{1,32}")) {
                throw new IllegalArgumentException("not a unit code: " + code);
            }
        }
    }

    /**
     * Creates the unit, or brings the one with this code up to date, in the name of the system. It has no check of rights because units exist before there
     * is anybody who could sign in: the demo and rehearsals lay them down. So that no screen leads here, it refuses when somebody is signed in.
     *
     * @throws Refused when called for a signed-in user
     * @throws IllegalArgumentException when the parent is unknown, or the unit stands elsewhere in the tree: accounts hold its path
     */
    @Transactional
    public Unit putAsSystem(NewUnit wanted) {
        if (session.find().isPresent()) {
            throw Refused.notAllowed("identity.role-missing");
        }
        OrgUnit parent = wanted.parentCode() == null
                ? null
                : units.findByCode(wanted.parentCode())
                        .orElseThrow(() -> new IllegalArgumentException("unknown unit " + wanted.parentCode()));
        String path = (parent == null ? "/" : parent.path) + wanted.code() + "/";
        OrgUnit unit = units.findByCode(wanted.code()).orElseGet(OrgUnit::new);
        if (unit.path != null && !unit.path.equals(path)) {
            throw new IllegalArgumentException("unit " + wanted.code() + " stands at " + unit.path);
        }
        unit.code = wanted.code();
        unit.kind = wanted.kind();
        unit.name = wanted.name();
        unit.parentId = parent == null ? null : parent.id();
        unit.path = path;
        unit.level = wanted.level();
        unit.taxCode = wanted.taxCode();
        unit.place = wanted.place();
        if (unit.validFrom == null) {
            unit.validFrom = LocalDate.ofInstant(clock.instant(), clock.getZone());
        }
        units.saveAndFlush(unit);
        terms.laidDown(unit);
        counts.changed(unit.id());
        audit.append(unit.id(), "unit.put", unit.path);
        return new Unit(
                unit.id(),
                unit.code,
                unit.kind,
                unit.name,
                unit.parentId,
                unit.path,
                unit.level,
                unit.taxCode,
                unit.place,
                unit.commune,
                unit.province);
    }
}
