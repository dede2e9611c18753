package vn.hocba.school;

import java.util.List;
import vn.hocba.school.ImportPreview.Counts;
import vn.hocba.school.ImportPreview.FileReport;
import vn.hocba.school.ImportPreview.Problem;
import vn.hocba.shared.SchoolYear;

/**
 * What an import has done.
 *
 * @param total over all files
 * @param problems rows left out (errors) and rows that somebody should look at (warnings)
 */
public record ImportResult(SchoolYear schoolYear, List<FileReport> files, Counts total, List<Problem> problems) {

    public ImportResult {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }
}
