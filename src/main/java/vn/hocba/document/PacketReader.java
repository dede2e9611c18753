package vn.hocba.document;

import static vn.hocba.document.PacketNames.*;

import java.util.List;
import org.w3c.dom.Document;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.Issuer;
import vn.hocba.record.RecordSnapshot.SubjectMarks;
import vn.hocba.record.RecordSnapshot.Summary;
import vn.hocba.record.RecordSnapshot.TraitRow;
import vn.hocba.school.SchoolDirectory.PupilInfo;

/** Reads the values of a packet that has passed the schema, by path and never by search. */
final class PacketReader {

    private PacketReader() {}

    static RecordSnapshot read(Document packet) {
        Fields information = Fields.of(packet).child(DATA).child(INFORMATION);
        Fields general = information.child(GENERAL);
        return new RecordSnapshot(
                general.text(LOOKUP_CODE),
                general.text(YEAR_RECORD),
                general.number(VERSION),
                keyOf(LEVELS, general.text(LEVEL)),
                schoolYearStart(general.text(SCHOOL_YEAR)),
                general.number(GRADE),
                general.text(CLASS_NAME),
                general.date(CREATED_ON),
                issuer(information.child(ISSUER)),
                pupil(information.child(PUPIL)),
                subjects(information.child(SUBJECTS)),
                traits(information.child(TRAITS)),
                summary(information.child(SUMMARY)));
    }

    private static Issuer issuer(Fields f) {
        return new Issuer(
                f.text(SCHOOL_CODE),
                f.text(SCHOOL_NAME),
                f.text(TAX_CODE),
                f.text(PROVINCE_CODE),
                f.text(PROVINCE_NAME),
                f.text(PLACE));
    }

    private static PupilInfo pupil(Fields f) {
        return new PupilInfo(
                f.text(PUPIL_ID),
                f.text(PUPIL_CODE),
                f.text(FULL_NAME),
                f.date(BIRTH_DATE),
                f.text(GENDER),
                f.text(ETHNICITY),
                f.text(NATIONALITY),
                f.text(PERSONAL_ID),
                f.text(BIRTH_PLACE),
                f.text(HOME_TOWN),
                f.text(RESIDENCE),
                f.text(FATHER_NAME),
                f.text(FATHER_JOB),
                f.text(MOTHER_NAME),
                f.text(MOTHER_JOB),
                f.text(GUARDIAN_NAME));
    }

    private static List<SubjectMarks> subjects(Fields table) {
        return table.children(SUBJECT_ROW).stream()
                .map(f -> new SubjectMarks(
                        f.attribute(ID),
                        f.text(SUBJECT_CODE),
                        f.text(SUBJECT_NAME),
                        f.text(ACHIEVED),
                        f.number(MARK),
                        f.flag(EXEMPT),
                        f.text(COMMENT),
                        f.text(TEACHER_ID),
                        f.text(TEACHER_NAME)))
                .toList();
    }

    private static List<TraitRow> traits(Fields table) {
        return table.children(TRAIT).stream()
                .map(f -> new TraitRow(
                        f.text(TRAIT_CODE),
                        keyOf(TRAIT_GROUPS, f.text(TRAIT_GROUP)),
                        f.text(TRAIT_NAME),
                        f.text(ACHIEVED)))
                .toList();
    }

    private static Summary summary(Fields f) {
        String overall = f.text(OVERALL);
        return new Summary(
                f.number(EXCUSED),
                f.number(UNEXCUSED),
                f.number(HEIGHT),
                f.number(WEIGHT),
                f.text(HOMEROOM_ID),
                f.text(HOMEROOM_NAME),
                f.text(HOMEROOM_COMMENT),
                overall == null ? null : keyOf(OVERALL_RESULTS, overall),
                f.flag(PROGRAMME_COMPLETED),
                f.flag(PROMOTED),
                f.text(REWARD));
    }
}
