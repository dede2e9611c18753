package vn.hocba.sql;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import java.sql.ResultSet;
import org.junit.jupiter.api.Test;
import vn.hocba.OurClasses;

/** A column that is moved or put in between in a select must not silently become another one. */
class RowsByNameTest {

    private static final DescribedPredicate<JavaAccess<?>> BY_POSITION = DescribedPredicate.describe(
            "read a column of a row by its position",
            access -> access instanceof JavaCall<?> call
                    && call.getTargetOwner().isAssignableTo(ResultSet.class)
                    && call.getName().startsWith("get")
                    && !call.getTarget().getRawParameterTypes().isEmpty()
                    && call.getTarget().getRawParameterTypes().get(0).isEquivalentTo(int.class));

    @Test
    void rowsAreReadByTheNamesOfTheirColumns() {
        noClasses()
                .should()
                .accessTargetWhere(BY_POSITION)
                .because("a select whose columns change would go on compiling and answer something else")
                .check(OurClasses.all());
    }
}
