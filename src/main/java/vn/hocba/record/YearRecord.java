package vn.hocba.record;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hocba.assessment.AssessedBy;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Reward;
import vn.hocba.shared.BaseEntity;
import vn.hocba.shared.Refused;

/** One year of a pupil's record: what the process moves, what people fill in, what a version is made of. */
@Entity
@EntityListeners(CellChangeListener.class)
public class YearRecord extends BaseEntity {

    /** The cell of the class's part that is kept in the record itself, with what became of it. */
    static final String REWARD = "reward";

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
    private String regulation;

    /** Counts the records of a pupil, year and school: another one may follow one that was taken back. */
    private int attempt;

    private String overallResult;
    private String overallReason;
    private String decidedBy;
    private Boolean programmeCompleted;
    private Boolean promoted;
    private Boolean promotionDecided;
    private boolean supplementaryAssessment;

    @Embedded
    private KeptMeasure measure = new KeptMeasure();

    @Embedded
    private KeptReward reward = new KeptReward();

    @OneToMany(mappedBy = "yearRecord", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    private List<RecordPart> parts = new ArrayList<>();

    protected YearRecord() {}

    YearRecord(
            String schoolRecordId,
            String pupilId,
            String schoolId,
            String classId,
            int schoolYear,
            int grade,
            int ordinal,
            String regulation,
            Instant now) {
        this.schoolRecordId = schoolRecordId;
        this.pupilId = pupilId;
        this.schoolId = schoolId;
        this.classId = classId;
        this.schoolYear = schoolYear;
        this.grade = grade;
        this.ordinal = ordinal;
        this.regulation = regulation;
        this.attempt = 1;
        this.state = RecordState.COMMENTING;
        this.versionNo = 1;
        this.stateSince = now;
    }

    /** It follows others of the same pupil, year and school that were taken back. */
    void followAs(int number) {
        attempt = number;
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

    /** Code of the regulation by which the record is judged, whatever comes later. */
    public String regulation() {
        return regulation;
    }

    /** The decision table and its version that led to the result; null while there is none, and where it was fixed before that was kept. */
    public String decidedBy() {
        return decidedBy;
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

    /** What the pupil is measured by in this year. */
    public AssessedBy assessedBy() {
        return measure.by();
    }

    /** Why, in words, with the number and the day of the decision; null where nobody has decided anything. */
    public String assessedGround() {
        return measure.ground();
    }

    public String reward() {
        return reward.now().words();
    }

    KeptReward keptReward() {
        return reward;
    }

    Reward rewardAsItStands() {
        return reward.now();
    }

    /** The parts that teachers of subjects fill in. */
    public List<RecordPart> subjects() {
        return parts.stream().filter(part -> part.kind() == Part.Kind.SUBJECT).toList();
    }

    /** Empty when the pupil is not taught it. */
    public Optional<RecordPart> findPart(String code) {
        return parts.stream().filter(part -> part.code().equals(code)).findFirst();
    }

    /** @throws IllegalArgumentException when the record has no such part */
    public RecordPart part(String code) {
        return findPart(code).orElseThrow(() -> new IllegalArgumentException("record has no part " + code));
    }

    /** Everything that was entered. The reward stands among it as its cell shows it: {@link Reward#NONE} where it was declined. */
    public Contents contents() {
        return new Beside(rewardAsItStands(), assessedBy(), promotionDecided).with(grade, parts);
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

    void addPart(Part part, int place, String staffId) {
        parts.add(new RecordPart(this, part, place, staffId));
    }

    void dropPart(RecordPart part) {
        parts.remove(part);
    }

    /** A version is begun that is to replace the accepted one; who is promoted follows from what it will say, or is decided anew. */
    void beginVersion(int no) {
        versionNo = no;
        promoted = null;
        promotionDecided = null;
    }

    /** What was decided by another measure holds no longer. */
    void assess(AssessedBy by, String ground) {
        promotionDecided = by == assessedBy() ? promotionDecided : null;
        measure.become(by, ground);
    }

    void decidePromotion(Boolean decided) {
        promotionDecided = decided;
    }

    void openSupplementaryAssessment() {
        supplementaryAssessment = true;
    }

    void setReward(Reward now) {
        reward.become(now);
    }

    /**
     * Fixes the assessment, as it will be signed. The reward is what people decided; that something was taken back has been read by now. A decision on
     * promotion is void once the programme is completed: should the result fall again, the principal is asked again.
     */
    void fix(Outcome assessed) {
        overallResult = assessed.result();
        overallReason = String.join("; ", assessed.reasons());
        decidedBy = assessed.decidedBy();
        programmeCompleted = assessed.isConcluded() ? assessed.completed() : null;
        promoted = Promotion.of(this, assessed);
        promotionDecided = assessed.completed() && assessedBy().hasResult() ? null : promotionDecided;
        reward.wasRead();
    }
}
