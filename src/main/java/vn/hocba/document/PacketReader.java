package vn.hocba.document;

import static vn.hocba.document.PacketNames.*;

import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.Issuer;
import vn.hocba.record.RecordSnapshot.Study;
import vn.hocba.record.Tt27Version;
import vn.hocba.school.SchoolDirectory.PupilInfo;
import vn.hocba.shared.Refused;

/** Reads the values of a packet that has passed the schema, by path and never by search. */
final class PacketReader {

    private PacketReader() {}

    static RecordSnapshot read(Document packet) {
        Fields information = Fields.of(packet).child(DATA).child(INFORMATION);
        List<Fields> byRegulation = information.children(BY_REGULATION);
        RecordSnapshot version =
                byRegulation.isEmpty() ? ofTt27(information) : ofParts(information, byRegulation.get(0));
        demandAgrees(information, version);
        return version.having(studies(information));
    }

    /** A packet that names no regulation is of TT 27/2020. */
    private static RecordSnapshot ofTt27(Fields information) {
        Fields general = information.child(GENERAL);
        RecordSnapshot said = Tt27Version.of(
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
        return Tt27Version.exempting(said, Tt27Content.exemptions(information));
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

    /** What a packet says twice, for those who read one field alone, it says alike; packets of earlier years say it once. */
    private static void demandAgrees(Fields information, RecordSnapshot version) {
        demandAgrees(information.child(GENERAL), STATUS, status(version.versionNo()));
        information.children(SUMMARY).stream()
                .findFirst()
                .ifPresent(summary -> demandAgrees(
                        summary, LEVEL_COMPLETED, version.conclusion().completed() ? "1" : "0"));
    }

    private static void demandAgrees(Fields fields, String name, String value) {
        String said = fields.text(name);
        if (said != null && !said.equals(value)) {
            throw Refused.invalid("packet.disagrees", name);
        }
    }

    private static List<Study> studies(Fields information) {
        return information.children(STUDIES).stream()
                .flatMap(studies -> studies.children(STUDY).stream())
                .map(f -> new Study(
                        schoolYearStart(f.text(SCHOOL_YEAR)),
                        f.text(CLASS_NAME),
                        f.text(SCHOOL_NAME),
                        f.text(REGISTER_NO),
                        f.date(ENTERED_ON)))
                .toList();
    }

    /** As what somebody signs for the school; empty in a packet that waits for it, and in those that were signed before packets said so. */
    static Optional<ActingFor> actingFor(Document packet) {
        return actingFor(Fields.of(packet).child(DATA));
    }

    /** The same of the part of a document that says it. */
    static Optional<ActingFor> actingFor(Fields part) {
        return part.children(MANAGER).stream()
                .findFirst()
                .map(f -> new ActingFor(
                        f.text(MANAGER_NAME),
                        keyOf(CAPACITIES, f.text(MANAGER_CAPACITY)),
                        f.text(MANAGER_TITLE),
                        f.text(MANAGER_DECISION)));
    }

    private static Issuer issuer(Fields f) {
        return new Issuer(
                f.text(SCHOOL_CODE),
                f.text(SCHOOL_NAME),
                f.text(TAX_CODE),
                f.text(PROVINCE_CODE),
                f.text(PROVINCE_NAME),
                f.text(PLACE),
                f.text(COMMUNE));
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
                f.text(MOTHER_NAME),
                f.text(GUARDIAN_NAME),
                f.text(POLICY_GROUP),
                f.text(TRAVEL_DOCUMENT),
                f.text(TRAVEL_DOCUMENT_NO));
    }
}
