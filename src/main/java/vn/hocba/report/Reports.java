package vn.hocba.report;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.calendar.Wave;

/** The reports that have begun. */
@Repository
class Reports {

    private static final String OF_WAVE =
            "select r from Report r where r.provinceId = :province and r.schoolYear = :year and r.wave = :wave and r.windowId = ''";

    private static final String OF_WINDOWS =
            "select r from Report r where r.provinceId = :province and r.schoolYear = :year and r.windowId <> '' order by r.createdAt desc";

    private final EntityManager entities;
    private final Clock clock;

    Reports(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    Optional<Report> find(String id) {
        return Optional.ofNullable(entities.find(Report.class, id));
    }

    Report get(String id) {
        return find(id).orElseThrow();
    }

    Optional<Report> find(String provinceId, int schoolYear, Wave wave) {
        return entities
                .createQuery(OF_WAVE, Report.class)
                .setParameter("province", provinceId)
                .setParameter("year", schoolYear)
                .setParameter("wave", wave)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The supplementary ones of a year, latest first. */
    List<Report> ofWindows(String provinceId, int schoolYear) {
        return entities.createQuery(OF_WINDOWS, Report.class)
                .setParameter("province", provinceId)
                .setParameter("year", schoolYear)
                .getResultList();
    }

    /** Waits until nobody else works on the report, and reads it as it is then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Report lock(String id) {
        Report report = get(id);
        entities.refresh(report, LockModeType.PESSIMISTIC_WRITE);
        return report;
    }

    /** How many of a Sở wait for its signature. */
    int waiting(String provinceId) {
        return entities.createQuery(
                        "select count(r) from Report r where r.provinceId = :province and r.state = :state", Long.class)
                .setParameter("province", provinceId)
                .setParameter("state", ReportState.WAITING)
                .getSingleResult()
                .intValue();
    }

    /**
     * @param windowId of the extra window; empty for the wave of the calendar
     * @param total versions that it would hold now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Report begin(
            String provinceId, int schoolYear, Wave wave, String windowId, LocalDate effectiveOn, int total) {
        Report report = new Report(provinceId, schoolYear, wave, windowId, effectiveOn, total, clock.instant());
        entities.persist(report);
        // Two that begin the same one at the same time: the second learns of it here, not at its commit.
        entities.flush();
        return report;
    }
}
