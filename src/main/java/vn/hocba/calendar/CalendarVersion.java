package vn.hocba.calendar;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import vn.hocba.identity.CurrentUser;
import vn.hocba.shared.BaseEntity;

/** One decision of a Sở about the dates of a school year; the next decision is another version beside it. */
@Entity
@Immutable
class CalendarVersion extends BaseEntity {

    String provinceId;
    int schoolYear;
    int versionNo;
    String changedBy;
    String changedByName;
    Instant changedAt;
    String reason;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "calendar_day", joinColumns = @JoinColumn(name = "version_id"))
    @MapKeyColumn(name = "milestone")
    @MapKeyEnumerated(EnumType.STRING)
    @Immutable
    private Map<Milestone, Limit> limits = new EnumMap<>(Milestone.class);

    protected CalendarVersion() {}

    CalendarVersion(String provinceId, YearDates dates, CurrentUser by, Instant at, String reason) {
        this.provinceId = provinceId;
        this.schoolYear = dates.schoolYear();
        this.versionNo = dates.version();
        this.limits.putAll(dates.limits());
        this.changedBy = by.username();
        this.changedByName = by.displayName();
        this.changedAt = at;
        this.reason = reason;
    }

    YearDates dates() {
        return new YearDates(schoolYear, versionNo, limits);
    }
}
