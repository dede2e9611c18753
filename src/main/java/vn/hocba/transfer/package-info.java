/** Moving a pupil's record to another school: within the Sở, to another Sở by a signed file, and from one. */
@ApplicationModule(
        displayName = "Transfer",
        allowedDependencies = {
            "shared",
            "identity",
            "assessment",
            "audit",
            "school",
            "record",
            "document",
            "signing",
            "signing::session",
            "workflow",
            "registry",
            "lookup",
            "request",
            "ui"
        })
package vn.hocba.transfer;

import org.springframework.modulith.ApplicationModule;
