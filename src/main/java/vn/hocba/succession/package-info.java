/** A school was merged into another one or split: its pupils, their open records and the right to manage what was issued go on, one after the other. */
@ApplicationModule(
        displayName = "Succession",
        allowedDependencies = {"shared", "audit", "school", "record", "signing", "workflow"})
package vn.hocba.succession;

import org.springframework.modulith.ApplicationModule;
