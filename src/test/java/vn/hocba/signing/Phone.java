package vn.hocba.signing;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.hocba.shared.Unreachable;
import vn.hocba.signing.CertificateMaker.Made;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.signing.session.ConsentProvider;

/** A remote provider whose holder confirms on a phone. It is another company's server: it goes on while ours is down. */
final class Phone implements ConsentProvider {

    static final String NAME = "phone";
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<X509Certificate, Made> keys = new ConcurrentHashMap<>();
    private final Map<String, Question> questions = new ConcurrentHashMap<>();
    private final Map<String, Integer> timesAsked = new ConcurrentHashMap<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private volatile boolean reachable = true;
    private volatile boolean program;
    private volatile boolean broken;

    Phone(Clock clock) {
        this.clock = clock;
    }

    private record Question(Made key, List<Hash> hashes) {}

    void keep(Made key) {
        keys.put(key.certificate(), key);
    }

    void isReachable(boolean now) {
        reachable = now;
    }

    /** From now on it is asked by a program on the holder's machine. */
    void isProgram(boolean now) {
        program = now;
    }

    /** From now on it fails in a way that nobody has thought of, once the question is on the phone. */
    void isBroken(boolean now) {
        broken = now;
    }

    int timesAsked(String session) {
        return timesAsked.getOrDefault(session, 0);
    }

    /** How many hashes the holder is asked to confirm. */
    int asked(String session) {
        return questions.get(session).hashes().size();
    }

    /** The holder confirms, and the first few of the hashes are not signed all the same. */
    void confirm(String session, int refused) {
        List<Hash> hashes = questions.get(session).hashes();
        answer(
                session,
                hashes.subList(refused, hashes.size()),
                hashes.subList(0, refused).stream()
                        .collect(Collectors.toMap(Hash::id, hash -> "hết lượt ký trong ngày")));
    }

    /** The holder confirms, but every value belongs to the hash after it. */
    void mixUp(String session) {
        List<Hash> asked = questions.get(session).hashes();
        List<Hash> mixed = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            mixed.add(new Hash(
                    asked.get(i).id(), asked.get((i + 1) % asked.size()).sha256()));
        }
        answer(session, mixed, Map.of());
    }

    /** The holder confirms, and the values get lost on the way. */
    void losesTheValues(String session) {
        answers.put(session, new Given(null, Map.of()));
    }

    void turnDown(String session) {
        answers.put(session, new TurnedDown("người ký bấm Từ chối"));
    }

    private void answer(String session, List<Hash> signed, Map<String, String> refusals) {
        Map<String, byte[]> values = new HashMap<>();
        signed.forEach(hash -> values.put(hash.id(), sign(questions.get(session).key(), hash.sha256())));
        answers.put(session, new Given(values, refusals));
    }

    private static byte[] sign(Made key, byte[] sha256) {
        try {
            Signature signature = Signature.getInstance("NONEwithECDSA");
            signature.initSign(key.key());
            signature.update(sha256);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform has ECDSA", e);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "Điện thoại SmartSign";
    }

    @Override
    public Asked ask(String sessionId, X509Certificate certificate, List<Hash> hashes) {
        if (!reachable) {
            throw new Unreachable("signing.check.content");
        }
        questions.put(sessionId, new Question(keys.get(certificate), List.copyOf(hashes)));
        timesAsked.merge(sessionId, 1, Integer::sum);
        if (broken) {
            throw new IllegalStateException("an answer that cannot be read");
        }
        Instant until = clock.instant().plus(PATIENCE).truncatedTo(ChronoUnit.SECONDS);
        Confirmation confirmation = program
                ? new Confirmation.Program("Mở chương trình ký trên máy này và so mã.", "73 15", until)
                : new Confirmation.Consent(
                        "Mở ứng dụng trên điện thoại và xác nhận " + hashes.size() + " học bạ.",
                        "https://phone.example/c/" + sessionId,
                        until);
        return new Asked(sessionId, confirmation);
    }

    @Override
    public Answer answer(String reference) {
        return answers.getOrDefault(reference, new Waiting());
    }
}
