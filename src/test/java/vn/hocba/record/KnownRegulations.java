package vn.hocba.record;

import java.util.List;
import vn.hocba.assessment.ToyRegulation;
import vn.hocba.school.Curriculum;

/** TT 27 and the toy of the tests, without Spring. */
public final class KnownRegulations {

    private static final Curriculum CURRICULUM = new Curriculum();

    private KnownRegulations() {}

    public static Regulations all() {
        return new Regulations(List.of(new TemporaryTt27(CURRICULUM, new EntryRules(CURRICULUM)), new ToyRegulation()));
    }
}
