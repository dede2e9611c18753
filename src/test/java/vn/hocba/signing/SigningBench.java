package vn.hocba.signing;

import java.lang.management.ManagementFactory;
import java.security.Signature;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.signing.PacketVerification.Stage;
import vn.hocba.signing.SigningWorld.School;
import vn.hocba.signing.session.SigningSession;

/** Prints what a record costs in CPU time; runs only when named: {@code ./mvnw test -Dtest=SigningBench}. */
@SigningTest
class SigningBench {

    private static final int ROUNDS = 150;

    @Autowired
    SigningWorld world;

    @Autowired
    PacketSigning signing;

    @Autowired
    PacketVerification verification;

    @Autowired
    DssJudge judge;

    @Test
    void costOfAPrimaryRecord() throws Exception {
        School school = world.school();
        byte[] draft = world.draft(school);
        byte[] released = world.released(school);
        CertificateMaker.Made made = CertificateMaker.root(
                java.math.BigInteger.TEN,
                CertificateMaker.Validity.starting(java.time.Instant.now(), java.time.Duration.ofDays(1)));
        try (SigningSession homeroom = world.personal(school.homeroom());
                SigningSession principal = world.personal(school.principal());
                SigningSession seal = world.seal(school)) {
            for (int pass = 0; pass < 3; pass++) {
                double bare = print("three bare signatures", () -> {
                    Signature signature = Signature.getInstance(CertificateMaker.SIGNATURE_ALGORITHM);
                    for (int i = 0; i < 3; i++) {
                        signature.initSign(made.key());
                        signature.update(new byte[800]);
                        signature.sign();
                    }
                });
                double placed = print("three signatures in their slots", () -> {
                    byte[] packet = signing.sign(draft, Slot.HOMEROOM, homeroom).packet();
                    packet = signing.sign(packet, Slot.PRINCIPAL, principal).packet();
                    signing.sign(packet, Slot.SEAL, seal);
                });
                System.out.printf("  that is %.1f times the bare ones%n", placed / bare);
                print("eight checks", () -> verification.verify(released, Stage.RELEASED, school.expected()));
            }
            byte[] encrypted = KeyEncryption.encrypt(made.key(), new char[] {'1'}, 60_000);
            print("unlocking a key", () -> KeyEncryption.decrypt(encrypted, new char[] {'1'}));
            print("full validation by DSS", () -> judge.judge(released));
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double print(String what, Work work) throws Exception {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < ROUNDS; i++) {
            work.run();
        }
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        double millis = nanos / 1e6 / ROUNDS;
        System.out.printf("%s: %.2f CPU-ms%n", what, millis);
        return millis;
    }
}
