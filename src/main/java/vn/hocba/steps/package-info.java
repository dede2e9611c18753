/** What each person does with a record on its way: comment, sum up, sign, approve, seal, return. */
@ApplicationModule(
        displayName = "Steps",
        allowedDependencies = {
            "shared",
            "identity",
            "audit",
            "school",
            "record",
            "document",
            "signing",
            "workflow",
            "submission",
            "request",
            "request::ui",
            "ui"
        })
package vn.hocba.steps;

import org.springframework.modulith.ApplicationModule;
