/** Exemption of a pupil from a subject: asked by whoever teaches it or the homeroom teacher, decided by the head, with its ground and decision. */
@ApplicationModule(
        displayName = "Exemption",
        allowedDependencies = {"shared", "assessment", "identity", "school", "record", "cutoff", "request", "audit"})
package vn.hocba.exemption;

import org.springframework.modulith.ApplicationModule;
