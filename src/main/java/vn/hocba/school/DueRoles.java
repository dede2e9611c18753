package vn.hocba.school;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.identity.RoleGrants;
import vn.hocba.identity.RoleGrants.Grant;
import vn.hocba.shared.Texts;

/** Lets roles begin and end on the days that were decided. */
@Component
class DueRoles {

    private static final Logger LOG = LoggerFactory.getLogger(DueRoles.class);

    private final RoleGrants grants;
    private final SchoolDirectory directory;
    private final OrgUnitRepository units;
    private final StaffAccounts accounts;
    private final TransactionTemplate transaction;

    DueRoles(
            RoleGrants grants,
            SchoolDirectory directory,
            OrgUnitRepository units,
            StaffAccounts accounts,
            PlatformTransactionManager transactions) {
        this.grants = grants;
        this.directory = directory;
        this.units = units;
        this.accounts = accounts;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelay = 60_000)
    void look() {
        for (Grant seen : grants.due()) {
            try {
                transaction.executeWithoutResult(status -> {
                    units.lock(seen.unitId());
                    grants.find(seen.id())
                            .filter(grant ->
                                    grant.heldUntil() == null && Objects.equals(grant.heldFrom(), seen.heldFrom()))
                            .ifPresent(this::goOn);
                });
            } catch (RuntimeException failure) {
                LOG.error("The role {} could not be gone on with; it is tried again", seen.id(), failure);
            }
        }
    }

    /** Whoever has left meanwhile does not begin any more. */
    private void goOn(Grant grant) {
        if (grant.heldFrom() != null) {
            grants.end(grant.id(), grant.grantedBy(), Texts.vi("school.roles.time-over"));
            accounts.renew(grant.unitId(), grant.staffId());
        } else if (directory.staff(grant.staffId()).working()) {
            if (grant.isHead(grant.role())) {
                endHeads(grant);
            }
            grants.begin(grant.id());
            accounts.renew(grant.unitId(), grant.staffId());
        } else {
            grants.end(grant.id(), grant.grantedBy(), Texts.vi("school.roles.left"));
        }
    }

    /** A unit has one head at a time: who was given that for a later day follows whoever is it on that day. */
    private void endHeads(Grant next) {
        grants.current(next.unitId()).stream()
                .filter(grant -> grant.counts() && grant.isHead(next.role()))
                .forEach(former -> {
                    grants.end(former.id(), next.grantedBy(), Texts.vi("school.roles.succeeded"));
                    accounts.renew(former.unitId(), former.staffId());
                });
    }
}
