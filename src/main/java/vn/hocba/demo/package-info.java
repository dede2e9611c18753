/** The demo profile: two sample schools with their people, ready to sign in. */
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "shared",
            "identity",
            "audit",
            "school",
            "record",
            "signing",
            "workflow",
            "submission",
            "registry",
            "ui",
            "rehearsal"
        })
package vn.hocba.demo;

import org.springframework.modulith.ApplicationModule;
