/** The side of the province: takes packets in, answers with receipts, keeps the original data. */
@ApplicationModule(
        displayName = "Registry",
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
            "ui"
        })
package vn.hocba.registry;

import org.springframework.modulith.ApplicationModule;
