package vn.hocba.record;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.Reward;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
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
    private final RowTeachers teachers;
    private final EntityManager entities;
    private final TransactionTemplate transaction;

    EnterMarks(
            YearRecords records,
            RefusedEntryRepository refusedEntries,
            Regulations regulations,
            RewardKeeping rewards,
            Access access,
            RowTeachers teachers,
            EntityManager entities,
            PlatformTransactionManager transactions) {
        this.records = records;
        this.refusedEntries = refusedEntries;
        this.regulations = regulations;
        this.rewards = rewards;
        this.access = access;
        this.teachers = teachers;
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
        CurrentUser user = access.holding(Right.ENTER_MARKS);
        Map<String, List<Entry>> byRecord = entries.stream()
                .collect(Collectors.groupingBy(Entry::recordId, LinkedHashMap::new, Collectors.toList()));
        Map<Entry, Entry.Outcome> outcomes = new LinkedHashMap<>();
        byRecord.forEach((recordId, cells) -> outcomes.putAll(enterRow(user, part, recordId, cells)));
        return entries.stream().map(outcomes::get).toList();
    }

    private Map<Entry, Entry.Outcome> enterRow(CurrentUser user, String part, String recordId, List<Entry> cells) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> enterPart(user, part, recordId, cells)));
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

    private Map<Entry, Entry.Outcome> enterPart(CurrentUser user, String part, String recordId, List<Entry> cells) {
        YearRecord record = records.lock(recordId);
        Regulation regulation = regulations.of(record);
        RecordPart row = record.findPart(part).orElseThrow(() -> Refused.notFound("record.subject-dropped"));
        Part form = regulation.demandPart(record.grade(), part);
        teachers.demandOwn(user, record, row);
        demandOpen(record, row);
        demandSameVersion(row.rowVersion(), cells);
        Reward before = record.rewardAsItStands();
        Sheet sheet = new Sheet(record, row, regulation, form);
        List<Result> results =
                cells.stream().map(cell -> enterCell(sheet, cell)).toList();
        // Nobody could correct what is kept aside for a closed cell.
        for (String closed : regulation.closed(record.contents(), form)) {
            refusedEntries
                    .findByYearRecordIdAndPartAndField(recordId, part, closed)
                    .ifPresent(refusedEntries::delete);
        }
        rewards.follow(record);
        if (!record.rewardAsItStands().equals(before)) {
            record.findPart(Part.CLASS).ifPresent(records::countUp);
        }
        entities.flush();
        return outcomes(results, row.rowVersion());
    }

    private static void demandOpen(YearRecord record, RecordPart row) {
        if (row.kind() == Part.Kind.CLASS) {
            if (!record.state().isOpenForEntry()) {
                record.demand(RecordState.HOMEROOM);
            }
            return;
        }
        record.demand(RecordState.COMMENTING);
        if (row.finished()) {
            throw Refused.notNow("record.row-finished");
        }
    }

    private static void demandSameVersion(Long version, List<Entry> cells) {
        for (Entry cell : cells) {
            if (cell.rowVersion() != null && !cell.rowVersion().equals(version)) {
                throw Refused.notNow("record.row-changed");
            }
        }
    }

    /** A part of a record that is being typed into, and its form. */
    private record Sheet(YearRecord record, RecordPart row, Regulation regulation, Part form) {}

    private record Result(Entry entry, boolean accepted, String stored, String reason, boolean kept) {}

    private Result enterCell(Sheet sheet, Entry entry) {
        Optional<Cell> cell = sheet.form().cells().stream()
                .filter(one -> one.code().equals(entry.field()))
                .findFirst();
        if (cell.isEmpty()) {
            return notThere(sheet, entry);
        }
        String recordId = sheet.record().id();
        String part = sheet.form().code();
        Optional<RefusedEntry> before = refusedEntries.findByYearRecordIdAndPartAndField(recordId, part, entry.field());
        try {
            String stored = store(sheet, cell.get(), entry.text());
            before.ifPresent(refusedEntries::delete);
            return new Result(entry, true, stored, null, false);
        } catch (Refused refused) {
            RefusedEntry kept = before.orElseGet(() -> new RefusedEntry(recordId, part, entry.field(), ""));
            kept.enter(entry.text());
            refusedEntries.save(kept);
            return new Result(entry, false, entry.text(), refused.getMessage(), true);
        }
    }

    /** Not kept aside: no column shows it, and it would be in the way of «Hoàn tất». */
    private static Result notThere(Sheet sheet, Entry entry) {
        RuntimeException reason = sheet.regulation().noSuchCell(sheet.record().grade(), sheet.form(), entry.field());
        if (reason instanceof Refused refused) {
            return new Result(entry, false, entry.text(), refused.getMessage(), false);
        }
        throw reason;
    }

    private String store(Sheet sheet, Cell cell, String typed) {
        YearRecord record = sheet.record();
        String text = sheet.regulation().read(record.grade(), sheet.form(), cell, typed);
        if (!text.isEmpty()
                && sheet.regulation().closed(record.contents(), sheet.form()).contains(cell.code())) {
            throw Refused.invalid("record.entry.exempt");
        }
        demandGranted(sheet, cell, text);
        if (sheet.row().kind() == Part.Kind.CLASS && cell.code().equals(YearRecord.REWARD)) {
            return Objects.toString(rewards.enter(record, text), "");
        }
        sheet.row().put(cell.code(), text);
        return text;
    }

    /** Who is exempt from a subject the head decides: a row says it by the decision, and as long as it holds. */
    private static void demandGranted(Sheet sheet, Cell cell, String text) {
        String exempt = sheet.row().kind() == Part.Kind.CLASS
                ? null
                : sheet.regulation().exemptCells().get(cell.code());
        boolean granted = Exempted.ground(sheet.record(), sheet.form().code()) != null;
        if (exempt != null && granted != text.equals(exempt)) {
            if (granted) {
                throw Refused.invalid("record.entry.is-exempt", sheet.form().name());
            }
            if (text.equals(exempt)) {
                throw Refused.invalid("record.entry.not-exempt", sheet.form().name());
            }
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
                            result.kept()));
        }
        return outcomes;
    }
}
