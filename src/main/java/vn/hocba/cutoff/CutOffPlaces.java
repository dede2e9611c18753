package vn.hocba.cutoff;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.workflow.ProcessPlaces;

/** The processes of a cut-off belong to the Sở that their key names. */
@Component
class CutOffPlaces implements ProcessPlaces {

    @Override
    public Set<String> processes() {
        return Set.of("cutOff", "supplementaryAssessment");
    }

    @Override
    public Map<String, String> units(Collection<String> keys) {
        return keys.stream().distinct().collect(Collectors.toMap(Function.identity(), key -> CutOffKey.parse(key)
                .provinceId()));
    }
}
