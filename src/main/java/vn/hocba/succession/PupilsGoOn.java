package vn.hocba.succession;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.school.HandedOnClasses;
import vn.hocba.school.UnitChange;

/**
 * Lets pupils and records of a merged or split school go on, each in a transaction of its own. One that cannot go is tried again and keeps nobody else; the change
 * is done when nothing is left.
 */
@Component
class PupilsGoOn {

    private static final Logger LOG = LoggerFactory.getLogger(PupilsGoOn.class);

    /** Of each kind at a time. */
    private static final int MOST = 500;

    private final HandedOnClasses classes;
    private final Remaining remaining;
    private final GoOn goOn;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PupilsGoOn(
            HandedOnClasses classes,
            Remaining remaining,
            GoOn goOn,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.classes = classes;
        this.remaining = remaining;
        this.goOn = goOn;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelay = 10_000)
    void look() {
        classes.running().forEach(this::goOn);
    }

    private void goOn(UnitChange change) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        List<String> records = remaining.records(change, MOST);
        boolean whole = records.size() < MOST;
        for (String record : records) {
            whole &= one(change, record, () -> goOn.record(change, record, today));
        }
        List<Remaining.Unopened> unopened = remaining.unopened(change, MOST);
        whole &= unopened.size() < MOST;
        for (Remaining.Unopened pupil : unopened) {
            whole &= one(change, pupil.pupilId(), () -> {
                goOn.pupil(change, pupil, today);
                return true;
            });
        }
        List<String> managed = remaining.managed(change, MOST);
        whole &= managed.size() < MOST;
        for (String record : managed) {
            whole &= one(change, record, () -> {
                goOn.managed(change, record, today);
                return true;
            });
        }
        if (whole) {
            transaction.executeWithoutResult(status -> classes.done(change.id()));
        }
    }

    private boolean one(UnitChange change, String id, BooleanSupplier move) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> move.getAsBoolean()));
        } catch (RuntimeException failure) {
            LOG.error("{} could not go on by the change {} of a unit; it is tried again", id, change.id(), failure);
            return false;
        }
    }
}
