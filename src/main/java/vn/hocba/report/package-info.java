/** What the Sở reports to the ministry after each wave: packages of frozen packets, signed, sent, acknowledged by receipts. */
@ApplicationModule(
        displayName = "Ministry report",
        allowedDependencies = {
            "shared",
            "identity",
            "audit",
            "school",
            "calendar",
            "record",
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
package vn.hocba.report;

import org.springframework.modulith.ApplicationModule;
