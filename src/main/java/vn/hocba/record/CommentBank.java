package vn.hocba.record;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.SharedComments;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolRules;
import vn.hocba.shared.FreeWords;
import vn.hocba.shared.PolicyTable;
import vn.hocba.shared.Refused;

/**
 * Sentences to choose comments from: the teacher's own, and shared ones that are policy data ({@code policy/comments.csv}). None of them names a pupil, so
 * that each fits any.
 */
@Service
public class CommentBank {

    /** The longest sentence, in characters. */
    public static final int LONGEST = 500;

    private static final int MOST_OWN = 100;

    private final OwnCommentRepository own;
    private final Access access;
    private final Regulations regulations;
    private final SchoolRules rules;
    private final SharedComments shared;

    CommentBank(OwnCommentRepository own, Access access, Regulations regulations, SchoolRules rules) {
        this.own = own;
        this.access = access;
        this.regulations = regulations;
        this.rules = rules;
        this.shared = new SharedComments(PolicyTable.read(SharedComments.FILE));
    }

    /**
     * An own sentence.
     *
     * @param level one of {@link #levels}; empty where there are none
     */
    public record Sentence(String id, String level, String text) {}

    /** The levels by which sentences for a class are kept, best first; none where its regulation has none. */
    public List<String> levels(ClassInfo info) {
        return regulations.of(info).commentLevels();
    }

    /**
     * What fits a comment in a class: own sentences first, then its Sở's, then those for all.
     *
     * @param part a subject's code, or {@link EnterMarks#HOMEROOM}
     * @param level one of {@link #levels}; null or anything else for all
     */
    @Transactional(readOnly = true)
    public List<String> fitting(ClassInfo info, String part, String level) {
        Regulation regulation = regulations.of(info);
        String wanted = level != null && regulation.commentLevels().contains(level) ? level : null;
        return Stream.concat(
                        own(part).stream()
                                .filter(sentence ->
                                        wanted == null || sentence.level().equals(wanted))
                                .map(Sentence::text),
                        shared
                                .fitting(
                                        regulation,
                                        info.schoolYear(),
                                        rules.seat(info.schoolId()).provinceCode(),
                                        part,
                                        wanted)
                                .stream())
                .distinct()
                .toList();
    }

    /** The current user's own sentences of a part, oldest first. */
    @Transactional(readOnly = true)
    public List<Sentence> own(String part) {
        return own.findByOwnerIdAndPartOrderById(owner(), part).stream()
                .map(comment -> new Sentence(comment.id(), comment.level, comment.text))
                .toList();
    }

    /**
     * Keeps a sentence; one that is kept already stays as it is.
     *
     * @param level one of {@link #levels}; null where there are none
     * @throws Refused when it is empty or too long, has no level or a letter that the form lacks, or the bank is full
     */
    @Transactional
    public void add(ClassInfo info, String part, String level, String text) {
        String owner = owner();
        String clean = FreeWords.line(text);
        if (clean.isEmpty() || clean.length() > LONGEST) {
            throw Refused.invalid("record.bank.length", LONGEST);
        }
        List<String> levels = levels(info);
        String kept = levels.isEmpty() ? "" : level;
        if (!levels.isEmpty() && (level == null || !levels.contains(level))) {
            throw Refused.invalid("record.bank.level", String.join(", ", levels));
        }
        if (own.countByOwnerIdAndPart(owner, part) >= MOST_OWN) {
            throw Refused.notNow("record.bank.full", MOST_OWN);
        }
        if (!own.existsByOwnerIdAndPartAndLevelAndText(owner, part, kept, clean)) {
            own.save(new OwnComment(owner, part, kept, clean));
        }
    }

    /** Forgets an own sentence; another person's stays. */
    @Transactional
    public void remove(String id) {
        own.findByIdAndOwnerId(id, owner()).ifPresent(own::delete);
    }

    private String owner() {
        return access.holding(Right.KEEP_COMMENTS).staffId();
    }
}
