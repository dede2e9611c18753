package vn.hocba.school;

import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.shared.KeptCounts;
import vn.hocba.shared.Refused;

/**
 * The admin of a school says its tax code (MST) where none is known: a seal has to bear it. One that is known does not change here, because it decides which
 * certificates count as the school's seal.
 */
@Service
public class DeclareTaxCode {

    /** Ten digits, of a dependent unit with three more, as certificates bear it (domain §7.2). */
    private static final Pattern TAX_CODE = Pattern.compile("\\d{10}(-\\d{3})?");

    private final OrgUnitRepository units;
    private final Access access;
    private final AuditLog audit;
    private final KeptCounts counts;

    DeclareTaxCode(OrgUnitRepository units, Access access, AuditLog audit, KeptCounts counts) {
        this.units = units;
        this.access = access;
        this.audit = audit;
        this.counts = counts;
    }

    /**
     * Enters it for the current user's own school.
     *
     * @throws Refused unless the current user is admin of a school; when the code is none, is known already, or is that of another unit
     */
    @Transactional
    public void declare(String taxCode) {
        String schoolId = access.holding(Right.DECLARE_TAX_CODE).unitId();
        String given = taxCode.strip();
        if (!TAX_CODE.matcher(given).matches()) {
            throw Refused.invalid("school.tax-code.form");
        }
        OrgUnit school = units.lock(schoolId);
        if (school.taxCode != null && !school.taxCode.isBlank()) {
            throw Refused.notNow("school.tax-code.known");
        }
        if (units.existsByTaxCode(given)) {
            throw Refused.invalid("school.tax-code.of-another");
        }
        school.taxCode = given;
        counts.changed(schoolId);
        audit.append(schoolId, "unit.tax-code-declared", given);
    }
}
