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
            "signing",
            "workflow",
            "submission",
            "registry",
            "report",
            "ui"
        })
package vn.hocba.oversight;

import org.springframework.modulith.ApplicationModule;
