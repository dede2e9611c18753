package vn.hocba.school;

import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.school.ImportPreview.Counts;
import vn.hocba.school.ImportPreview.Kind;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.Texts;

/**
 * Takes in the sector database's workbooks: lists of staff and pupils, assignments, marks per class. The files of an upload are seen together, so that one
 * upload of a school's whole folder works in any order; each works alone too, against what is stored.
 */
@Service
public class SchoolImport {

    private static final Set<SchoolLevel> SUPPORTED = Set.of(SchoolLevel.PRIMARY);

    private final Access access;
    private final OrgUnitRepository units;
    private final ImportPlanner planner;
    private final StaffAfterImport staff;
    private final SchoolSizes sizes;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    SchoolImport(
            Access access,
            OrgUnitRepository units,
            ImportPlanner planner,
            StaffAfterImport staff,
            SchoolSizes sizes,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.access = access;
        this.units = units;
        this.planner = planner;
        this.staff = staff;
        this.sizes = sizes;
        this.audit = audit;
        this.events = events;
    }

    /** @throws Refused when records of this level cannot be kept yet */
    public static void requireSupported(SchoolLevel level) {
        if (!SUPPORTED.contains(level)) {
            throw Refused.invalid("school.level-unsupported", Texts.vi("school.level." + level));
        }
    }

    /**
     * Says what {@link #apply} would do now with the files that can be taken; writes nothing but, where the files name pupils who are known already, a line
     * of the log.
     *
     * @throws Refused when the user is not the admin of this school, or its level is not supported
     */
    @Transactional
    public ImportPreview preview(String schoolId, List<NamedFile> files) {
        access.at(schoolId, Right.IMPORT);
        ImportPlan plan = planner.plan(schoolId, files);
        ImportPreview report = plan.report();
        if (plan.comparedPupils() + plan.strangePupils() > 0) {
            audit.append(
                    schoolId,
                    "school.import-previewed",
                    "%s; files %d, pupils compared %d, of other schools %d"
                            .formatted(report.schoolYear(), files.size(), plan.comparedPupils(), plan.strangePupils()));
        }
        return report;
    }

    /**
     * Writes what the files bring, all or nothing, but for rows with errors, which are left out whole and reported. Who asks has seen a preview of these very
     * files: one that cannot be taken is not passed over, it is left out beforehand.
     *
     * @throws Refused when the user is not the admin of this school, its level is not supported, a file cannot be taken as a whole, or somebody else
     *     changed the same rows meanwhile
     */
    @Transactional
    public ImportResult apply(String schoolId, List<NamedFile> files) {
        access.at(schoolId, Right.IMPORT);
        // Two uploads to the same school would otherwise both create what neither of them sees.
        units.lock(schoolId);
        ImportPlan plan = planner.plan(schoolId, files);
        ImportPreview report = plan.report();
        demandAllTaken(report);
        try {
            plan.carryOut();
            staff.follow(schoolId, plan);
        } catch (DataIntegrityViolationException e) {
            throw Refused.notNow("school.import.conflict");
        }
        sizes.changed(schoolId, report.schoolYear().start());
        if (report.files().stream().anyMatch(file -> file.kind() == Kind.PUPILS)) {
            events.publishEvent(new PupilsImported(schoolId, report.schoolYear().start()));
        }
        Counts total = report.total();
        audit.append(
                schoolId,
                "school.imported",
                "%s; files %d, created %d, changed %d, unchanged %d, left out %d; pupils of other schools %d"
                        .formatted(
                                report.schoolYear(),
                                files.size(),
                                total.created(),
                                total.changed(),
                                total.unchanged(),
                                total.leftOut(),
                                plan.strangePupils()));
        return new ImportResult(report.schoolYear(), report.files(), total, report.problems());
    }

    private static void demandAllTaken(ImportPreview report) {
        report.files().stream()
                .filter(file -> file.refusal() != null)
                .findFirst()
                .ifPresent(file -> {
                    throw Refused.invalid(
                            "school.import.file-refused",
                            file.name(),
                            file.refusal().text(Texts.VIETNAMESE));
                });
        if (report.files().isEmpty()) {
            throw Refused.invalid("school.import.nothing");
        }
    }
}
