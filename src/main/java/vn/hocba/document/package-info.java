/** The XML packet (the legal original) and the printed form, both made from one version of a record. */
@ApplicationModule(
        displayName = "Document",
        allowedDependencies = {"shared", "assessment", "identity", "audit", "school", "record"})
package vn.hocba.document;

import org.springframework.modulith.ApplicationModule;
