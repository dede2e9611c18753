package vn.hocba.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.desk.OfficeTest;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.desk.admin.SchoolCertificates;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.signing.DssJudge.Verdict;
import vn.hocba.signing.PacketVerification.Report;
import vn.hocba.signing.PacketVerification.SignatureView;

@OfficeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckSignaturesTest {

    @Autowired
    OfficeWorld world;

    @Autowired
    CheckSignatures check;

    @Autowired
    SchoolCertificates certificates;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    void aSealedClass() {
        world.toSubmission("3A");
    }

    @Test
    void whatThreePeopleSignedPassesTheEightChecks() {
        Report report = quick(world.records("3A").get(0));

        assertThat(report.findings()).isEmpty();
        assertThat(report.signatures()).hasSize(3).allMatch(SignatureView::valid);
    }

    @Test
    void theSecondOpinionAgrees() {
        List<Verdict> verdicts = session.as(
                world.someone(Role.CLERK), () -> check.full(world.records("3A").get(0)));

        assertThat(verdicts).hasSize(3).allMatch(Verdict::passed);
    }

    @Test
    void aChangedWordIsFound() {
        String record = world.records("3A").get(1);
        byte[] packet = jdbc.sql("select packet from record_version where year_record_id = ? and state = 'CURRENT'")
                .param(record)
                .query((row, n) -> row.getBytes(1))
                .single();
        String changed = new String(packet, StandardCharsets.UTF_8).replace("Chăm ngoan", "Rất ngoan");
        jdbc.sql("update record_version set packet = ? where year_record_id = ? and state = 'CURRENT'")
                .params(changed.getBytes(StandardCharsets.UTF_8), record)
                .update();

        assertThat(quick(record).findings()).isNotEmpty();
    }

    @Test
    void theSchoolSeesWhoHoldsACertificate() {
        List<SchoolCertificates.Holder> holders =
                session.as(world.someone(Role.SCHOOL_ADMIN), certificates::ofOwnSchool);

        assertThat(holders.get(0).seal()).isTrue();
        assertThat(holders)
                .filteredOn(holder -> holder.ownerId()
                                .equals(world.homeroom("3A").staffId())
                        || holder.seal()
                        || holder.ownerId().equals(world.someone(Role.PRINCIPAL).staffId()))
                .hasSize(3)
                .allMatch(holder -> holder.state() == SchoolCertificates.State.VALID);
        assertThat(holders).anyMatch(holder -> holder.state() == SchoolCertificates.State.MISSING);
    }

    private Report quick(String recordId) {
        return session.as(world.someone(Role.CLERK), () -> check.quick(recordId));
    }
}
