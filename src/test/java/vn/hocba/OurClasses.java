package vn.hocba;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes of the application for all rules about them: read once in a process, as that takes longer than any of the rules. */
public final class OurClasses {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.hocba");

    private OurClasses() {}

    /** All of {@code src/main/java}. */
    public static JavaClasses all() {
        return ALL;
    }
}
