/** Who is acting, in which roles and where in the tree of units, and whether that allows what is asked. */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"shared"})
package vn.hocba.identity;

import org.springframework.modulith.ApplicationModule;
