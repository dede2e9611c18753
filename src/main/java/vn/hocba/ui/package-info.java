/** The shell: layout, theme, menu, and the components that screens share. */
@ApplicationModule(
        displayName = "Shell",
        allowedDependencies = {"shared", "identity"})
package vn.hocba.ui;

import org.springframework.modulith.ApplicationModule;
