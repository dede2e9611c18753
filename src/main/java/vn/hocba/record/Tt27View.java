package vn.hocba.record;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Part.Kind;
import vn.hocba.assessment.tt27.Tt27Primary;
import vn.hocba.record.RecordSnapshot.Cell;
import vn.hocba.record.RecordSnapshot.Part;
import vn.hocba.shared.Texts;
import vn.hocba.shared.WrittenNumber;

/**
 * A version as TT 27/2020 has it on its own form, and in the packets that were issued before records named their regulation.
 *
 * @param traits in the order of the form
 * @param individually null for who is assessed as everybody
 * @param exemptions why the pupil is exempt, by the code of the subject; nothing of a subject of which nobody has said it
 * @param rewardGround for what a title was given that needs more than the result; null for nothing
 * @param comments what was written about each group; of a group without a comment nothing
 */
public record Tt27View(
        RecordSnapshot version,
        List<SubjectMarks> subjects,
        Map<String, String> exemptions,
        List<TraitRow> traits,
        Map<TraitGroup, String> comments,
        Individually individually,
        String rewardGround,
        Summary summary) {

    /** The regulation's code. */
    public static final String CODE = Tt27Primary.CODE;

    static final String LEVEL = "level";
    static final String MARK = "mark";
    static final String COMMENT = "comment";
    static final String EXCUSED = "excused";
    static final String UNEXCUSED = "unexcused";
    static final String HEIGHT = "heightCm";
    static final String REWARD_GROUND = "rewardGround";
    static final String WEIGHT = "weightKg";

    public Tt27View {
        subjects = List.copyOf(subjects);
        exemptions = Collections.unmodifiableMap(new TreeMap<>(exemptions));
        traits = List.copyOf(traits);
        comments = Collections.unmodifiableMap(new TreeMap<>(comments));
    }

    /** Phẩm chất, năng lực chung, năng lực đặc thù. */
    public enum TraitGroup {
        QUALITY("PC", "qualityComment"),
        COMMON_COMPETENCE("NLC", "commonComment"),
        SPECIFIC_COMPETENCE("NLD", "specificComment");

        private final String codes;
        final String comment;

        TraitGroup(String codes, String comment) {
            this.codes = codes;
            this.comment = comment;
        }

        private static boolean isComment(Cell cell) {
            return Stream.of(values()).anyMatch(group -> group.comment.equals(cell.code()));
        }

        String title() {
            return Texts.vi("record.tt27.group." + this);
        }

        /** Packets say it; where only the code is known, it says so too. */
        private static TraitGroup of(Cell cell) {
            return Stream.of(values())
                    .filter(group -> group.title().equals(cell.group()))
                    .findFirst()
                    .or(() -> Stream.of(values())
                            .filter(group -> cell.code().startsWith(group.codes))
                            .findFirst())
                    .orElseThrow(() -> new IllegalArgumentException("no trait: " + cell.code()));
        }
    }

    /**
     * One row of the table of subjects.
     *
     * @param id see {@link Part}
     * @param level as it was entered; null when exempt
     * @param mark KTĐK; null where the subject has none in this grade, or exempt
     */
    public record SubjectMarks(
            String id,
            String code,
            String name,
            String level,
            Integer mark,
            boolean exempt,
            String comment,
            String teacherId,
            String teacherName) {}

    /** One quality or competence. */
    public record TraitRow(String code, TraitGroup group, String name, String level) {}

    /**
     * The homeroom teacher's part and what follows.
     *
     * @param heightCm null where not measured
     * @param weightKg null where not measured
     * @param overall đánh giá kết quả giáo dục, by its code
     */
    public record Summary(
            Integer excusedAbsences,
            Integer unexcusedAbsences,
            BigDecimal heightCm,
            BigDecimal weightKg,
            String homeroomTeacherId,
            String homeroomTeacherName,
            String homeroomComment,
            String overall,
            boolean programmeCompleted,
            Boolean promoted,
            String reward) {}

    /** Whether a cell of the class's part is a comment on one of the groups. */
    public static boolean isGroupComment(Cell cell) {
        return TraitGroup.isComment(cell);
    }

    /** Whether a version is assessed by TT 27/2020. */
    public static boolean isOf(RecordSnapshot version) {
        return version.regulation().equals(CODE);
    }

    /** @throws IllegalArgumentException when the version is assessed by another regulation */
    public static Tt27View of(RecordSnapshot version) {
        if (!isOf(version)) {
            throw new IllegalArgumentException("assessed by " + version.regulation());
        }
        List<Cell> cells = version.classPart().map(Part::cells).orElse(List.of());
        return new Tt27View(
                version,
                version.subjects().stream().map(Tt27View::row).toList(),
                exemptions(version),
                cells.stream()
                        .filter(cell -> !cell.group().isEmpty() && !TraitGroup.isComment(cell))
                        .map(cell -> new TraitRow(cell.code(), TraitGroup.of(cell), cell.name(), cell.value()))
                        .toList(),
                comments(version),
                Individually.in(version).orElse(null),
                version.conclusion().reward() == null
                        ? null
                        : version.classPart()
                                .map(part -> part.value(REWARD_GROUND))
                                .orElse(null),
                summary(version));
    }

    private static Map<TraitGroup, String> comments(RecordSnapshot version) {
        Map<TraitGroup, String> comments = new EnumMap<>(TraitGroup.class);
        version.classPart().ifPresent(part -> {
            for (TraitGroup group : TraitGroup.values()) {
                if (part.value(group.comment) != null) {
                    comments.put(group, part.value(group.comment));
                }
            }
        });
        return comments;
    }

    private static Map<String, String> exemptions(RecordSnapshot version) {
        return version.subjects().stream()
                .filter(part -> part.value(Contents.EXEMPT_GROUND) != null)
                .collect(Collectors.toMap(Part::code, part -> part.value(Contents.EXEMPT_GROUND)));
    }

    private static SubjectMarks row(Part part) {
        String level = part.value(LEVEL);
        boolean exempt = Tt27Primary.EXEMPT.equals(level);
        return new SubjectMarks(
                part.id(),
                part.code(),
                part.name(),
                exempt ? null : level,
                exempt ? null : number(part.value(MARK)),
                exempt,
                part.value(COMMENT),
                part.teacherId(),
                part.teacherName());
    }

    private static Summary summary(RecordSnapshot version) {
        Part part = version.classPart().orElse(new Part(null, "", Kind.CLASS, "", null, null, List.of()));
        return new Summary(
                number(part.value(EXCUSED)),
                number(part.value(UNEXCUSED)),
                measure(part.value(HEIGHT)),
                measure(part.value(WEIGHT)),
                version.homeroom().id(),
                version.homeroom().name(),
                part.value(COMMENT),
                version.conclusion().result(),
                version.conclusion().completed(),
                version.conclusion().promoted(),
                version.conclusion().reward());
    }

    /** As the cells of the body are kept and shown, such as «23,5»; null for nothing. */
    public static String words(BigDecimal measure) {
        return measure == null ? null : WrittenNumber.words(measure);
    }

    private static BigDecimal measure(String value) {
        return value == null ? null : new BigDecimal(value.replace(',', '.'));
    }

    private static Integer number(String value) {
        return value == null ? null : Integer.valueOf(value);
    }

    /** From what the identifier of a printed form has been made since the first one was printed, so that a form printed again is the same file. */
    public String identity() {
        return "RecordSnapshot[lookupCode=" + version.lookupCode()
                + ", yearRecordId=" + version.yearRecordId()
                + ", versionNo=" + version.versionNo()
                + ", level=" + version.level()
                + ", schoolYear=" + version.schoolYear()
                + ", grade=" + version.grade()
                + ", className=" + version.className()
                + ", createdOn=" + version.createdOn()
                + ", issuer=" + version.issuer()
                + ", pupil=" + version.pupil()
                + ", subjects=" + subjects
                + (exemptions.isEmpty() ? "" : ", exemptions=" + exemptions)
                + ", traits=" + traits
                + (comments.isEmpty() ? "" : ", comments=" + comments)
                + (individually == null ? "" : ", individually=" + individually)
                + (rewardGround == null ? "" : ", rewardGround=" + rewardGround)
                + ", summary=" + summary
                + (version.studies().isEmpty() ? "" : ", studies=" + version.studies()) + "]";
    }
}
