/** What a pupil with disability is measured by: a plan of the pupil's own, or nothing (TT 27/2020 Điều 8). It is asked with its ground, the principal decides. */
@ApplicationModule(
        displayName = "Inclusion",
        allowedDependencies = {
            "shared",
            "assessment",
            "identity",
            "school",
            "record",
            "cutoff",
            "request",
            "transfer",
            "audit"
        })
package vn.hocba.inclusion;

import org.springframework.modulith.ApplicationModule;
