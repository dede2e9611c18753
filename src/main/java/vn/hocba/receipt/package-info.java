/** How the Sở confirms what it has frozen and taken in: lists of receipts, approved by a leader and signed by the clerk. */
@ApplicationModule(
        displayName = "Receipts",
        allowedDependencies = {
            "shared",
            "identity",
            "audit",
            "school",
            "calendar",
            "document",
            "signing",
            "signing::session",
            "signing::ui",
            "workflow",
            "workflow::ui",
            "registry",
            "cutoff",
            "ui"
        })
package vn.hocba.receipt;

import org.springframework.modulith.ApplicationModule;
