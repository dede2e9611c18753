/** The tamper-evident log of every action on a record and every read of one. */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"shared", "identity"})
package vn.hocba.audit;

import org.springframework.modulith.ApplicationModule;
