/** After the freeze: a signed document beside the untouched record says what is right instead, by decision of the Sở. */
@ApplicationModule(
        displayName = "Supplement",
        allowedDependencies = {
            "shared",
            "identity",
            "school",
            "record",
            "document",
            "assessment",
            "signing",
            "signing::session",
            "workflow",
            "registry",
            "request"
        })
package vn.hocba.supplement;

import org.springframework.modulith.ApplicationModule;
