package vn.hocba.receipt;

import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.registry.ConfirmedList;
import vn.hocba.registry.ConfirmedLists;
import vn.hocba.registry.OwnProvince;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;

/** The Sở of the current user: the only one whose lists the person may see, approve and sign. */
@Component
class OwnLists {

    private final OwnProvince own;
    private final ConfirmedLists lists;

    OwnLists(OwnProvince own, ConfirmedLists lists) {
        this.own = own;
        this.lists = lists;
    }

    /** @throws Refused unless the current user has the right at a Sở */
    Unit province(Right right) {
        return own.get(right);
    }

    /** @throws Refused unless the current user has the right at the Sở that confirms */
    ConfirmedList get(String listId, Right right) {
        Unit province = own.get(right);
        ConfirmedList list = lists.find(listId).orElseThrow(() -> Refused.notFound("receipt.unknown"));
        if (!list.provinceId().equals(province.id())) {
            throw Refused.notAllowed("identity.other-unit");
        }
        return list;
    }
}
