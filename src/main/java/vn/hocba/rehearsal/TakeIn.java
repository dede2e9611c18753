package vn.hocba.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.school.ImportPreview;
import vn.hocba.school.ImportPreview.Counts;
import vn.hocba.school.ImportPreview.FileReport;
import vn.hocba.school.ImportPreview.Problem;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.ImportPreview.Thing;
import vn.hocba.school.ImportResult;
import vn.hocba.school.NamedFile;
import vn.hocba.school.SchoolImport;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;

/** Takes in a folder as the person at the screen would: what cannot be taken is left out with its reason, the rest goes on. */
@Component
class TakeIn {

    private final SchoolImport schoolImport;
    private final Session session;

    TakeIn(SchoolImport schoolImport, Session session) {
        this.schoolImport = schoolImport;
        this.session = session;
    }

    /**
     * What became of the files.
     *
     * @param files a line of each
     * @param refused how many could not be taken as a whole
     * @param pupilsLeftOut how many rows of lists of pupils were left out
     * @param errors what was left out, and why
     * @param warnings what somebody should look at
     */
    record Taken(List<String> files, int refused, int pupilsLeftOut, List<String> errors, List<String> warnings) {}

    /** @throws Refused when no file at all can be taken */
    Taken all(CurrentUser admin, List<NamedFile> files) {
        return session.as(admin, () -> {
            try {
                ImportResult result = schoolImport.apply(admin.unitId(), files);
                return taken(result.files(), List.of(), result.problems());
            } catch (Refused oneOfThem) {
                return allBut(admin, files, schoolImport.preview(admin.unitId(), files), oneOfThem);
            }
        });
    }

    private Taken allBut(CurrentUser admin, List<NamedFile> files, ImportPreview preview, Refused why) {
        List<FileReport> refused =
                preview.files().stream().filter(file -> file.refusal() != null).toList();
        if (refused.isEmpty() || !preview.canBeApplied()) {
            throw why;
        }
        List<NamedFile> rest = files.stream()
                .filter(file -> !preview.refusedFiles().contains(file.name()))
                .toList();
        ImportResult result = schoolImport.apply(admin.unitId(), rest);
        return taken(result.files(), refused, result.problems());
    }

    private static Taken taken(List<FileReport> files, List<FileReport> refused, List<Problem> problems) {
        List<String> lines = new ArrayList<>();
        Stream.concat(files.stream(), refused.stream())
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .forEach(file -> lines.add(file.name() + ": " + said(file)));
        int left = files.stream()
                .mapToInt(file -> file.counts()
                        .getOrDefault(Thing.PUPIL, new Counts(0, 0, 0, 0))
                        .leftOut())
                .sum();
        return new Taken(lines, refused.size(), left, said(problems, Severity.ERROR), said(problems, Severity.WARNING));
    }

    private static String said(FileReport file) {
        if (file.refusal() != null) {
            return Texts.vi("rehearsal.not-taken", file.refusal().text(Texts.VIETNAMESE));
        }
        String counts = file.counts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> Texts.vi(
                        "rehearsal.taken",
                        Texts.vi("school.import.thing." + entry.getKey()),
                        entry.getValue().created() + entry.getValue().changed(),
                        entry.getValue().unchanged(),
                        entry.getValue().leftOut()))
                .collect(Collectors.joining("; "));
        return counts.isEmpty() ? Texts.vi("rehearsal.nothing-in-it") : counts;
    }

    private static List<String> said(List<Problem> problems, Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .map(problem -> Stream.of(
                                        problem.file(),
                                        problem.sheet(),
                                        problem.cell() == null && problem.row() != null
                                                ? Texts.vi("school.import.line", Integer.toString(problem.row()))
                                                : problem.cell())
                                .filter(part -> part != null)
                                .collect(Collectors.joining(", "))
                        + ": " + problem.reason().text(Texts.VIETNAMESE))
                .toList();
    }
}
