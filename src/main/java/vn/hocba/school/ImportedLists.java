package vn.hocba.school;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hocba.school.ImportPreview.Kind;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.shared.Ids;
import vn.hocba.shared.UtcTimes;

/** The lists of pupils that were imported: one that comes again after a newer one is older than what is stored, and says so. */
@Component
class ImportedLists {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ImportedLists(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** Tells of the lists of an upload that are older than what is stored, and keeps all of them when the plan is carried out. */
    void look(KnownSchool school, List<UploadedFile> files, ImportPlan plan) {
        for (UploadedFile file : files) {
            if (file.kind() == Kind.PUPILS) {
                newerThan(school, file.hash()).ifPresent(day -> {
                    school.newerListOf.put(file.name(), day);
                    plan.sheetProblem(
                            Severity.WARNING,
                            file.name(),
                            null,
                            Reason.of("school.file.older-list", Wanted.shown(day)));
                });
                plan.write(() -> keep(school, file.hash()));
            }
        }
        if (files.stream().anyMatch(file -> file.kind() == Kind.PUPILS)) {
            plan.write(() -> events.publishEvent(new PupilsImported(school.unit.id(), school.year.start())));
        }
    }

    /** The day of the latest import of another list after this one was imported; empty where there is none, or this one never was. */
    private Optional<LocalDate> newerThan(KnownSchool school, String hash) {
        return jdbc.sql(
                        "select max(n.imported_at) as newer from imported_list n where n.school_id = ? and n.school_year = ?"
                                + " and n.file_hash <> ? and n.imported_at > (select max(o.imported_at) from imported_list o"
                                + " where o.school_id = ? and o.school_year = ? and o.file_hash = ?)")
                .params(school.unit.id(), school.year.start(), hash, school.unit.id(), school.year.start(), hash)
                .query((row, n) -> Optional.ofNullable(UtcTimes.read(row, "newer")))
                .single()
                .map(this::day);
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    private void keep(KnownSchool school, String hash) {
        jdbc.sql(
                        "insert into imported_list (id, row_version, school_id, school_year, file_hash, imported_at) values (?, 0, ?, ?, ?, ?)")
                .params(Ids.next(), school.unit.id(), school.year.start(), hash, UtcTimes.bind(clock.instant()))
                .update();
    }
}
