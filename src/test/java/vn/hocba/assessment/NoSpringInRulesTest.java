package vn.hocba.assessment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Rules of law are Java and words: they run without Spring, database and engine. */
@AnalyzeClasses(packages = "vn.hocba.assessment", importOptions = ImportOption.DoNotIncludeTests.class)
class NoSpringInRulesTest {

    /** The description of a package says to the check of modules what it is; nothing runs there. */
    @ArchTest
    static final ArchRule rulesLeanOnJavaAndSharedAlone = classes()
            .that()
            .haveSimpleNameNotEndingWith("package-info")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "vn.hocba.shared..", "vn.hocba.assessment..");

    /** Of what all modules lean on, only what is plain itself. */
    @ArchTest
    static final ArchRule ofSharedOnlyWhatIsPlain = classes()
            .that()
            .haveSimpleNameNotEndingWith("package-info")
            .should()
            .onlyDependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "need neither Spring nor JPA", (JavaClass used) -> used.getDirectDependenciesFromSelf().stream()
                            .map(dependency -> dependency.getTargetClass().getPackageName())
                            .noneMatch(name -> used.getPackageName().startsWith("vn.hocba.shared")
                                    && (name.startsWith("org.springframework") || name.startsWith("jakarta")))));
}
