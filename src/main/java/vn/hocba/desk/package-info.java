/**
 * What each person does with a record on its way: teachers comment and sum up, the principal approves, the clerk seals, the admin opens the year. What
 * several of them need lies in this package, each desk in one below it.
 */
@ApplicationModule(
        displayName = "Desk",
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
            "signing::ui",
            "workflow",
            "workflow::ui",
            "registry",
            "submission",
            "pupils",
            "dossier",
            "dossier::ui",
            "ui"
        })
package vn.hocba.desk;

import org.springframework.modulith.ApplicationModule;
