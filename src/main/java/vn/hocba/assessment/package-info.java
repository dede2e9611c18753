/** A regulation as a value: what a record of its level has to say, how it is read, what follows from it, who signs. Without Spring, database or engine. */
@ApplicationModule(
        displayName = "Assessment",
        allowedDependencies = {"shared"})
package vn.hocba.assessment;

import org.springframework.modulith.ApplicationModule;
