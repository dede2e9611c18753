package vn.hocba.document;

import static vn.hocba.document.PacketNames.*;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.hocba.record.PartColumns;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.Part;
import vn.hocba.record.Tt27View;
import vn.hocba.record.Tt27View.SubjectMarks;
import vn.hocba.record.Tt27View.Summary;
import vn.hocba.school.SchoolDirectory.PupilInfo;
import vn.hocba.shared.Texts;

/** The fields of a packet that can be named one by one, with what it says there in words. */
public final class RecordFields {

    /** The pupil's birth date, by which records are looked up. */
    public static final String BIRTH_DATE_FIELD = BIRTH_DATE;

    public static final String GENDER_FIELD = GENDER;
    public static final String ETHNICITY_FIELD = ETHNICITY;
    public static final String RESULT_FIELD = OVERALL;
    public static final String COMPLETED_FIELD = PROGRAMME_COMPLETED;
    public static final String PROMOTED_FIELD = PROMOTED;
    public static final String REWARD_FIELD = REWARD;
    public static final String PERSONAL_ID_FIELD = PERSONAL_ID;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    /** Begins the code of a cell of the class's part. */
    public static final String CLASS_FIELD = "O-";

    private RecordFields() {}

    /**
     * One field.
     *
     * @param code name of its element in the packet; of a subject the id of its row, of a cell «O-» and its code
     * @param name in words
     * @param value null where the packet says nothing
     * @param civilStatus whether it can change with the pupil's civil status
     */
    public record Field(String code, String name, String value, boolean civilStatus) {}

    /** All of them, as the form has them: the pupil, the subjects, the homeroom teacher's part. */
    public static List<Field> of(RecordSnapshot content) {
        List<Field> fields = new ArrayList<>(pupil(content.pupil()));
        if (Tt27View.isOf(content)) {
            Tt27View own = Tt27View.of(content);
            own.subjects().forEach(row -> fields.add(subject(row)));
            own.traits()
                    .forEach(trait ->
                            fields.add(new Field(CLASS_FIELD + trait.code(), trait.name(), trait.level(), false)));
            own.comments().forEach((group, words) -> fields.add(other(PacketNames.GROUP_COMMENTS.get(group), words)));
            fields.addAll(summary(own.summary()));
        } else {
            content.subjects().forEach(row -> fields.add(row(row)));
            content.classPart().ifPresent(part -> part.cells()
                    .forEach(cell -> fields.add(new Field(
                            CLASS_FIELD + cell.code(), PartColumns.named(cell), blankToNull(cell.value()), false))));
            fields.add(new Field(
                    REWARD,
                    Texts.vi("packet.field.reward"),
                    blankToNull(content.conclusion().reward()),
                    false));
        }
        return fields;
    }

    /** A day as the fields write it, such as 05/09/2017; empty when it is none. */
    public static Optional<LocalDate> day(String words) {
        try {
            return Optional.of(LocalDate.parse(words.strip(), DAY));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** As the fields write a day. */
    public static String words(LocalDate day) {
        return SHOWN.format(day);
    }

    private static List<Field> pupil(PupilInfo pupil) {
        return List.of(
                civil(FULL_NAME, pupil.fullName()),
                civil(BIRTH_DATE, pupil.birthDate() == null ? null : words(pupil.birthDate())),
                civil(GENDER, pupil.gender()),
                civil(ETHNICITY, pupil.ethnicity()),
                civil(NATIONALITY, pupil.nationality()),
                civil(PERSONAL_ID, pupil.personalId()),
                civil(BIRTH_PLACE, pupil.birthPlace()),
                civil(HOME_TOWN, pupil.homeTown()),
                civil(RESIDENCE, pupil.residence()),
                civil(FATHER_NAME, pupil.fatherName()),
                civil(MOTHER_NAME, pupil.motherName()),
                civil(GUARDIAN_NAME, pupil.guardianName()));
    }

    private static Field row(Part row) {
        String said = row.cells().stream()
                .filter(cell -> cell.value() != null)
                .map(cell -> Texts.vi("packet.field.said", PartColumns.named(cell), cell.value()))
                .collect(Collectors.joining("; "));
        return new Field(row.id(), Texts.vi("packet.field.subject", row.name()), blankToNull(said), false);
    }

    private static Field subject(SubjectMarks row) {
        List<String> parts = new ArrayList<>();
        if (row.exempt()) {
            parts.add(Texts.vi("packet.exempt"));
        }
        if (row.level() != null) {
            parts.add(Texts.vi("packet.level." + row.level()));
        }
        if (row.mark() != null) {
            parts.add(Texts.vi("packet.mark", row.mark()));
        }
        return new Field(
                row.id(), Texts.vi("packet.field.subject", row.name()), blankToNull(String.join(", ", parts)), false);
    }

    /** «Hoàn thành chương trình» or not, as the fields write it. */
    public static String completed(boolean completed) {
        return Texts.vi("packet.completed." + completed);
    }

    /** «Được lên lớp» or not, as the fields write it. */
    public static String promoted(boolean promoted) {
        return Texts.vi("packet.promoted." + promoted);
    }

    /** What a symbol of a subject's level is called, such as «Hoàn thành tốt»; empty where it has no words. */
    public static Optional<String> level(String symbol) {
        return Texts.find(Texts.VIETNAMESE, "packet.level." + symbol);
    }

    private static List<Field> summary(Summary summary) {
        return List.of(
                other(EXCUSED, String.valueOf(orZero(summary.excusedAbsences()))),
                other(UNEXCUSED, String.valueOf(orZero(summary.unexcusedAbsences()))),
                other(HOMEROOM_COMMENT, summary.homeroomComment()),
                other(OVERALL, summary.overall() == null ? null : Texts.vi("assessment.result." + summary.overall())),
                other(PROGRAMME_COMPLETED, completed(summary.programmeCompleted())),
                other(PROMOTED, summary.promoted() == null ? null : promoted(summary.promoted())),
                other(REWARD, summary.reward()));
    }

    private static Field civil(String code, String value) {
        return new Field(code, Texts.vi("packet.field." + code), blankToNull(value), true);
    }

    private static Field other(String code, String value) {
        return new Field(code, Texts.vi("packet.field." + code), blankToNull(value), false);
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static int orZero(Integer days) {
        return days == null ? 0 : days;
    }
}
