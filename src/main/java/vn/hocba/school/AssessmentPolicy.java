package vn.hocba.school;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.assessment.Curriculum;
import vn.hocba.assessment.DecisionTable;
import vn.hocba.assessment.DecisionTables;
import vn.hocba.assessment.Exemptions;
import vn.hocba.assessment.FlexibleClassSubjects;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.RegulationTable;
import vn.hocba.assessment.tt27.Tt27Primary;
import vn.hocba.shared.PolicyTable;

/** Hands regulations, which know nothing of the application, the policy data; further lines are beans. A regulation is found by being a bean. */
@Configuration(proxyBeanMethods = false)
class AssessmentPolicy {

    /** A regulation that is asked for by its code alone is the one of the latest lines. */
    private static final int LATEST = Integer.MAX_VALUE;

    @Bean
    Curriculum curriculum(ObjectProvider<PolicyTable.Row> more) {
        return new Curriculum(
                lines(Curriculum.SUBJECTS, more),
                lines(Curriculum.SUBJECT_NAMES, more),
                lines(Curriculum.TRAITS, more),
                lines(Curriculum.COMMENTS, more));
    }

    @Bean
    Exemptions exemptions(ObjectProvider<PolicyTable.Row> more) {
        return new Exemptions(lines(Exemptions.FILE, more));
    }

    @Bean
    FlexibleClassSubjects flexibleClassSubjects(ObjectProvider<PolicyTable.Row> more) {
        return new FlexibleClassSubjects(lines(FlexibleClassSubjects.FILE, more));
    }

    @Bean
    RegulationTable regulationTable(List<Regulation> regulations, ObjectProvider<PolicyTable.Row> more) {
        return new RegulationTable(regulations, regulationLines(more));
    }

    @Bean
    Regulation tt27Primary(DecisionTables tables, Curriculum curriculum, ObjectProvider<PolicyTable.Row> more) {
        DecisionTable newest = RegulationTable.newest(regulationLines(more), Tt27Primary.CODE)
                .orElseThrow(() -> new IllegalStateException("no line of " + Tt27Primary.CODE));
        return new Tt27Primary(tables, curriculum, LATEST, "", newest);
    }

    private static List<RegulationTable.Line> regulationLines(ObjectProvider<PolicyTable.Row> more) {
        return lines(RegulationTable.FILE, more).stream()
                .map(RegulationTable.Line::of)
                .toList();
    }

    private static List<PolicyTable.Row> lines(String file, ObjectProvider<PolicyTable.Row> more) {
        return Stream.concat(
                        PolicyTable.read(file).stream(),
                        more.orderedStream().filter(row -> row.file().equals(file)))
                .toList();
    }
}
