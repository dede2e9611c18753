package vn.hocba.registry;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory.Unit;

/** The decisions of a province: every module may follow them, only the province itself changes them. */
@Service
public class ProvincePolicies {

    private final ProvincePolicyRepository policies;
    private final OwnProvince ownProvince;
    private final AuditLog audit;

    ProvincePolicies(ProvincePolicyRepository policies, OwnProvince ownProvince, AuditLog audit) {
        this.policies = policies;
        this.ownProvince = ownProvince;
        this.audit = audit;
    }

    /** What holds in a province. */
    @Transactional(readOnly = true)
    public boolean isOn(String provinceCode, Policy policy) {
        return policies.findByProvinceCodeAndName(provinceCode, policy.storedName())
                .map(stored -> Boolean.parseBoolean(stored.setting))
                .orElse(policy.onAtFirst());
    }

    /**
     * What holds in the current user's province.
     *
     * @throws vn.hocba.shared.Refused unless the current user is of a Sở
     */
    @Transactional(readOnly = true)
    public boolean isOn(Policy policy) {
        return isOn(ownProvince.get(Right.SET_POLICIES).code(), policy);
    }

    /**
     * Decides for the current user's province.
     *
     * @throws vn.hocba.shared.Refused unless the current user is of a Sở
     */
    @Transactional
    public void set(Policy policy, boolean on) {
        Unit province = ownProvince.get(Right.SET_POLICIES);
        ProvincePolicy stored = policies.findByProvinceCodeAndName(province.code(), policy.storedName())
                .orElseGet(() -> new ProvincePolicy(province.code(), policy.storedName()));
        stored.setting = Boolean.toString(on);
        policies.save(stored);
        audit.append(province.id(), "province.policy-changed", policy.storedName() + "=" + on);
    }
}
