package vn.hocba.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;

/** The dates that hold: what the Sở decided last, or the defaults. Everybody may know them, so there is no decision here about who may read. */
@Service
@Transactional(readOnly = true)
public class Calendar {

    private final CalendarVersionRepository versions;
    private final DefaultDates defaults;
    private final SchoolDirectory directory;

    /** By unit. A unit never moves to another province: accounts hold its path ({@code Units}). */
    private final Map<String, String> provinces = new ConcurrentHashMap<>();

    Calendar(CalendarVersionRepository versions, DefaultDates defaults, SchoolDirectory directory) {
        this.versions = versions;
        this.defaults = defaults;
        this.directory = directory;
    }

    /**
     * Where a calendar holds.
     *
     * @param provincePath paths of the schools begin with it
     */
    public record InForce(String provincePath, YearDates dates) {}

    /**
     * The calendar of a province.
     *
     * @param provinceUnitId of the Sở
     * @param schoolYear the calendar year in which the school year starts
     */
    public YearDates of(String provinceUnitId, int schoolYear) {
        return versions.findFirstByProvinceIdAndSchoolYearOrderByVersionNoDesc(provinceUnitId, schoolYear)
                .map(CalendarVersion::dates)
                .orElseGet(() -> defaults.of(schoolYear));
    }

    /**
     * The calendar that holds at a school or any other unit of a province; the defaults where no province stands above it.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException when there is no such unit
     */
    public YearDates at(String unitId, int schoolYear) {
        return provinceOf(unitId).map(province -> of(province, schoolYear)).orElseGet(() -> defaults.of(schoolYear));
    }

    /** The calendars about which something was decided after a moment, each as it holds now. */
    public List<InForce> decidedSince(Instant moment) {
        return versions.findByChangedAtAfter(moment).stream()
                .map(version -> new InForce(
                        directory.unit(version.provinceId).path(), of(version.provinceId, version.schoolYear)))
                .distinct()
                .toList();
    }

    private Optional<String> provinceOf(String unitId) {
        return Optional.ofNullable(provinces.computeIfAbsent(
                unitId, id -> directory.provinceOf(id).map(Unit::id).orElse(null)));
    }
}
