package vn.hocba.record;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Regulation;
import vn.hocba.shared.SchoolLevel;

/** The regulations that records are judged by. */
@Component
public class Regulations {

    private final List<Regulation> all;

    Regulations(Collection<Regulation> all) {
        this.all = List.copyOf(all);
    }

    /** By which a record is judged. */
    public Regulation of(YearRecord record) {
        return byCode(record.regulation());
    }

    /** @throws IllegalArgumentException when there is none */
    public Regulation byCode(String code) {
        return all.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown regulation " + code));
    }

    /** The one that holds for a level in a school year at a Sở. */
    public Regulation holdingFor(SchoolLevel level, int schoolYear, String provinceCode) {
        return all.get(0);
    }
}
