package vn.hocba.dossier;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.dossier.Reader.View;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.PacketStore;
import vn.hocba.record.RecordHolders;
import vn.hocba.record.RecordPart;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.RecordId;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;

/**
 * Who reads a record, and how much of it: its school's leaders and clerk, those of a school to or from which it was transferred, and its homeroom teacher the
 * whole; its teachers their rows; the school's admin whom it is about; the Sở what was handed in. Intermediate units see progress only.
 */
@Component
class RecordAccess {

    private final Access access;
    private final SchoolDirectory directory;
    private final RecordHolders holders;
    private final YearRecords records;
    private final PacketStore packets;

    RecordAccess(
            Access access, SchoolDirectory directory, RecordHolders holders, YearRecords records, PacketStore packets) {
        this.access = access;
        this.directory = directory;
        this.holders = holders;
        this.records = records;
        this.packets = packets;
    }

    /** @throws Refused when there is no such record, or it is not the current user's concern */
    Reader demand(String recordId) {
        CurrentUser user = access.holding(Right.READ_RECORDS);
        YearRecord record = records.get(recordId);
        boolean held = holdsOrHeld(user, record);
        if (held && Right.READ_ALL_OF_RECORDS.isOf(user)) {
            return new Reader(record, View.ALL, Set.of());
        }
        if (held && Right.READ_WHOLE_RECORDS.isOf(user)) {
            return new Reader(record, View.WHOLE, Set.of());
        }
        if (Right.READ_HANDED_IN.isOf(user)) {
            if (!Right.READ_HANDED_IN.reaches(
                    user, directory.unit(record.schoolId()).path())) {
                throw unknown();
            }
            return ofTheProvince(record);
        }
        return atTheSchool(user, record, held);
    }

    /** @throws Refused also when the current user reads a part of it only */
    Reader demandWhole(String recordId) {
        Reader reader = demand(recordId);
        if (!reader.readsWhole()) {
            throw Refused.notAllowed("steps.not-the-whole");
        }
        return reader;
    }

    /** Whether the current user reads the whole of a record. */
    boolean readsWhole(String recordId) {
        try {
            return demand(recordId).readsWhole();
        } catch (Refused notTheirs) {
            return false;
        }
    }

    /** A record of other units is answered like one that is not there. */
    private static Refused unknown() {
        return Refused.notFound("record.unknown");
    }

    private boolean holdsOrHeld(CurrentUser user, YearRecord record) {
        boolean office = Right.READ_PERSONS.isOf(user);
        return office
                && (user.actsFor(record.schoolId())
                        || holders.holdsOrHeld(new RecordId(record.id()), new SchoolId(user.unitId())));
    }

    private Reader ofTheProvince(YearRecord record) {
        Reader reader = new Reader(record, View.HANDED_IN, Set.of());
        if (reader.readsDrafts() || packets.inForce(record.id()).isPresent()) {
            return reader;
        }
        throw Refused.notNow("steps.not-handed-in", record.state().term());
    }

    private Reader atTheSchool(CurrentUser user, YearRecord record, boolean held) {
        if (Right.READ_OWN_PUPILS.isOf(user, record.schoolId())) {
            if (directory.classById(record.classId()).isLedBy(user.staffId())) {
                return new Reader(record, View.WHOLE, Set.of());
            }
            Set<String> own = record.subjects().stream()
                    .filter(row -> user.staffId().equals(row.staffId()))
                    .map(RecordPart::code)
                    .collect(Collectors.toSet());
            if (held || !own.isEmpty()) {
                return new Reader(record, held ? View.PERSON : View.OWN_ROWS, own);
            }
        }
        if (held) {
            return new Reader(record, View.PERSON, Set.of());
        }
        if (!user.unitId().equals(record.schoolId())) {
            throw unknown();
        }
        access.at(record.schoolId(), Right.READ_OWN_PUPILS);
        throw Refused.notAllowed("steps.not-your-pupil");
    }
}
