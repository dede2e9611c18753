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

    public Regulations(Collection<Regulation> all) {
        this.all = List.copyOf(all);
    }

    /** By which a record is judged. */
    public Regulation of(YearRecord record) {
        return byCode(record.regulation());
    }

    /**
     * By which a version was judged, as it holds for its year.
     *
     * @throws IllegalArgumentException when this installation does not know it
     */
    public Regulation of(RecordSnapshot version) {
        return byCode(version.regulation());
    }

    /** @throws IllegalArgumentException when there is none */
    public Regulation byCode(String code) {
        return all.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown regulation " + code));
    }

    /** Whether this installation knows a regulation of this code. */
    public boolean knows(String code) {
        return all.stream().anyMatch(one -> one.code().equals(code));
    }

    /** The one that holds for a level in a school year at a Sở. */
    public Regulation holdingFor(SchoolLevel level, int schoolYear, String provinceCode) {
        return all.get(0);
    }
}
