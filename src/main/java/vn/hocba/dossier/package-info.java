/** The page of a record, its documents, who may read it, and the search for it. */
@ApplicationModule(
        displayName = "Dossier",
        allowedDependencies = {
            "shared",
            "assessment",
            "identity",
            "audit",
            "school",
            "record",
            "document",
            "signing",
            "registry",
            "workflow",
            "registry",
            "submission",
            "request",
            "request::ui",
            "supplement",
            "ui"
        })
package vn.hocba.dossier;

import org.springframework.modulith.ApplicationModule;
