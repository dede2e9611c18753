package vn.hocba.school;

import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets duties change hands on the day for which it was ordered, and go back when somebody's time of standing in is over. */
@Component
class DueDuties {

    private static final Logger LOG = LoggerFactory.getLogger(DueDuties.class);

    private final DutyTermRepository repository;
    private final StaffRepository staff;
    private final DutyTerms terms;
    private final OrgUnitRepository units;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DueDuties(
            DutyTermRepository repository,
            StaffRepository staff,
            DutyTerms terms,
            OrgUnitRepository units,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.staff = staff;
        this.terms = terms;
        this.units = units;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelay = 60_000)
    void look() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        for (DutyTerm seen : repository.due(today)) {
            try {
                transaction.executeWithoutResult(status -> {
                    units.lock(seen.schoolId);
                    repository.findById(seen.id()).ifPresent(this::goOn);
                });
            } catch (RuntimeException failure) {
                LOG.error("The term of duty {} could not be gone on with; it is tried again", seen.id(), failure);
            }
        }
    }

    /** Whoever has left meanwhile does not begin any more; what was ended since it was read waits for nothing. */
    private void goOn(DutyTerm due) {
        if (due.dueOn == null) {
            return;
        }
        if (due.heldFrom != null) {
            terms.giveBack(due);
        } else if (staff.findById(due.staffId).orElseThrow().working) {
            terms.takeEffect(due);
        } else {
            repository.delete(due);
        }
    }
}
