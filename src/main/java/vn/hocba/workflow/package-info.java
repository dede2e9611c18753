/** The process engine behind one fence: starts, completes and correlates; keeps the work items and the batches. */
@ApplicationModule(
        displayName = "Workflow",
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
            "signing::session",
            "ui"
        })
package vn.hocba.workflow;

import org.springframework.modulith.ApplicationModule;
