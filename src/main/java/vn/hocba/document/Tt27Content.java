package vn.hocba.document;

import static vn.hocba.document.PacketNames.*;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.hocba.assessment.AssessedBy;
import vn.hocba.record.Individually;
import vn.hocba.record.Tt27View;
import vn.hocba.record.Tt27View.SubjectMarks;
import vn.hocba.record.Tt27View.Summary;
import vn.hocba.record.Tt27View.TraitGroup;
import vn.hocba.record.Tt27View.TraitRow;
import vn.hocba.shared.SchoolLevel;

/** What stands in a packet of TT 27/2020. */
final class Tt27Content {

    private final XmlText xml;

    Tt27Content(XmlText xml) {
        this.xml = xml;
    }

    void write(Tt27View version) {
        xml.open(SUBJECTS);
        version.subjects().forEach(row -> subject(row, version.exemptions().get(row.code())));
        xml.close().open(TRAITS);
        version.traits().forEach(this::trait);
        xml.close();
        summary(version);
    }

    private void subject(SubjectMarks row, String exemptGround) {
        xml.open(SUBJECT_ROW, ID, row.id())
                .text(SUBJECT_CODE, row.code())
                .text(SUBJECT_NAME, row.name())
                .text(ACHIEVED, row.level())
                .text(MARK, row.mark())
                .flag(EXEMPT, row.exempt())
                .text(EXEMPT_GROUND, exemptGround)
                .text(COMMENT, row.comment())
                .text(TEACHER_ID, row.teacherId())
                .text(TEACHER_NAME, row.teacherName())
                .close();
    }

    private void trait(TraitRow row) {
        xml.open(TRAIT)
                .text(TRAIT_CODE, row.code())
                .text(TRAIT_GROUP, TRAIT_GROUPS.get(row.group()))
                .text(TRAIT_NAME, row.name())
                .text(ACHIEVED, row.level())
                .close();
    }

    private void summary(Tt27View version) {
        Summary s = version.summary();
        xml.open(SUMMARY)
                .text(EXCUSED, s.excusedAbsences())
                .text(UNEXCUSED, s.unexcusedAbsences())
                .text(HEIGHT, plain(s.heightCm()))
                .text(WEIGHT, plain(s.weightKg()))
                .text(HOMEROOM_ID, s.homeroomTeacherId())
                .text(HOMEROOM_NAME, s.homeroomTeacherName());
        individually(version.individually());
        version.comments().forEach((group, words) -> xml.text(GROUP_COMMENTS.get(group), words));
        xml.text(HOMEROOM_COMMENT, s.homeroomComment())
                .text(OVERALL, s.overall() == null ? null : OVERALL_RESULTS.get(s.overall()))
                .flag(PROGRAMME_COMPLETED, s.programmeCompleted())
                .flag(LEVEL_COMPLETED, levelCompleted(version))
                .flag(PROMOTED, s.promoted())
                .text(REWARD, s.reward())
                .text(REWARD_GROUND, version.rewardGround())
                .close();
    }

    /** Only in the last grade of primary level. */
    private static Boolean levelCompleted(Tt27View version) {
        return SchoolLevel.PRIMARY.lastGrade() == version.version().grade()
                ? Boolean.valueOf(version.summary().programmeCompleted())
                : null;
    }

    /** With a point, as numbers are in XML. */
    private static String plain(BigDecimal measure) {
        return measure == null ? null : measure.toPlainString();
    }

    static List<SubjectMarks> subjects(Fields information) {
        return information.child(SUBJECTS).children(SUBJECT_ROW).stream()
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

    /** Why the pupil is exempt, by the code of the subject; packets of earlier years do not say it. */
    static Map<String, String> exemptions(Fields information) {
        Map<String, String> grounds = new HashMap<>();
        for (Fields f : information.child(SUBJECTS).children(SUBJECT_ROW)) {
            if (Boolean.TRUE.equals(f.flag(EXEMPT)) && f.text(EXEMPT_GROUND) != null) {
                grounds.put(f.text(SUBJECT_CODE), f.text(EXEMPT_GROUND));
            }
        }
        return grounds;
    }

    static List<TraitRow> traits(Fields information) {
        return information.child(TRAITS).children(TRAIT).stream()
                .map(f -> new TraitRow(
                        f.text(TRAIT_CODE),
                        keyOf(TRAIT_GROUPS, f.text(TRAIT_GROUP)),
                        f.text(TRAIT_NAME),
                        f.text(ACHIEVED)))
                .toList();
    }

    /** A pupil who is assessed as everybody has none of it. */
    private void individually(Individually individually) {
        if (individually != null) {
            xml.flag(NOT_ASSESSED, individually.by() == AssessedBy.NOTHING ? Boolean.TRUE : null)
                    .flag(BY_PLAN, individually.by() == AssessedBy.PLAN ? Boolean.TRUE : null)
                    .text(ASSESSED_GROUND, individually.ground());
        }
    }

    static Individually individually(Fields information) {
        Fields f = information.child(SUMMARY);
        if (Boolean.TRUE.equals(f.flag(NOT_ASSESSED))) {
            return new Individually(AssessedBy.NOTHING, f.text(ASSESSED_GROUND));
        }
        return Boolean.TRUE.equals(f.flag(BY_PLAN)) ? new Individually(AssessedBy.PLAN, f.text(ASSESSED_GROUND)) : null;
    }

    static Map<TraitGroup, String> comments(Fields information) {
        Fields f = information.child(SUMMARY);
        Map<TraitGroup, String> comments = new EnumMap<>(TraitGroup.class);
        GROUP_COMMENTS.forEach((group, element) -> {
            if (f.text(element) != null) {
                comments.put(group, f.text(element));
            }
        });
        return comments;
    }

    static Summary summary(Fields information) {
        Fields f = information.child(SUMMARY);
        String overall = f.text(OVERALL);
        return new Summary(
                f.number(EXCUSED),
                f.number(UNEXCUSED),
                f.decimal(HEIGHT),
                f.decimal(WEIGHT),
                f.text(HOMEROOM_ID),
                f.text(HOMEROOM_NAME),
                f.text(HOMEROOM_COMMENT),
                overall == null ? null : keyOf(OVERALL_RESULTS, overall),
                f.flag(PROGRAMME_COMPLETED),
                f.flag(PROMOTED),
                f.text(REWARD));
    }
}
