/** Making an accepted record anew before the freeze: correction, and supplementary assessment in the summer. */
@ApplicationModule(
        displayName = "Correction",
        allowedDependencies = {
            "shared",
            "assessment",
            "identity",
            "audit",
            "school",
            "calendar",
            "record",
            "document",
            "signing",
            "workflow",
            "registry",
            "submission",
            "cutoff",
            "request",
            "transfer"
        })
package vn.hocba.correction;

import org.springframework.modulith.ApplicationModule;
