package vn.hocba.record;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;

/**
 * Takes what teachers type: subject teachers into their own rows, homeroom teachers into the summary of their own class. One transaction per record, and
 * one answer per cell; a value the rules refuse is kept aside with its reason.
 */
@Service
public class EnterMarks {

    /** The part of the homeroom teacher. */
    public static final String HOMEROOM = Part.CLASS;

    private static final Logger LOG = LoggerFactory.getLogger(EnterMarks.class);

    private final YearRecords records;
    private final RefusedEntryRepository refusedEntries;
    private final Regulations regulations;
    private final RewardKeeping rewards;
    private final Access access;
    private final SchoolDirectory directory;
    private final EntityManager entities;
    private final TransactionTemplate transaction;

    EnterMarks(
            YearRecords records,
            RefusedEntryRepository refusedEntries,
            Regulations regulations,
            RewardKeeping rewards,
            Access access,
            SchoolDirectory directory,
            EntityManager entities,
            PlatformTransactionManager transactions) {
        this.records = records;
        this.refusedEntries = refusedEntries;
        this.regulations = regulations;
        this.rewards = rewards;
        this.access = access;
        this.directory = directory;
        this.entities = entities;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Enters cells. A row that cannot be stored for whatever reason does not hold up the others.
     *
     * @param part a subject's code, or {@link #HOMEROOM}
     * @return an answer for each cell, in the order asked
     */
    public List<Entry.Outcome> enter(String part, List<Entry> entries) {
        CurrentUser user = access.holding(Role.TEACHER);
        Map<String, List<Entry>> byRecord = entries.stream()
                .collect(Collectors.groupingBy(Entry::recordId, LinkedHashMap::new, Collectors.toList()));
        Map<Entry, Entry.Outcome> outcomes = new LinkedHashMap<>();
        byRecord.forEach((recordId, cells) -> outcomes.putAll(enterRow(user, part, recordId, cells)));
        return entries.stream().map(outcomes::get).toList();
    }

    private Map<Entry, Entry.Outcome> enterRow(CurrentUser user, String part, String recordId, List<Entry> cells) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> part.equals(HOMEROOM)
                    ? enterHomeroom(user, recordId, cells)
                    : enterSubject(user, part, recordId, cells)));
        } catch (Refused refused) {
            return turnedAway(recordId, cells, refused.getMessage());
        } catch (RuntimeException failure) {
            String number = Ids.unguessable().substring(0, 8);
            LOG.error("Entering {} of record {} failed, error {}", part, recordId, number, failure);
            return turnedAway(recordId, cells, Texts.vi("record.entry.failed", number));
        }
    }

    private static Map<Entry, Entry.Outcome> turnedAway(String recordId, List<Entry> cells, String reason) {
        Map<Entry, Entry.Outcome> outcomes = new LinkedHashMap<>();
        cells.forEach(cell -> outcomes.put(
                cell, new Entry.Outcome(recordId, cell.field(), false, cell.text(), reason, cell.rowVersion(), false)));
        return outcomes;
    }

    private Map<Entry, Entry.Outcome> enterSubject(CurrentUser user, String part, String recordId, List<Entry> cells) {
        YearRecord record = records.lock(recordId);
        SubjectResult row = record.subjects().stream()
                .filter(subject -> subject.subjectCode().equals(part))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("record.subject-dropped"));
        if (!user.staffId().equals(row.teacherId())) {
            throw Refused.notAllowed("record.not-your-row");
        }
        record.demand(RecordState.COMMENTING);
        if (row.finished()) {
            throw Refused.notNow("record.row-finished");
        }
        demandSameVersion(row.rowVersion(), cells);
        List<Result> results = new ArrayList<>();
        for (Entry cell : cells) {
            results.add(apply(recordId, part, cell, () -> enterSubjectCell(record, row, cell)));
        }
        if (row.exempt()) {
            // The cell of the mark is closed: nobody could correct what is kept aside for it.
            refusedEntries
                    .findByYearRecordIdAndPartAndField(recordId, part, "mark")
                    .ifPresent(refusedEntries::delete);
        }
        rewards.follow(record);
        entities.flush();
        return outcomes(results, row.rowVersion());
    }

    private String enterSubjectCell(YearRecord record, SubjectResult row, Entry cell) {
        Regulation regulation = regulations.of(record);
        Part part = regulation.demandPart(record.grade(), row.subjectCode());
        String value = regulation.read(record.grade(), part.code(), cell.field(), cell.text());
        if (!value.isEmpty() && regulation.closed(record.contents(), part).contains(cell.field())) {
            throw Refused.invalid("record.entry.exempt");
        }
        switch (cell.field()) {
            case "level" -> {
                boolean exempt = value.equals(SubjectResult.EXEMPT);
                row.enterLevel(exempt ? null : orNull(value), exempt);
            }
            case "mark" -> row.enterMark(number(value));
            default -> row.enterComment(orNull(value));
        }
        return value;
    }

    private Map<Entry, Entry.Outcome> enterHomeroom(CurrentUser user, String recordId, List<Entry> cells) {
        YearRecord record = records.lock(recordId);
        if (!user.staffId().equals(directory.classById(record.classId()).homeroomStaffId())) {
            throw Refused.notAllowed("record.not-your-class");
        }
        if (!record.state().isOpenForEntry()) {
            record.demand(RecordState.HOMEROOM);
        }
        demandSameVersion(record.rowVersion(), cells);
        records.countUp(record);
        List<Result> results = new ArrayList<>();
        for (Entry cell : cells) {
            results.add(apply(recordId, HOMEROOM, cell, () -> enterHomeroomCell(record, cell)));
        }
        rewards.follow(record);
        entities.flush();
        return outcomes(results, record.rowVersion());
    }

    private String enterHomeroomCell(YearRecord record, Entry cell) {
        String value = regulations.of(record).read(record.grade(), HOMEROOM, cell.field(), cell.text());
        switch (cell.field()) {
            case "excused", "unexcused" ->
                record.setAbsences(
                        cell.field().equals("excused") ? number(value) : record.excusedAbsences(),
                        cell.field().equals("unexcused") ? number(value) : record.unexcusedAbsences());
            case "heightCm", "weightKg" ->
                record.setBody(
                        cell.field().equals("heightCm") ? number(value) : record.heightCm(),
                        cell.field().equals("weightKg") ? number(value) : record.weightKg());
            case "comment" -> record.setHomeroomComment(orNull(value));
            case "reward" -> {
                return rewards.enter(record, value);
            }
            default -> record.trait(cell.field()).enter(orNull(value));
        }
        return value;
    }

    private static String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    private static Integer number(String value) {
        return value.isEmpty() ? null : Integer.valueOf(value);
    }

    private static void demandSameVersion(Long version, List<Entry> cells) {
        for (Entry cell : cells) {
            if (cell.rowVersion() != null && !cell.rowVersion().equals(version)) {
                throw Refused.notNow("record.row-changed");
            }
        }
    }

    private record Result(Entry entry, boolean accepted, String stored, String reason) {}

    private interface Change {
        String apply();
    }

    private Result apply(String recordId, String part, Entry cell, Change change) {
        var before = refusedEntries.findByYearRecordIdAndPartAndField(recordId, part, cell.field());
        try {
            String stored = change.apply();
            before.ifPresent(refusedEntries::delete);
            return new Result(cell, true, stored == null ? "" : stored, null);
        } catch (Refused refused) {
            RefusedEntry kept = before.orElseGet(() -> new RefusedEntry(recordId, part, cell.field(), ""));
            kept.entered = cell.text().length() <= RefusedEntry.LONGEST
                    ? cell.text()
                    : cell.text().substring(0, RefusedEntry.LONGEST);
            refusedEntries.save(kept);
            return new Result(cell, false, cell.text(), refused.getMessage());
        }
    }

    private static Map<Entry, Entry.Outcome> outcomes(List<Result> results, Long rowVersion) {
        Map<Entry, Entry.Outcome> outcomes = new LinkedHashMap<>();
        for (Result result : results) {
            Entry entry = result.entry();
            outcomes.put(
                    entry,
                    new Entry.Outcome(
                            entry.recordId(),
                            entry.field(),
                            result.accepted(),
                            result.stored(),
                            result.reason(),
                            rowVersion,
                            !result.accepted()));
        }
        return outcomes;
    }
}
