/** What becomes of the open record of a pupil who changes class, leaves the school or comes back: by the school's list, or because a person sets it down. */
@ApplicationModule(
        displayName = "Pupils",
        allowedDependencies = {
            "shared",
            "identity",
            "audit",
            "school",
            "record",
            "signing",
            "workflow",
            "request",
            "correction",
            "transfer"
        })
package vn.hocba.pupils;

import org.springframework.modulith.ApplicationModule;
