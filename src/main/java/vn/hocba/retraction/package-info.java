/** Taking a record out of effect: by its school before the freeze, by decision of the Sở after it. */
@ApplicationModule(
        displayName = "Retraction",
        allowedDependencies = {
            "shared",
            "identity",
            "audit",
            "school",
            "calendar",
            "record",
            "workflow",
            "registry",
            "cutoff",
            "request"
        })
package vn.hocba.retraction;

import org.springframework.modulith.ApplicationModule;
