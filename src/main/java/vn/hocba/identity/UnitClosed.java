package vn.hocba.identity;

import org.springframework.security.authentication.DisabledException;

/** Name and password are right, and the unit of the account is not there any more. */
class UnitClosed extends DisabledException {

    private static final long serialVersionUID = 1L;

    private final String unitId;

    UnitClosed(String unitId) {
        super("the unit is closed");
        this.unitId = unitId;
    }

    String unitId() {
        return unitId;
    }
}
