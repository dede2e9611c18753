package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Curriculum;
import vn.hocba.assessment.DecisionTables;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.RegulationTable;
import vn.hocba.assessment.Signature;
import vn.hocba.assessment.Tables;
import vn.hocba.shared.PolicyTable;
import vn.hocba.shared.SchoolLevel;

/** A regulation is found by being a bean, and further lines of policy data by being beans too. */
class AssessmentPolicyTest {

    @Test
    void aRegulationOfATestHoldsWhereItsLineSaysAndNowhereElse() {
        try (AnnotationConfigApplicationContext context =
                new AnnotationConfigApplicationContext(AssessmentPolicy.class, Toy.class)) {
            RegulationTable table = context.getBean(RegulationTable.class);

            assertThat(table.find(SchoolLevel.PRIMARY, 2026, "TOY")
                            .orElseThrow()
                            .code())
                    .isEqualTo("TOY-1");
            assertThat(table.find(SchoolLevel.PRIMARY, 2026, "79").orElseThrow().code())
                    .isEqualTo("TT27-2020");
            assertThat(table.byCode("TOY-1"))
                    .isSameAs(table.find(SchoolLevel.PRIMARY, 2026, "TOY").orElseThrow());
            assertThat(context.getBean(Curriculum.class).subject("GAME").name()).isEqualTo("Trò chơi");
            assertThat(context.getBean(Curriculum.class)
                            .in(SchoolLevel.PRIMARY, 2026, "79")
                            .subjects(1))
                    .extracting(Curriculum.Subject::code)
                    .doesNotContain("GAME");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Toy {

        @Bean
        DecisionTables tables() {
            return Tables.ofProject();
        }

        @Bean
        PolicyTable.Row whereItHolds() {
            return PolicyTable.parse(
                            RegulationTable.FILE,
                            "level;first-year;last-year;province;regulation;table;version\nPRIMARY;;;TOY;TOY-1;toy;1")
                    .get(0);
        }

        @Bean
        PolicyTable.Row itsSubject() {
            return PolicyTable.parse(
                            Curriculum.SUBJECTS,
                            "level;code;name;taught;tested;optional;form;first-year;last-year;province\nPRIMARY;GAME;Trò chơi;1-5;;;;;;TOY")
                    .get(0);
        }

        @Bean
        Regulation toy() {
            return new Regulation() {
                @Override
                public String code() {
                    return "TOY-1";
                }

                @Override
                public String title() {
                    return "Quy định thử";
                }

                @Override
                public List<Part> parts(int grade) {
                    return List.of();
                }

                @Override
                public String read(int grade, Part part, Cell cell, String text) {
                    return text;
                }

                @Override
                public Set<String> closed(Contents contents, Part part) {
                    return Set.of();
                }

                @Override
                public List<String> gaps(Contents contents, Part part) {
                    return List.of();
                }

                @Override
                public Outcome outcome(Contents contents) {
                    return new Outcome(Outcome.Basis.COMPLETE, "DONE", List.of(), List.of(), true, "", "toy:1");
                }

                @Override
                public Set<String> failed(Contents contents) {
                    return Set.of();
                }

                @Override
                public String term(String result) {
                    return "Xong";
                }

                @Override
                public List<Signature> signatures(Contents contents) {
                    return List.of();
                }

                @Override
                public List<Signature> voidedBy(Contents contents, Part part) {
                    return List.of();
                }
            };
        }
    }
}
