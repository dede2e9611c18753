package vn.hocba.registry;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.ExtraWindow;
import vn.hocba.calendar.ExtraWindows;
import vn.hocba.calendar.Limit;
import vn.hocba.calendar.Wave;
import vn.hocba.calendar.YearDates;
import vn.hocba.shared.SchoolId;
import vn.hocba.shared.Texts;
import vn.hocba.shared.UnitId;

/** Whether a version comes in time for the wave to which it belongs, or within an extra window of the Sở (CV 1396; domain §2.3, 10.3). */
@Component
class InTime {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Calendar calendar;
    private final ExtraWindows windows;

    InTime(Calendar calendar, ExtraWindows windows) {
        this.calendar = calendar;
        this.windows = windows;
    }

    /**
     * Where a version is frozen.
     *
     * @param wave to which it belongs
     * @param windowId the extra window with which it is frozen; null: the wave's own cut-off
     */
    record Place(Wave wave, String windowId) {}

    /**
     * Where a version that has arrived is frozen; empty where it is too late.
     *
     * @param completed whether it says that the class programme is completed
     * @param earlier the versions of the record that were taken in before
     */
    Optional<Place> of(Sender sender, boolean completed, List<Registration> earlier) {
        Wave wave = wave(sender, completed, earlier);
        return dates(sender).isInTime(wave, sender.receivedAt())
                ? Optional.of(new Place(wave, null))
                : windows
                        .ahead(
                                new UnitId(sender.provinceId()),
                                new SchoolId(sender.school().id()),
                                sender.schoolYear(),
                                sender.receivedAt())
                        .stream()
                        .filter(window -> window.isOpen(sender.receivedAt()) && takes(window, wave))
                        .findFirst()
                        .map(window -> new Place(wave, window.id()));
    }

    /** Why it is too late, and what to do. */
    String tooLate(Sender sender, boolean completed, List<Registration> earlier) {
        Wave wave = wave(sender, completed, earlier);
        Limit limit = dates(sender).limit(wave.cutOff());
        String passed = Texts.vi(
                limit.included() ? "registry.reject.late.included" : "registry.reject.late.before",
                wave.cutOff().term(),
                DATE.format(limit.day()));
        return windows
                .ahead(
                        new UnitId(sender.provinceId()),
                        new SchoolId(sender.school().id()),
                        sender.schoolYear(),
                        sender.receivedAt())
                .stream()
                .filter(window -> takes(window, wave))
                .findFirst()
                .map(window -> Texts.vi(
                        "registry.reject.late.window",
                        passed,
                        DATE.format(window.opensOn()),
                        DATE.format(window.closesOn())))
                .orElseGet(() -> Texts.vi("registry.reject.late.ask", passed));
    }

    /** Who was not confirmed before and is now, has been assessed in the summer; before the first cut-off everybody confirmed belongs to the first wave. */
    private Wave wave(Sender sender, boolean completed, List<Registration> earlier) {
        boolean summer = !dates(sender).isInTime(Wave.FIRST, sender.receivedAt())
                && earlier.stream().anyMatch(version -> !version.programmeCompleted() || version.ofSecondWave());
        return Wave.of(completed && !summer);
    }

    private static boolean takes(ExtraWindow window, Wave wave) {
        return wave.compareTo(window.wave()) <= 0;
    }

    private YearDates dates(Sender sender) {
        return calendar.of(sender.provinceId(), sender.schoolYear());
    }
}
