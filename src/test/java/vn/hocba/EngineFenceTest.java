package vn.hocba;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "vn.hocba", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineFenceTest {

    @ArchTest
    static final ArchRule onlyTheWorkflowModuleKnowsTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage("vn.hocba.workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule theClockIsInjected = noClasses()
            .should()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now");
}
