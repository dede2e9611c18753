/** Identifiers, school year, clock, Vietnamese text and refusals: what every module may lean on. */
@ApplicationModule(
        displayName = "Shared",
        allowedDependencies = {})
package vn.hocba.shared;

import org.springframework.modulith.ApplicationModule;
