package vn.hocba.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Access;
import vn.hocba.identity.Role;
import vn.hocba.shared.Refused;
import vn.hocba.shared.VietnameseText;

/**
 * Sentences to choose comments from: the teacher's own, and shared ones that are policy data ({@code policy/comments.csv}). None of them names a pupil, so
 * that each fits any.
 */
@Service
public class CommentBank {

    /** The longest sentence, in characters. */
    public static final int LONGEST = 500;

    private static final int MOST_OWN = 100;
    private static final Set<String> LEVELS = Set.of("T", "H", "C");

    private final OwnCommentRepository own;
    private final Access access;
    private final List<Shared> shared;

    CommentBank(OwnCommentRepository own, Access access) {
        this.own = own;
        this.access = access;
        this.shared = readShared();
    }

    /**
     * An own sentence.
     *
     * @param level T, H or C
     */
    public record Sentence(String id, String level, String text) {}

    private record Shared(String part, String level, String text) {

        boolean isFor(String wanted) {
            return part.equals(wanted) || part.isEmpty() && !wanted.equals(EnterMarks.HOMEROOM);
        }
    }

    /**
     * What fits a comment, own sentences first.
     *
     * @param part a subject's code, or {@link EnterMarks#HOMEROOM}
     * @param level T, H or C; null or anything else for all
     */
    @Transactional(readOnly = true)
    public List<String> fitting(String part, String level) {
        boolean any = level == null || !LEVELS.contains(level);
        return Stream.concat(
                        own(part).stream()
                                .filter(sentence -> any || sentence.level().equals(level))
                                .map(Sentence::text),
                        shared.stream()
                                .filter(sentence -> sentence.isFor(part)
                                        && (any || sentence.level().equals(level)))
                                .map(Shared::text))
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
     * @param level T, H or C
     * @throws Refused when it is empty or too long, has no level, or the bank is full
     */
    @Transactional
    public void add(String part, String level, String text) {
        String owner = owner();
        String clean = VietnameseText.clean(text);
        if (clean.isEmpty() || clean.length() > LONGEST) {
            throw Refused.invalid("record.bank.length", LONGEST);
        }
        if (level == null || !LEVELS.contains(level)) {
            throw Refused.invalid("record.bank.level");
        }
        if (own.countByOwnerIdAndPart(owner, part) >= MOST_OWN) {
            throw Refused.notNow("record.bank.full", MOST_OWN);
        }
        if (!own.existsByOwnerIdAndPartAndLevelAndText(owner, part, level, clean)) {
            own.save(new OwnComment(owner, part, level, clean));
        }
    }

    /** Forgets an own sentence; another person's stays. */
    @Transactional
    public void remove(String id) {
        own.findByIdAndOwnerId(id, owner()).ifPresent(own::delete);
    }

    private String owner() {
        return access.holding(Role.TEACHER).staffId();
    }

    private static List<Shared> readShared() {
        String file = "policy/comments.csv";
        try (InputStream in = new ClassPathResource(file).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(";", 3))
                    .map(cells -> new Shared(cells[0], cells[1], cells[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
