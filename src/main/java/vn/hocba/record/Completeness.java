package vn.hocba.record;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Part;
import vn.hocba.school.Curriculum;
import vn.hocba.shared.Texts;

/** What is still missing before a person may say «Hoàn tất» or sign. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Completeness {

    private final Curriculum curriculum;
    private final RefusedEntryRepository refusedEntries;
    private final OverallAssessment assessment;

    Completeness(Curriculum curriculum, RefusedEntryRepository refusedEntries, OverallAssessment assessment) {
        this.curriculum = curriculum;
        this.refusedEntries = refusedEntries;
        this.assessment = assessment;
    }

    /** What a subject row lacks, in Vietnamese; empty when it is complete. An exempt row needs nothing. */
    public List<String> ofSubject(YearRecord record, String subjectCode) {
        RecordPart row = record.part(subjectCode);
        List<String> missing = new ArrayList<>();
        if (!row.cell("level").filter(EntryRules.EXEMPT_SYMBOL::equals).isPresent()) {
            if (row.cell("level").isEmpty()) {
                missing.add(Texts.vi("record.lacks.level"));
            }
            if (row.cell("mark").isEmpty() && curriculum.subject(subjectCode).isTestedIn(record.grade())) {
                missing.add(Texts.vi("record.lacks.mark"));
            }
            if (row.cell("comment").isEmpty()) {
                missing.add(Texts.vi("record.lacks.comment"));
            }
        }
        if (refusedEntries.existsByYearRecordIdAndPart(record.id(), subjectCode)) {
            missing.add(Texts.vi("record.lacks.correct-value"));
        }
        return missing;
    }

    /** What the homeroom summary lacks, in Vietnamese; empty when it may be signed. */
    public List<String> ofHomeroom(YearRecord record) {
        return ofHomeroom(
                record,
                record.contents(),
                assessment.of(record),
                refusedEntries.existsByYearRecordIdAndPart(record.id(), EnterMarks.HOMEROOM));
    }

    /** The same, where assessment and refused values are known already. */
    static List<String> ofHomeroom(
            YearRecord record, Contents contents, OverallAssessment.Assessment assessed, boolean hasRefused) {
        List<String> missing = new ArrayList<>(assessed.missing());
        if (contents.value(Part.CLASS, "excused").isEmpty()
                || contents.value(Part.CLASS, "unexcused").isEmpty()) {
            missing.add(Texts.vi("record.lacks.absences"));
        }
        if (contents.value(Part.CLASS, "comment").isEmpty()) {
            missing.add(Texts.vi("record.lacks.homeroom-comment"));
        }
        for (Oddity oddity : Oddities.ofReward(record.rewardAsItStands(), assessed)) {
            if (oddity instanceof Oddity.RewardProposed proposed) {
                missing.add(Texts.vi("record.lacks.reward-word", proposed.proposal()));
            } else if (oddity instanceof Oddity.TitleAgainstResult against) {
                missing.add(Texts.vi(
                        "record.lacks.reward-title",
                        against.title().term(),
                        against.result().term()));
            }
        }
        if (hasRefused) {
            missing.add(Texts.vi("record.lacks.correct-value"));
        }
        if (Promotion.isMissing(record, assessed)) {
            missing.add(Texts.vi("record.lacks.promotion"));
        }
        return missing;
    }
}
