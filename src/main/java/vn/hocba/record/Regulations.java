package vn.hocba.record;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Regulation;
import vn.hocba.school.SchoolLevel;

/** The regulations that this installation knows, and which one holds. */
@Component
public class Regulations {

    private final List<Regulation> all;

    public Regulations(List<Regulation> all) {
        this.all = List.copyOf(all);
    }

    /** The one by which a record is judged. */
    public Regulation of(YearRecord record) {
        return byCode(Tt27View.CODE);
    }

    /** @throws IllegalArgumentException when none has this code */
    public Regulation byCode(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("unknown regulation " + code));
    }

    /** The regulation of a code; empty where this installation does not know it. */
    public Optional<Regulation> find(String code) {
        return all.stream().filter(regulation -> regulation.code().equals(code)).findFirst();
    }

    /**
     * The one that holds for a level in a school year.
     *
     * @param provinceCode of the Sở, which may have one of its own
     */
    public Regulation holdingFor(SchoolLevel level, int schoolYear, String provinceCode) {
        return byCode(Tt27View.CODE);
    }
}
