package vn.hocba.record;

import java.util.List;
import vn.hocba.assessment.DecisionTable;
import vn.hocba.assessment.ProjectCurriculum;
import vn.hocba.assessment.RegulationTable;
import vn.hocba.assessment.Tables;
import vn.hocba.assessment.ToyRegulation;
import vn.hocba.assessment.tt27.Tt27Primary;

/** TT 27 and the toy of the tests, without Spring and without schools. */
public final class KnownRegulations {

    private KnownRegulations() {}

    public static Regulations all() {
        Tt27Primary primary = new Tt27Primary(
                Tables.ofProject(), ProjectCurriculum.read(), 2026, "79", new DecisionTable("overallResultTt27", "1"));
        return new Regulations(new RegulationTable(List.of(primary, new ToyRegulation()), List.of()), null, null);
    }
}
