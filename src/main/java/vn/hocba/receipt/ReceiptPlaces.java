package vn.hocba.receipt;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.registry.ConfirmedLists;
import vn.hocba.workflow.ProcessPlaces;

/** The process of a list belongs to the Sở that confirms. */
@Component
class ReceiptPlaces implements ProcessPlaces {

    private final ConfirmedLists lists;

    ReceiptPlaces(ConfirmedLists lists) {
        this.lists = lists;
    }

    @Override
    public Set<String> processes() {
        return Set.of("receiptList");
    }

    @Override
    public Map<String, String> units(Collection<String> listIds) {
        Map<String, String> units = new HashMap<>();
        listIds.forEach(id -> lists.find(id).ifPresent(list -> units.put(id, list.provinceId())));
        return units;
    }
}
