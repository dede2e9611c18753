package vn.hocba.petition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Request;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.RequestState;
import vn.hocba.request.Requests;
import vn.hocba.shared.FreeWords;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;

/** What parents ask of a school about a record. Whoever calls has made sure that they hold its code and know the birth date. */
@Service
public class Petitions {

    /** Letters of the receipt: short enough to be copied by hand, and a wrong one counts as a wrong look-up. */
    private static final int RECEIPT_LENGTH = 8;

    /** Letters of what is asked for, of a name and of a contact, at most. */
    public static final int LONGEST_WORDS = 1000;

    public static final int LONGEST_NAME = 150;
    public static final int LONGEST_CONTACT = 100;
    private static final int SHORTEST_WORDS = 10;
    private static final int SHORTEST_NAME = 2;

    /** So many in this time about one record: nobody can bury a school in them. */
    private static final int MOST = 3;

    private static final Duration WITHIN = Duration.ofDays(30);

    private final YearRecords records;
    private final Requests requests;
    private final RequestMoves moves;
    private final Clock clock;

    Petitions(YearRecords records, Requests requests, RequestMoves moves, Clock clock) {
        this.records = records;
        this.requests = requests;
        this.moves = moves;
        this.clock = clock;
    }

    /**
     * What was sent.
     *
     * @param receipt eight letters and digits with which the answer can be read
     * @param dueAt until when the school answers
     */
    public record Sent(String receipt, Instant dueAt) {}

    /**
     * What became of it.
     *
     * @param words what was asked
     * @param answer of the school; null while there is none
     * @param answeredAt null while there is none
     */
    public record Standing(
            About about,
            String words,
            RequestState state,
            Instant askedAt,
            Instant dueAt,
            String answer,
            Instant answeredAt) {}

    /**
     * Sends one to the school that keeps a record.
     *
     * @param words what is asked for, 10 to 1000 letters
     * @param name of who asks, at most 150 letters
     * @param contact where the school can reach who asks, at most 100 letters; may be empty
     * @throws Refused when something is missing or too long, when one waits already, or after too many
     */
    @Transactional
    public Sent send(String yearRecordId, About about, String words, String name, String contact) {
        String asked = demand(FreeWords.lines(words), SHORTEST_WORDS, LONGEST_WORDS, "petition.words");
        String asker = demand(FreeWords.line(name), SHORTEST_NAME, LONGEST_NAME, "petition.name");
        String reached = demand(FreeWords.line(contact), 0, LONGEST_CONTACT, "petition.contact");
        YearRecord record = records.lock(yearRecordId);
        List<Request> earlier = requests.ofRecord(record.id(), PetitionRequest.TYPE);
        if (earlier.stream().anyMatch(request -> request.state() == RequestState.OPEN)) {
            throw Refused.notNow("petition.waits-already");
        }
        Instant since = clock.instant().minus(WITHIN);
        if (earlier.stream().filter(request -> request.askedAt().isAfter(since)).count() >= MOST) {
            throw Refused.notNow("petition.too-many", WITHIN.toDays());
        }
        String receipt = Ids.unguessable().substring(0, RECEIPT_LENGTH);
        Request request = moves.openForVisitor(
                PetitionRequest.TYPE,
                record,
                new PetitionDetails(about, reached.isEmpty() ? null : reached, receipt),
                asked,
                asker);
        return new Sent(receipt, request.dueAt());
    }

    /** The petition about a record that has this receipt; empty when none has. */
    @Transactional(readOnly = true)
    public Optional<Standing> find(String yearRecordId, String receipt) {
        return requests.ofRecord(yearRecordId, PetitionRequest.TYPE).stream()
                .filter(request -> isReceiptOf(request, receipt))
                .findFirst()
                .map(request -> new Standing(
                        details(request).about(),
                        request.reason(),
                        request.state(),
                        request.askedAt(),
                        request.dueAt(),
                        request.outcome(),
                        request.endedAt()));
    }

    private boolean isReceiptOf(Request request, String receipt) {
        return MessageDigest.isEqual(
                details(request).receipt().getBytes(StandardCharsets.US_ASCII),
                receipt.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private PetitionDetails details(Request request) {
        return requests.details(request, PetitionRequest.TYPE);
    }

    private static String demand(String text, int shortest, int longest, String field) {
        if (text.length() < shortest) {
            throw Refused.invalid(field + ".short", shortest);
        }
        if (text.length() > longest) {
            throw Refused.invalid(field + ".long", longest);
        }
        return text;
    }
}
