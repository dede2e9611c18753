/** Units, classes, staff, pupils and teaching assignments, and their import from the sector database's workbooks. */
@ApplicationModule(
        displayName = "School",
        allowedDependencies = {"shared", "assessment", "assessment::tt27", "identity", "audit", "ui"})
package vn.hocba.school;

import org.springframework.modulith.ApplicationModule;
