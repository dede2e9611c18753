package vn.hocba.school;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.hocba.school.ImportPlan.Place;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.ImportPreview.Thing;
import vn.hocba.school.workbook.SheetRow;

/** Finds pupils who stand on hidden sheets only: the sheets are not read, and their pupils would be without a record with nobody the wiser. */
final class HiddenPupils {

    private final KnownSchool school;
    private final PupilStatuses statuses;
    private final Set<String> seen = new HashSet<>();

    HiddenPupils(KnownSchool school, PupilStatuses statuses) {
        this.school = school;
        this.statuses = statuses;
    }

    /** Counts them as left out, and says how many of each sheet; to be asked when the lists that are read have been planned. */
    void tell(List<UploadedFile> files, ImportPlan plan) {
        for (UploadedFile file : files) {
            for (SheetTable table : file.hiddenTables()) {
                if (table.kind() == SheetKind.PUPILS) {
                    tell(file.name(), table, plan);
                }
            }
        }
    }

    private void tell(String file, SheetTable table, ImportPlan plan) {
        int missing = 0;
        for (SheetRow row : table.rows()) {
            if (isMissing(table, row)) {
                plan.leftOut(new Place(file, table, row), Thing.PUPIL);
                missing++;
            }
        }
        if (missing > 0) {
            plan.sheetProblem(Severity.ERROR, file, table.sheet(), Reason.of("school.file.hidden-pupils", missing));
        }
    }

    /** Who has left has no record to miss; who stands in a list that is read is told of there. */
    private boolean isMissing(SheetTable table, SheetRow row) {
        boolean gone = statuses.of(table.cell(row, Column.STATUS).text())
                .filter(status -> status.group() != EnrolmentStatus.STUDYING)
                .isPresent();
        String code = Codes.moet(table.cell(row, Column.MOET_CODE));
        if (gone || code == null) {
            return !gone;
        }
        String whole = school.pupilIdByCode.containsKey(code) ? code : Codes.withLostZeros(code);
        boolean listed = school.classByPupilId.containsKey(school.pupilIdByCode.get(whole));
        return seen.add(whole) && !listed && !school.untaken.contains(whole);
    }
}
