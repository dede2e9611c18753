/** A pupil's record: the record for life with its look-up code, the year records, their versions, and the rules of assessment. */
@ApplicationModule(
        displayName = "Record",
        allowedDependencies = {"shared", "assessment", "assessment::tt27", "identity", "audit", "school"})
package vn.hocba.record;

import org.springframework.modulith.ApplicationModule;
