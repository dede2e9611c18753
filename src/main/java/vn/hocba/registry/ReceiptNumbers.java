package vn.hocba.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Numbers of receipts, without gaps: a number is taken in the transaction that stores its receipt. */
@Component
class ReceiptNumbers {

    private final ReceiptCounterRepository counters;
    private final TransactionTemplate separately;
    private final Clock clock;

    ReceiptNumbers(ReceiptCounterRepository counters, PlatformTransactionManager transactions, Clock clock) {
        this.counters = counters;
        this.separately = new TransactionTemplate(transactions);
        this.separately.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Makes sure that the year has its counter; outside of the transaction that takes numbers, so that two may try at once. */
    void prepare() {
        String year = year();
        if (counters.findById(year).isEmpty()) {
            try {
                separately.executeWithoutResult(status -> counters.saveAndFlush(new ReceiptCounter(year)));
            } catch (DataIntegrityViolationException madeByAnother) {
                counters.findById(year).orElseThrow(() -> madeByAnother);
            }
        }
    }

    /** The next number; until the transaction ends nobody else gets one, so one record at a time is taken in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next() {
        ReceiptCounter counter = counters.lock(year()).orElseThrow();
        counter.lastNumber++;
        return String.format(Locale.ROOT, "BN-%s-%06d", counter.id, counter.lastNumber);
    }

    private String year() {
        return Integer.toString(LocalDate.now(clock).getYear());
    }
}
