package vn.hocba.dossier;

import java.util.List;
import java.util.Set;
import vn.hocba.record.CellChanges;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.Conclusion;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory.PupilInfo;

/**
 * Somebody before a record, and what of it the person's work needs (docs/decisions/0043).
 *
 * @param parts whose cells are read where not all of them are
 */
record Reader(YearRecord record, View view, Set<String> parts) {

    /** How much of a record somebody reads. */
    enum View {
        /** Everything, and who else read it: the school's leaders. */
        ALL,
        /** Everything: the clerk, the homeroom teacher. */
        WHOLE,
        /** What was handed in, not what a school is still working on, and who read it: the Sở. */
        HANDED_IN,
        /** The rows that the person fills in, and the pupil's name: the teacher of a subject. */
        OWN_ROWS,
        /** Who the pupil is and how far the record is, and of the assessment what the person fills in: the school's admin. */
        PERSON
    }

    Reader {
        parts = Set.copyOf(parts);
    }

    boolean readsWhole() {
        return view == View.ALL || view == View.WHOLE || view == View.HANDED_IN;
    }

    /** Whether what the school is working on is read; the Sở reads what was handed in last. */
    boolean readsDrafts() {
        return view != View.HANDED_IN || !record.state().isInWork() || record.state() == RecordState.SUBMITTED;
    }

    boolean readsWhoRead() {
        return view == View.ALL || view == View.HANDED_IN;
    }

    /** Whether the cells of a part are among what is read. */
    boolean readsPart(String part) {
        return readsWhole() || parts.contains(part);
    }

    /** Of a version that the person does not read, nothing. */
    boolean reads(CellChanges.Change change) {
        return readsDrafts() && readsPart(change.part());
    }

    /** What the person reads of it. With code and birth date anybody finds the whole record, so the code goes with the whole. */
    RecordSnapshot of(RecordSnapshot content) {
        if (readsWhole()) {
            return content;
        }
        List<RecordSnapshot.Part> read =
                content.parts().stream().filter(part -> readsPart(part.code())).toList();
        return new RecordSnapshot(
                "",
                content.yearRecordId(),
                content.versionNo(),
                content.level(),
                content.schoolYear(),
                content.grade(),
                content.className(),
                content.createdOn(),
                content.issuer(),
                view == View.PERSON ? content.pupil() : nameOf(content.pupil()),
                content.regulation(),
                read,
                content.homeroom(),
                new Conclusion(null, false, null, null));
    }

    private static PupilInfo nameOf(PupilInfo pupil) {
        return new PupilInfo(
                pupil.id(),
                pupil.moetCode(),
                pupil.fullName(),
                pupil.birthDate(),
                pupil.gender(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
