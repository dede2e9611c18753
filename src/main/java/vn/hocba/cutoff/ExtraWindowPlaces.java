package vn.hocba.cutoff;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.calendar.ExtraWindows;
import vn.hocba.workflow.ProcessPlaces;

/** The process of an extra window belongs to the Sở that opened it. */
@Component
class ExtraWindowPlaces implements ProcessPlaces {

    private final ExtraWindows windows;

    ExtraWindowPlaces(ExtraWindows windows) {
        this.windows = windows;
    }

    @Override
    public Set<String> processes() {
        return Set.of("extraWindow");
    }

    @Override
    public Map<String, String> units(Collection<String> windowIds) {
        Map<String, String> units = new HashMap<>();
        windowIds.forEach(id -> windows.find(id).ifPresent(window -> units.put(id, window.provinceId())));
        return units;
    }
}
