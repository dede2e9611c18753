package vn.hocba.school;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.RoleGrants;
import vn.hocba.identity.Successions;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.shared.UnitId;

/**
 * A school is not there any more, and another one acts for it: it stands below its successor from then on, so that whoever is above the successor is above what the
 * former issued. Offices end with it, and nobody signs in there.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CloseUnit {

    /** What fits into a column. */
    private static final int LONGEST_PATH = 200;

    private final OrgUnitRepository units;
    private final SchoolDirectory directory;
    private final RoleGrants grants;
    private final Accounts accounts;
    private final Successions successions;
    private final ApplicationEventPublisher events;

    CloseUnit(
            OrgUnitRepository units,
            SchoolDirectory directory,
            RoleGrants grants,
            Accounts accounts,
            Successions successions,
            ApplicationEventPublisher events) {
        this.units = units;
        this.directory = directory;
        this.grants = grants;
        this.accounts = accounts;
        this.successions = successions;
        this.events = events;
    }

    /** Puts a unit and all below it under another one; accounts hold the path of their unit and follow. */
    void under(OrgUnit unit, OrgUnit parent) {
        String from = unit.path;
        String to = parent.path + unit.code + "/";
        for (OrgUnit one : units.findByPathStartingWith(from)) {
            String path = to + one.path.substring(from.length());
            if (path.length() > LONGEST_PATH) {
                throw Refused.notNow("school.units.too-deep", one.name);
            }
            one.path = path;
        }
        unit.parentId = parent.id();
        units.flush();
        accounts.moved(from, to);
    }

    void follow(OrgUnit former, OrgUnit successor, UnitChange change) {
        under(former, successor);
        former.validTo = change.startsOn().minusDays(1);
        for (StaffInfo person : directory.staffOf(former.id())) {
            grants.endAll(person.id(), change.askedBy(), Texts.vi("school.units.offices-end", change.decisionNo()));
        }
        accounts.all().stream()
                .filter(user -> user.unitId().equals(former.id()))
                .map(CurrentUser::accountId)
                .forEach(accounts::close);
        successions.add(new UnitId(former.id()), new UnitId(successor.id()));
        events.publishEvent(new UnitFollowed(former.id(), successor.id()));
    }
}
