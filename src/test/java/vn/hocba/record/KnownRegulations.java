package vn.hocba.record;

import java.util.List;
import vn.hocba.assessment.ToyRegulation;
import vn.hocba.school.Curriculum;

/** TT 27 and the toy of the tests, without Spring. */
public final class KnownRegulations {

    private KnownRegulations() {}

    public static Regulations all() {
        return new Regulations(List.of(new Tt27Parts(new Curriculum()), new ToyRegulation()));
    }
}
