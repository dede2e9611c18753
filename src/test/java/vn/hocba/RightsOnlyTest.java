package vn.hocba;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.hocba.identity.CurrentUser;

/** Whether somebody may do something is asked of a {@link vn.hocba.identity.Right} and of nothing else. */
class RightsOnlyTest {

    /** Who looks at somebody's roles all the same, and why that allows nothing. */
    private static final Map<String, String> EXCEPT = Map.of(
            "vn.hocba.request.Request",
            "whether it waits for the person: work is put to a role, and the action's right is asked beside",
            "vn.hocba.request.RequestBoard",
            "lists what waits for the person's roles",
            "vn.hocba.workflow.Inbox",
            "lists what waits for the person's roles",
            "vn.hocba.school.StaffAccounts",
            "gives an account the roles that its person was given",
            "vn.hocba.ui.DemoSignIn",
            "puts the people of the demonstration in order");

    private static final DescribedPredicate<JavaClass> ASKS_OTHERWISE =
            DescribedPredicate.describe("ask for rights", type -> !EXCEPT.containsKey(outer(type)));

    private static final DescribedPredicate<JavaAccess<?>> ROLES_OF_SOMEBODY = DescribedPredicate.describe(
            "look at somebody's roles",
            access -> access.getTargetOwner().isEquivalentTo(CurrentUser.class)
                    && (access.getName().equals("is")
                            || access.getName().equals("worksAs")
                            || access.getName().equals("roles")));

    /** The makers of sample data and of rehearsals choose people by their role. */
    @Test
    void nobodyElseComparesRoles() {
        noClasses()
                .that()
                .resideOutsideOfPackages("vn.hocba.identity..", "vn.hocba.demo..", "vn.hocba.rehearsal..")
                .and(ASKS_OTHERWISE)
                .should()
                .accessTargetWhere(ROLES_OF_SOMEBODY)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.security.core.GrantedAuthority")
                .check(OurClasses.all());
    }

    private static String outer(JavaClass type) {
        String name = type.getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
