/** Progress of schools and records that are stuck. */
@ApplicationModule(
        displayName = "Oversight",
        allowedDependencies = {
            "shared",
            "identity",
            "audit",
            "school",
            "calendar",
            "record",
            "workflow",
            "submission",
            "registry",
            "ui"
        })
package vn.hocba.oversight;

import org.springframework.modulith.ApplicationModule;
