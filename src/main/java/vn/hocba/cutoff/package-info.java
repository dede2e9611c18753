/** The cut-offs of a school year: what the province took in is frozen, wave by wave, and whoever is missing is listed. */
@ApplicationModule(
        displayName = "Cut-off",
        allowedDependencies = {
            "shared",
            "identity",
            "audit",
            "school",
            "calendar",
            "record",
            "workflow",
            "registry",
            "ui"
        })
package vn.hocba.cutoff;

import org.springframework.modulith.ApplicationModule;
