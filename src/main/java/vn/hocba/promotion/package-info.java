/** Whether a pupil who has not completed the class programme is promoted: the homeroom teacher reports, the principal decides (TT 27/2020 Điều 11). */
@ApplicationModule(
        displayName = "Promotion",
        allowedDependencies = {
            "shared",
            "assessment",
            "identity",
            "school",
            "calendar",
            "record",
            "cutoff",
            "request",
            "transfer"
        })
package vn.hocba.promotion;

import org.springframework.modulith.ApplicationModule;
