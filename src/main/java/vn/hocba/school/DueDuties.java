package vn.hocba.school;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
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
        each(repository.over(today), this::giveBack);
        each(repository.beginning(today), this::begin);
    }

    private void each(List<DutyTerm> due, Consumer<DutyTerm> action) {
        for (DutyTerm seen : due) {
            try {
                transaction.executeWithoutResult(status -> {
                    units.lock(seen.schoolId);
                    repository.findById(seen.id()).ifPresent(action);
                });
            } catch (RuntimeException failure) {
                LOG.error("The term of duty {} could not be gone on with; it is tried again", seen.id(), failure);
            }
        }
    }

    private void giveBack(DutyTerm over) {
        if (over.heldUntil == null) {
            terms.giveBack(over);
        }
    }

    /** Whoever has left meanwhile does not begin any more. */
    private void begin(DutyTerm planned) {
        if (planned.heldFrom != null) {
            return;
        }
        if (staff.findById(planned.staffId).orElseThrow().working) {
            terms.takeEffect(planned);
        } else {
            repository.delete(planned);
        }
    }
}
