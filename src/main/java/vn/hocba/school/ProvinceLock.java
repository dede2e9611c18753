package vn.hocba.school;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets those who decide something for a whole Sở wait for each other, on whatever node they are. */
@Component
public class ProvinceLock {

    private final OrgUnitRepository units;

    ProvinceLock(OrgUnitRepository units) {
        this.units = units;
    }

    /** Waits until nobody else holds it, and holds it until the transaction ends: who was second finds what the first one did. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockProvince(String provinceId) {
        units.lock(provinceId);
    }
}
