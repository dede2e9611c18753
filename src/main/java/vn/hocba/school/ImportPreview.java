package vn.hocba.school;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hocba.shared.SchoolYear;

/**
 * What an import will do, file by file; nothing has been written.
 *
 * @param schoolYear of all the files; null when every file was refused
 * @param changes what stored values will become, in the order of the files
 * @param problems in the order of the files
 * @param accountsClosed names of the people who are gone and whose accounts will end
 * @param accountsReopened names of the people who are back and whose accounts will be given back
 */
public record ImportPreview(
        SchoolYear schoolYear,
        List<FileReport> files,
        List<Change> changes,
        List<Problem> problems,
        List<String> accountsClosed,
        List<String> accountsReopened) {

    public ImportPreview {
        files = List.copyOf(files);
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
        accountsClosed = List.copyOf(accountsClosed);
        accountsReopened = List.copyOf(accountsReopened);
    }

    /** What a workbook holds. */
    public enum Kind {
        PUPILS,
        STAFF,
        ASSIGNMENTS,
        MARKS
    }

    /** What a row brings. */
    public enum Thing {
        CLASS,
        STAFF,
        PUPIL,
        ASSIGNMENT,
        MARK
    }

    /**
     * How many of a thing.
     *
     * @param leftOut because of an error in the row, or because the pupil is not studying here
     */
    public record Counts(int created, int changed, int unchanged, int leftOut) {

        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(
                    created + other.created,
                    changed + other.changed,
                    unchanged + other.unchanged,
                    leftOut + other.leftOut);
        }
    }

    /**
     * One file of the upload.
     *
     * @param kind null when it was not recognised
     * @param refusal why the whole file cannot be taken; null when it can
     * @param statuses of a list of pupils: how many are studying, moved away …
     */
    public record FileReport(
            String name, Kind kind, Reason refusal, Map<Thing, Counts> counts, Map<EnrolmentStatus, Integer> statuses) {

        public FileReport {
            counts = Map.copyOf(counts);
            statuses = Map.copyOf(statuses);
        }
    }

    /**
     * A stored value that becomes another.
     *
     * @param row as Excel shows it
     * @param who the pupil, member of staff or class
     * @param field the name of the column, or what stands for it
     */
    public record Change(
            String file, String sheet, int row, Thing thing, String who, String field, String before, String after) {}

    /** How much a problem matters. */
    public enum Severity {
        /** The row is left out. */
        ERROR,
        /** The row is taken; somebody should look. */
        WARNING
    }

    /**
     * Something that is not as it should be.
     *
     * @param row as Excel shows it; null when it concerns the whole sheet
     * @param cell as Excel calls it, such as «W7»; null when it concerns more than one
     * @param column its name in the sheet; null when it concerns the whole row
     * @param value as it stands there; null when there is none
     */
    public record Problem(
            Severity severity,
            String file,
            String sheet,
            Integer row,
            String cell,
            String column,
            String value,
            Reason reason) {}

    /** How many pupils come into another class or get another status than is stored; their open records follow. */
    public long pupilsMoved() {
        Set<String> fields = Set.of(Column.CLASS.label(), Column.STATUS.label());
        return changes.stream()
                .filter(change -> change.thing() == Thing.PUPIL && fields.contains(change.field()))
                .map(Change::who)
                .distinct()
                .count();
    }

    /** Whether any file can be taken. */
    public boolean canBeApplied() {
        return files.stream().anyMatch(file -> file.refusal() == null);
    }

    /** The names of the files that cannot be taken; who applies leaves them out. */
    public List<String> refusedFiles() {
        return files.stream()
                .filter(file -> file.refusal() != null)
                .map(FileReport::name)
                .toList();
    }

    /** Whether this does what another said that its files will do, without those that it refused. In which order values change does not matter. */
    boolean doesAsSaid(ImportPreview seen) {
        return files.equals(seen.files.stream()
                        .filter(file -> file.refusal() == null)
                        .toList())
                && Set.copyOf(changes).equals(Set.copyOf(seen.changes))
                && Set.copyOf(accountsClosed).equals(Set.copyOf(seen.accountsClosed))
                && Set.copyOf(accountsReopened).equals(Set.copyOf(seen.accountsReopened));
    }

    /** The sums over all files. */
    public Counts total() {
        return files.stream().flatMap(file -> file.counts().values().stream()).reduce(Counts.NONE, Counts::plus);
    }

    /** The sums of one thing over all files. */
    public Counts total(Thing thing) {
        return files.stream()
                .map(file -> file.counts().getOrDefault(thing, Counts.NONE))
                .reduce(Counts.NONE, Counts::plus);
    }

    /** How many problems of a severity. */
    public long count(Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }
}
