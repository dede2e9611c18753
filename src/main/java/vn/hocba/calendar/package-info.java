/**
 * The calendar of a Sở for a school year: when work opens, until when each step should be done, when both waves are frozen and reported. Stands low, so that
 * the workflow may lean on it as well as the registry; what follows a change of it stands above and is told by {@link vn.hocba.calendar.CalendarChanged}.
 */
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {"shared", "identity", "audit", "school", "ui"})
package vn.hocba.calendar;

import org.springframework.modulith.ApplicationModule;
