/** What a parent asks the school for from the look-up page; the clerk answers, the homeroom teacher reads it and says what is right. */
@ApplicationModule(
        displayName = "Petitions",
        allowedDependencies = {"shared", "identity", "school", "record", "request"})
package vn.hocba.petition;

import org.springframework.modulith.ApplicationModule;
