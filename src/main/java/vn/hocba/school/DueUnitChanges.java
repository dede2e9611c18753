package vn.hocba.school;

import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.school.UnitChange.State;

/** Lets changes of units hold from the days that were decided. */
@Component
class DueUnitChanges {

    private static final Logger LOG = LoggerFactory.getLogger(DueUnitChanges.class);

    private final UnitChanges changes;
    private final CarryOutUnitChange carryOut;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DueUnitChanges(
            UnitChanges changes, CarryOutUnitChange carryOut, Clock clock, PlatformTransactionManager transactions) {
        this.changes = changes;
        this.carryOut = carryOut;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelay = 60_000)
    void look() {
        for (UnitChange seen : changes.due(LocalDate.ofInstant(clock.instant(), clock.getZone()))) {
            try {
                transaction.executeWithoutResult(status -> changes.lock(seen.id())
                        .filter(change -> change.state() == State.PLANNED)
                        .ifPresent(carryOut::now));
            } catch (RuntimeException failure) {
                LOG.error("The change {} of a unit could not be carried out; it is tried again", seen.id(), failure);
            }
        }
    }
}
