package vn.hocba;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Where ids of two kinds meet at the door of a package, they have types, so that two that are swapped do not compile (decision 37). A door is a public method
 * or constructor of a public type that another package calls.
 */
class IdsAtDoorsTest {

    /** What a bare id may be: anything that another id could be mistaken for. */
    private static final Set<Class<?>> BARE = Set.of(String.class, UUID.class, long.class, Long.class);

    /** Ends as an id does, and is a number on a person's papers. */
    private static final String ON_PAPERS = "personalId";

    /** Doors with several bare ids all the same, each with the reason. */
    private static final Map<String, String> BARE_ALL_THE_SAME = Map.of(
            "vn.hocba.record.RecordSnapshot$Part.<init>",
            "the row's id of the XML and the code of who taught: both are read from named elements, in one place",
            "vn.hocba.record.Tt27View$SubjectMarks.<init>",
            "the same row in the words of TT 27");

    @Test
    void aDoorTakesAtMostOneBareId() {
        int doors = 0;
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : OurClasses.all()) {
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                if (isDoor(type, unit)) {
                    doors++;
                    if (bareIds(unit) > 1) {
                        wrong.add(type.getName() + "." + unit.getName());
                    }
                }
            }
        }

        assertThat(doors).isGreaterThan(1000);
        assertThat(wrong).containsExactlyInAnyOrderElementsOf(BARE_ALL_THE_SAME.keySet());
    }

    private static boolean isDoor(JavaClass type, JavaCodeUnit unit) {
        return isPublic(type)
                && unit.getModifiers().contains(JavaModifier.PUBLIC)
                && !unit.getModifiers().contains(JavaModifier.SYNTHETIC)
                && unit.getAccessesToSelf().stream()
                        .anyMatch(call -> !call.getOriginOwner().getPackage().equals(type.getPackage()));
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(IdsAtDoorsTest::isPublic).orElse(true);
    }

    private static long bareIds(JavaCodeUnit unit) {
        Executable reflected = (Executable) unit.reflect();
        return Arrays.stream(reflected.getParameters())
                .filter(IdsAtDoorsTest::isBareId)
                .count();
    }

    private static boolean isBareId(Parameter parameter) {
        String name = parameter.getName();
        return BARE.contains(parameter.getType())
                && (name.equals("id") || name.endsWith("Id"))
                && !name.equals(ON_PAPERS);
    }
}
