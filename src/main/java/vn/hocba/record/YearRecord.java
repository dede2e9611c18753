package vn.hocba.record;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Reward;
import vn.hocba.shared.BaseEntity;
import vn.hocba.shared.Refused;

/** One year of a pupil's record: what the process moves, what people fill in, what a version is made of. */
@Entity
public class YearRecord extends BaseEntity {

    private String schoolRecordId;
    private String pupilId;
    private String schoolId;
    private String classId;
    private int schoolYear;
    private int grade;
    private int ordinal;

    @Enumerated(EnumType.STRING)
    private RecordState state;

    private int versionNo;
    private Instant stateSince;
    private boolean rejected;
    private Integer excusedAbsences;
    private Integer unexcusedAbsences;
    private Integer heightCm;
    private Integer weightKg;
    private String homeroomComment;

    private String overallResult;

    private String overallReason;
    private Boolean programmeCompleted;
    private Boolean promoted;
    private Boolean promotionDecided;
    private boolean supplementaryAssessment;
    private String reward;
    private boolean rewardDeclined;
    private String rewardTakenBack;

    @OneToMany(mappedBy = "yearRecord", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    private List<SubjectResult> subjects = new ArrayList<>();

    @OneToMany(mappedBy = "yearRecord", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    private List<TraitResult> traits = new ArrayList<>();

    protected YearRecord() {}

    YearRecord(
            String schoolRecordId,
            String pupilId,
            String schoolId,
            String classId,
            int schoolYear,
            int grade,
            int ordinal,
            Instant now) {
        this.schoolRecordId = schoolRecordId;
        this.pupilId = pupilId;
        this.schoolId = schoolId;
        this.classId = classId;
        this.schoolYear = schoolYear;
        this.grade = grade;
        this.ordinal = ordinal;
        this.state = RecordState.COMMENTING;
        this.versionNo = 1;
        this.stateSince = now;
    }

    public String schoolRecordId() {
        return schoolRecordId;
    }

    public String pupilId() {
        return pupilId;
    }

    public String schoolId() {
        return schoolId;
    }

    public String classId() {
        return classId;
    }

    public int schoolYear() {
        return schoolYear;
    }

    /** Place on the class list, from 1; a pupil who leaves takes it along, so that there may be gaps. */
    public int ordinal() {
        return ordinal;
    }

    public int grade() {
        return grade;
    }

    public RecordState state() {
        return state;
    }

    /** From 1; a correction starts the next one. */
    public int versionNo() {
        return versionNo;
    }

    public Instant stateSince() {
        return stateSince;
    }

    /** Whether the province's last answer was «no» and the record was not sent again yet. */
    public boolean rejected() {
        return rejected;
    }

    /** The province did not accept the record, which is back with the school. */
    public void reject() {
        rejected = true;
    }

    public Integer excusedAbsences() {
        return excusedAbsences;
    }

    public Integer unexcusedAbsences() {
        return unexcusedAbsences;
    }

    public Integer heightCm() {
        return heightCm;
    }

    public Integer weightKg() {
        return weightKg;
    }

    public String homeroomComment() {
        return homeroomComment;
    }

    /** Code of the result, as last computed; null while something is missing. */
    public String overallResult() {
        return overallResult;
    }

    public String overallReason() {
        return overallReason;
    }

    public Boolean programmeCompleted() {
        return programmeCompleted;
    }

    /** Được lên lớp, as last fixed for a signature; null while it follows from nothing, and at the end of a level. */
    public Boolean promoted() {
        return promoted;
    }

    /** What the principal decided about a pupil who has not completed the class programme, for the version that is being made; null for nothing. */
    public Boolean promotionDecided() {
        return promotionDecided;
    }

    /** Whether supplementary assessment was opened for this record, so that it is time to decide on promotion (TT 27/2020 Điều 11). */
    public boolean hadSupplementaryAssessment() {
        return supplementaryAssessment;
    }

    public String reward() {
        return reward;
    }

    Reward rewardAsItStands() {
        return new Reward(reward, rewardDeclined, rewardTakenBack);
    }

    /** What was entered so far, as the regulation reads it. */
    public Contents contents() {
        Map<String, Map<String, String>> parts = new LinkedHashMap<>();
        subjects.forEach(subject -> parts.put(subject.subjectCode(), subject.cells()));
        Map<String, String> levels = new LinkedHashMap<>();
        traits.forEach(trait -> levels.put(trait.traitCode(), trait.level()));
        parts.put(Part.CLASS, classCells(levels));
        return new Contents(grade, parts);
    }

    /** The homeroom teacher's part, with the levels of qualities and competences by their codes. */
    Map<String, String> classCells(Map<String, String> levels) {
        Map<String, String> cells = new LinkedHashMap<>();
        levels.forEach((code, level) -> put(cells, code, level));
        put(cells, "excused", excusedAbsences);
        put(cells, "unexcused", unexcusedAbsences);
        put(cells, "heightCm", heightCm);
        put(cells, "weightKg", weightKg);
        put(cells, "comment", homeroomComment);
        put(cells, "reward", rewardAsItStands().cell());
        return cells;
    }

    /** What says nothing is left out. */
    static void put(Map<String, String> cells, String code, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            cells.put(code, value.toString());
        }
    }

    public List<SubjectResult> subjects() {
        return List.copyOf(subjects);
    }

    public List<TraitResult> traits() {
        return List.copyOf(traits);
    }

    /** @throws IllegalArgumentException when the record has no such subject */
    public SubjectResult subject(String code) {
        return subjects.stream()
                .filter(s -> s.subjectCode().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("record has no subject " + code));
    }

    /** @throws IllegalArgumentException when the record has no such quality or competence */
    public TraitResult trait(String code) {
        return traits.stream()
                .filter(t -> t.traitCode().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("record has no trait " + code));
    }

    /**
     * Moves on to another state.
     *
     * @throws Refused when that is not possible from here: somebody else was faster, or it is too late
     */
    public void become(RecordState other, Instant now) {
        if (!state.mayBecome(other)) {
            throw Refused.notNow("record.not-possible-now", state.term(), other.term());
        }
        state = other;
        stateSince = now;
        rejected = rejected && other.isInWork() && other != RecordState.SUBMITTED;
    }

    /** @throws Refused unless the record is at this very place */
    public void demand(RecordState expected) {
        if (state != expected) {
            throw Refused.notNow("record.elsewhere", expected.term(), state.term());
        }
    }

    void moveTo(String school, String schoolClass, int place) {
        schoolId = school;
        classId = schoolClass;
        ordinal = place;
    }

    void dropSubject(SubjectResult subject) {
        subjects.remove(subject);
    }

    /** A version is begun that is to replace the accepted one; who is promoted follows from what it will say, or is decided anew. */
    void beginVersion(int no) {
        versionNo = no;
        promoted = null;
        promotionDecided = null;
    }

    void addSubject(String code, int place, String teacherId) {
        subjects.add(new SubjectResult(this, code, place, teacherId));
    }

    void addTrait(String code, int place) {
        traits.add(new TraitResult(this, code, place));
    }

    void setAbsences(Integer excused, Integer unexcused) {
        excusedAbsences = excused;
        unexcusedAbsences = unexcused;
    }

    void setBody(Integer height, Integer weight) {
        heightCm = height;
        weightKg = weight;
    }

    void setHomeroomComment(String comment) {
        homeroomComment = comment;
    }

    void decidePromotion(Boolean decided) {
        promotionDecided = decided;
    }

    void openSupplementaryAssessment() {
        supplementaryAssessment = true;
    }

    void setReward(Reward now) {
        reward = now.words();
        rewardDeclined = now.declined();
        rewardTakenBack = now.takenBack();
    }

    /**
     * Fixes the assessment, as it will be signed. The reward is what people decided; that something was taken back has been read by now. A decision on
     * promotion is void once the programme is completed: should the result fall again, the principal is asked again.
     */
    void fix(Outcome assessed) {
        overallResult = assessed.result();
        overallReason = String.join("; ", assessed.reasons());
        programmeCompleted = assessed.result() == null ? null : assessed.completed();
        promoted = Promotion.of(this, assessed);
        promotionDecided = assessed.completed() ? null : promotionDecided;
        rewardTakenBack = null;
    }
}
