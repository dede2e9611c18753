/** Packages per class, the outbox, the gateway to the province and the receipts. */
@ApplicationModule(
        displayName = "Submission",
        allowedDependencies = {
            "shared",
            "identity",
            "audit",
            "school",
            "record",
            "document",
            "signing",
            "signing::session",
            "workflow",
            "registry",
            "ui"
        })
package vn.hocba.submission;

import org.springframework.modulith.ApplicationModule;
