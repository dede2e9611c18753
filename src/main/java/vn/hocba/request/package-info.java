/** What people ask for about a record, who decides it, and where it stands: the frame of corrections, promotions, retractions, transfers and supplements. */
@ApplicationModule(
        displayName = "Requests",
        allowedDependencies = {
            "shared",
            "identity",
            "audit",
            "school",
            "assessment",
            "calendar",
            "record",
            "signing",
            "signing::session",
            "signing::ui",
            "workflow",
            "workflow::ui",
            "cutoff",
            "ui"
        })
package vn.hocba.request;

import org.springframework.modulith.ApplicationModule;
