/** Certificates and whose they are, signing providers, and the verification of packets. */
@ApplicationModule(
        displayName = "Signing",
        allowedDependencies = {"shared", "assessment", "identity", "audit", "school", "record", "document", "ui"})
package vn.hocba.signing;

import org.springframework.modulith.ApplicationModule;
