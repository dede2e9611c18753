package vn.hocba.receipt;

import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.registry.ConfirmedList;
import vn.hocba.registry.ConfirmedLists;
import vn.hocba.registry.OwnProvince;
import vn.hocba.registry.TwoPeople;
import vn.hocba.registry.TwoPeople.Act;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;

/** The Sở of the current user: the only one whose lists the person may see, approve and sign. */
@Component
class OwnLists {

    private final OwnProvince own;
    private final ConfirmedLists lists;
    private final TwoPeople twoPeople;

    OwnLists(OwnProvince own, ConfirmedLists lists, TwoPeople twoPeople) {
        this.own = own;
        this.lists = lists;
        this.twoPeople = twoPeople;
    }

    /** @throws Refused unless the current user has the right at a Sở */
    Unit province(Right right) {
        return own.get(right);
    }

    /** @throws Refused unless the current user has the right at the Sở that confirms; one of another Sở is answered like one that is not there */
    ConfirmedList get(String listId, Right right) {
        Unit province = own.get(right);
        return lists.find(listId)
                .filter(list -> list.provinceId().equals(province.id()))
                .orElseThrow(() -> Refused.notFound("receipt.unknown"));
    }

    /** @throws Refused when the clerk cannot apply the certificate: no leader has approved it, or the clerk has and the Sở wants two people */
    void demandApproved(ConfirmedList list, CurrentUser clerk) {
        if (list.approvedBy() == null) {
            throw Refused.notNow("receipt.not-approved");
        }
        if (list.approvedBy().equals(clerk.username())
                && twoPeople.areDemanded(Act.RECEIPT_SEAL, list.schoolYear(), list.provinceId())) {
            throw Refused.notAllowed("receipt.own-approval");
        }
    }
}
