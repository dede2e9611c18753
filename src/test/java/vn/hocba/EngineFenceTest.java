package vn.hocba;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class EngineFenceTest {

    @Test
    void onlyTheWorkflowModuleKnowsTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.hocba.workflow..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(OurClasses.all());
    }

    @Test
    void theClockIsInjected() {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .check(OurClasses.all());
    }
}
