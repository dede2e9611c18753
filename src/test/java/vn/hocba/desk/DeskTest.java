package vn.hocba.desk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Each desk stands for itself on what they share, and the inbox above them all. */
@AnalyzeClasses(packages = "vn.hocba.desk", importOptions = ImportOption.DoNotIncludeTests.class)
class DeskTest {

    @ArchTest
    static final ArchRule WHAT_IS_SHARED_KNOWS_NO_DESK = noClasses()
            .that()
            .resideInAnyPackage("vn.hocba.desk", "vn.hocba.desk.ui")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "vn.hocba.desk.teacher..",
                    "vn.hocba.desk.principal..",
                    "vn.hocba.desk.clerk..",
                    "vn.hocba.desk.admin..",
                    "vn.hocba.desk.inbox..");

    @ArchTest
    static final ArchRule DESKS_GO_ROUND_IN_NO_CIRCLE =
            slices().matching("vn.hocba.desk.(*)..").should().beFreeOfCycles();
}
