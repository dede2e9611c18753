package vn.hocba.pupils;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.hocba.record.Leaves;
import vn.hocba.school.Movements;

/** That a pupil has died was written down by mistake: the record goes on. Words of its own, because nobody comes back. */
@Component
class TakeBackDeath extends SetDownReturn {

    TakeBackDeath(Office office, TakeUpAgain takeUp, Movements movements, Leaves leaves, Clock clock) {
        super(office, takeUp, movements, leaves, clock);
    }

    @Override
    public String name() {
        return "pupils.mistaken";
    }

    @Override
    boolean forDeceased() {
        return true;
    }
}
