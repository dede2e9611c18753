/** Plays a school's year headless, through the same use cases as the screens. */
@ApplicationModule(
        displayName = "Rehearsal",
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
            "workflow",
            "desk",
            "desk::teacher",
            "desk::principal",
            "desk::clerk",
            "desk::admin",
            "dossier",
            "submission",
            "registry",
            "lookup",
            "request",
            "cutoff",
            "report"
        })
package vn.hocba.rehearsal;

import org.springframework.modulith.ApplicationModule;
