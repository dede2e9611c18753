package vn.hocba.document;

import static vn.hocba.document.PacketNames.*;

import java.util.List;
import org.w3c.dom.Document;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.Issuer;
import vn.hocba.record.Tt27Version;
import vn.hocba.school.SchoolDirectory.PupilInfo;
import vn.hocba.shared.Refused;

/** Reads the values of a packet that has passed the schema, by path and never by search. */
final class PacketReader {

    private PacketReader() {}

    static RecordSnapshot read(Document packet) {
        Fields information = Fields.of(packet).child(DATA).child(INFORMATION);
        List<Fields> byRegulation = information.children(BY_REGULATION);
        return byRegulation.isEmpty() ? ofTt27(information) : ofParts(information, byRegulation.get(0));
    }

    /** A packet that names no regulation is of TT 27/2020. */
    private static RecordSnapshot ofTt27(Fields information) {
        Fields general = information.child(GENERAL);
        return Tt27Version.of(
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
                Tt27Content.subjects(information),
                Tt27Content.traits(information),
                Tt27Content.comments(information),
                Tt27Content.individually(information),
                information.child(SUMMARY).text(REWARD_GROUND),
                Tt27Content.summary(information));
    }

    private static RecordSnapshot ofParts(Fields information, Fields content) {
        Fields general = information.child(GENERAL);
        if (!PartsContent.areOf(content, general.text(YEAR_RECORD))) {
            throw Refused.invalid("packet.row-of-another");
        }
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
                content.attribute(CODE_ATTRIBUTE),
                PartsContent.parts(content),
                PartsContent.homeroom(content),
                PartsContent.conclusion(content));
    }

    static boolean namesRegulation(Document packet) {
        return !Fields.of(packet)
                .child(DATA)
                .child(INFORMATION)
                .children(BY_REGULATION)
                .isEmpty();
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
}
