/** The public look-up of a record by its code and the pupil's birth date. */
@ApplicationModule(
        displayName = "Look-up",
        allowedDependencies = {
            "shared",
            "assessment",
            "identity",
            "audit",
            "document",
            "signing",
            "school",
            "record",
            "registry",
            "petition",
            "request",
            "ui"
        })
package vn.hocba.lookup;

import org.springframework.modulith.ApplicationModule;
