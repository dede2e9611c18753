package vn.hocba.supplement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.hocba.fixture.RecordLife.REASON;
import static vn.hocba.fixture.ReleasedRecords.PIN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.audit.AuditLog;
import vn.hocba.calendar.Wave;
import vn.hocba.document.Supplement;
import vn.hocba.document.Supplement.Ground;
import vn.hocba.dossier.RecordDocuments;
import vn.hocba.dossier.RecordPage;
import vn.hocba.dossier.Whereabouts;
import vn.hocba.dossier.Whereabouts.FormerName;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.lookup.FoundYear;
import vn.hocba.lookup.LookUp;
import vn.hocba.registry.Supplements;
import vn.hocba.request.Evidence;
import vn.hocba.request.Offer;
import vn.hocba.request.RequestBoard;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;
import vn.hocba.signing.DssJudge;
import vn.hocba.signing.SandboxAuthority;
import vn.hocba.signing.SupplementSlot;

/** The model {@code supplement.bpmn} with everything that it calls, and what look-up makes of it. */
@ReleasedRecordsTest
class SupplementTest {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final Evidence EXTRACT = new Evidence("trich-luc.pdf", new byte[] {1});
    private static final Map<String, Object> BECAUSE = Map.of("reason", REASON);
    private static final String BIRTH_DATE = "05/09/2020";

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    RequestBoard board;

    @Autowired
    Session session;

    @Autowired
    SandboxAuthority authority;

    @Autowired
    DssJudge judge;

    @Autowired
    LookUp lookUp;

    @Autowired
    RecordDocuments documents;

    @Autowired
    RecordPage pages;

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProcessEngine engine;

    private School school;
    private CurrentUser provinceClerk;
    private String record;
    private String code;

    @BeforeEach
    void useThisEngine() {
        AbstractAssertions.init(engine);
    }

    @BeforeEach
    void aFrozenRecord() {
        school = world.school();
        provinceClerk = world.ofProvince(school.province(), Role.PROVINCE_CLERK);
        record = life.accepted(school);
        code = world.content(record).lookupCode();
        session.run(
                school.official(),
                () -> authority.issueSeal(
                        school.province().id(),
                        school.province().name(),
                        school.province().taxCode(),
                        PIN.toCharArray()));
        life.cutOff(school, Wave.FIRST);
    }

    @Test
    void aSupplementWithAllSignaturesStandsBesideTheUntouchedRecord() {
        Map<String, List<Map<String, Object>>> before = rows();
        String request = ask(school.clerk(), name("Lò Thị Mài"));
        assertThat(step(request)).isEqualTo("ENDORSE");
        ProcessInstance process = life.process(request);
        BpmnAwareTests.assertThat(process).isWaitingAt("userTask_endorse");
        life.take(school.principal(), "supplement.endorse", request, Map.of());
        BpmnAwareTests.assertThat(process).isWaitingAt("userTask_examine");
        life.examine(school, request);
        BpmnAwareTests.assertThat(process).isWaitingAt("userTask_decide");
        assertThat(step(request)).isEqualTo("DECIDE");
        life.take(school.official(), "supplement.approve", request, decision("15/QĐ-SGDĐT"));
        assertThat(step(request)).isEqualTo("SIGN_SCHOOL");
        BpmnAwareTests.assertThat(process).isWaitingAt("userTask_signSchool");
        life.sign(school.principal(), "supplement.sign-school", request, PIN);
        BpmnAwareTests.assertThat(process).isWaitingAt("userTask_sealSchool");
        life.sign(school.clerk(), "supplement.seal", request, PIN);
        BpmnAwareTests.assertThat(process).isWaitingAt("userTask_signProvince");
        life.sign(school.official(), "supplement.sign-province", request, PIN);
        assertThat(step(request)).isEqualTo("SEAL_PROVINCE");
        BpmnAwareTests.assertThat(process).isWaitingAt("userTask_sealProvince");
        assertThat(find().supplements()).isEmpty();
        life.sign(provinceClerk, "supplement.sign", request, PIN);

        assertThat(life.request(request)).isEqualTo("DONE");
        BpmnAwareTests.assertThat(process).isEnded().hasPassed("serviceTask_register", "endEvent_done");
        assertThat(rows()).as("rows of the record").isEqualTo(before);
        FoundYear found = find();
        assertThat(found.snapshot().pupil().fullName()).isEqualTo("Lò Thị Mai");
        Supplements.Verified supplement = found.supplements().get(0);
        assertThat(supplement.isGood()).isTrue();
        assertThat(supplement.report().signatures()).hasSize(4).allMatch(signature -> signature.valid());
        assertThat(supplement.report().signatures())
                .extracting(signature -> signature.signer())
                .containsExactly(
                        school.principal().displayName(),
                        school.unit().name(),
                        school.official().displayName(),
                        school.province().name());
        assertThat(supplement.titles())
                .containsEntry(SupplementSlot.SUPPLEMENT_HEAD, "KT. Hiệu trưởng, Phó hiệu trưởng")
                .containsEntry(SupplementSlot.SUPPLEMENT_LEADER, "KT. Giám đốc, Phó giám đốc");
        var content = supplement.report().content();
        assertThat(content.change().ground()).isEqualTo(Ground.CIVIL_STATUS);
        assertThat(content.change().former()).isEqualTo("Lò Thị Mai");
        assertThat(content.change().right()).isEqualTo("Lò Thị Mài");
        assertThat(content.decision().number()).isEqualTo("15/QĐ-SGDĐT");
        assertThat(content.beside().lookupCode()).isEqualTo(code);
        assertThat(content.beside().packetHash())
                .isEqualTo(one("select packet_hash from registered_record where year_record_id = ?"));
        assertThat(judge.judge(supplement.document())).hasSize(4).allMatch(DssJudge.Verdict::passed);
        assertThat(lookUp.supplement(found, supplement.id())).isEqualTo(supplement.document());
        assertThat(audit.of(record))
                .anySatisfy(line -> assertThat(line.action()).isEqualTo("registry.supplemented"));
        assertThat(audit.isIntact(record)).isTrue();
        assertThat(jdbc.sql("select count(*) from supplement_draft where request_id = ?")
                        .param(request)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void thePrintedFormStaysAndHasAnAnnexOfItsSupplements() throws IOException {
        assertThat(printed(lookUp.printedForm(find()))).doesNotContain("Có điều chỉnh", "PHỤ LỤC");
        supplemented(name("Lò Thị Mài"), "15/QĐ-SGDĐT");

        for (byte[] form :
                List.of(lookUp.printedForm(find()), session.as(school.clerk(), () -> documents.printedForm(record)))) {
            assertThat(printed(form))
                    .contains("Có điều chỉnh: 1 phụ lục điều chỉnh")
                    .contains("PHỤ LỤC: ĐIỀU CHỈNH SAU KHI CHỐT", "Quyết định số 15/QĐ-SGDĐT ngày 20/11/2026")
                    .contains("Lò Thị Mai Lò Thị Mài");
        }
        assertThat(session.as(school.clerk(), () -> pages.of(record)).supplements())
                .isEqualTo(1);
    }

    private static String printed(byte[] form) throws IOException {
        try (PDDocument document = Loader.loadPDF(form)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void aPrincipalWhoAsksDoesNotEndorse() {
        String request = ask(school.principal(), name("Lò Thị Mài"));

        assertThat(step(request)).isEqualTo("EXAMINE");
    }

    @Test
    void thePrincipalOrTheProvinceRefusesWithAReason() {
        String atSchool = ask(school.clerk(), name("Lò Thị Mài"));
        life.take(school.principal(), "supplement.refuse", atSchool, BECAUSE);
        String atProvince = ask(school.principal(), name("Lò Thị Mài"));
        life.examine(school, atProvince);
        life.take(school.official(), "supplement.refuse", atProvince, BECAUSE);

        assertThat(life.request(atSchool)).isEqualTo("REFUSED");
        assertThat(life.request(atProvince)).isEqualTo("REFUSED");
        assertThat(life.outcome(atProvince)).isEqualTo(REASON);
        assertThat(find().supplements()).isEmpty();
    }

    @Test
    void whoAskedTakesItBackUntilTheProvinceHasDecided() {
        String early = ask(school.clerk(), name("Lò Thị Mài"));
        life.take(school.clerk(), "supplement.cancel", early, BECAUSE);
        String later = ask(school.clerk(), name("Lò Thị Mài"));
        life.take(school.principal(), "supplement.endorse", later, Map.of());
        refused(school.principal(), "supplement.cancel", later, BECAUSE);
        life.examine(school, later);
        life.take(school.clerk(), "supplement.cancel", later, BECAUSE);
        String decided = decided();
        refused(school.principal(), "supplement.cancel", decided, BECAUSE);
        refused(school.official(), "supplement.refuse", decided, BECAUSE);

        assertThat(life.request(early)).isEqualTo("CANCELLED");
        assertThat(life.request(later)).isEqualTo("CANCELLED");
        assertThat(step(decided)).isEqualTo("SIGN_SCHOOL");
    }

    @Test
    void theProvinceCallsItsDecisionOffWhereverTheSignaturesAre() {
        String unsealed = decided();
        refused(provinceClerk, "supplement.call-off", unsealed, BECAUSE);
        life.take(school.official(), "supplement.call-off", unsealed, BECAUSE);
        String sealed = sealed();
        refused(school.clerk(), "supplement.call-off", sealed, BECAUSE);
        refused(world.school().official(), "supplement.call-off", sealed, BECAUSE);
        life.sign(school.official(), "supplement.sign-province", sealed, PIN);
        life.take(school.official(), "supplement.call-off", sealed, BECAUSE);

        assertThat(life.request(unsealed)).isEqualTo("CANCELLED");
        assertThat(life.request(sealed)).isEqualTo("CANCELLED");
        assertThat(find().supplements()).isEmpty();
        assertThat(one("select count(*) from record_supplement where year_record_id = ?"))
                .isEqualTo("0");
    }

    @Test
    void aWrongPinChangesNothing() {
        String request = decided();
        for (String[] turn : new String[][] {
            {"supplement.sign-school", "SIGN_SCHOOL"},
            {"supplement.seal", "SEAL_SCHOOL"},
            {"supplement.sign-province", "SIGN_PROVINCE"},
            {"supplement.sign", "SEAL_PROVINCE"}
        }) {
            CurrentUser signer =
                    switch (turn[1]) {
                        case "SIGN_SCHOOL" -> school.principal();
                        case "SEAL_SCHOOL" -> school.clerk();
                        case "SIGN_PROVINCE" -> school.official();
                        default -> provinceClerk;
                    };
            assertThat(step(request)).isEqualTo(turn[1]);
            assertThatThrownBy(() -> life.sign(signer, turn[0], request, "000000"))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("PIN");
            assertThat(step(request)).isEqualTo(turn[1]);
            assertThat(find().supplements()).isEmpty();
            life.sign(signer, turn[0], request, PIN);
        }
        assertThat(life.request(request)).isEqualTo("DONE");
    }

    @Test
    void nobodyElseAsksDecidesOrSigns() {
        School other = world.school();
        for (CurrentUser stranger :
                List.of(other.clerk(), other.principal(), school.homeroom(), school.admin(), school.official())) {
            assertThatThrownBy(() -> ask(stranger, name("Lò Thị Mài"))).isInstanceOf(Refused.class);
            assertThat(offersOn(stranger)).noneMatch(offer -> offer.startsWith("supplement."));
        }
        String request = ask(school.clerk(), name("Lò Thị Mài"));
        for (CurrentUser stranger : List.of(other.principal(), school.clerk(), school.homeroom(), school.official())) {
            refused(stranger, "supplement.endorse", request, Map.of());
            refused(stranger, "supplement.refuse", request, BECAUSE);
        }
        life.take(school.principal(), "supplement.endorse", request, Map.of());
        for (CurrentUser stranger : List.of(other.official(), school.principal(), school.clerk(), provinceClerk)) {
            refused(stranger, "supplement.examine", request, BECAUSE);
        }
        life.examine(school, request);
        CurrentUser officer = world.ofProvince(school.province(), Role.PROVINCE_OFFICER);
        for (CurrentUser stranger :
                List.of(other.official(), school.principal(), school.clerk(), school.admin(), officer, provinceClerk)) {
            refused(stranger, "supplement.approve", request, decision("15/QĐ-SGDĐT"));
            refused(stranger, "supplement.refuse", request, BECAUSE);
        }
        life.take(school.official(), "supplement.approve", request, decision("15/QĐ-SGDĐT"));
        barred(
                "supplement.sign-school",
                request,
                other.principal(),
                school.clerk(),
                school.homeroom(),
                school.official());
        life.sign(school.principal(), "supplement.sign-school", request, PIN);
        barred("supplement.seal", request, other.clerk(), school.principal(), school.homeroom(), school.official());
        life.sign(school.clerk(), "supplement.seal", request, PIN);
        barred(
                "supplement.sign-province",
                request,
                other.official(),
                school.principal(),
                school.clerk(),
                officer,
                provinceClerk);
        life.sign(school.official(), "supplement.sign-province", request, PIN);
        barred("supplement.sign", request, other.official(), school.principal(), school.clerk(), officer);
        barred("supplement.seal", request, school.clerk());
        assertThat(step(request)).isEqualTo("SEAL_PROVINCE");
    }

    private void barred(String offer, String request, CurrentUser... strangers) {
        for (CurrentUser stranger : strangers) {
            assertThatThrownBy(() -> life.sign(stranger, offer, request, PIN))
                    .as(stranger.title())
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void whoProposedAtTheSoDoesNotDecideAndWhoSignedDoesNotSeal() {
        String request = ask(school.principal(), name("Lò Thị Mài"));
        life.take(school.official(), "supplement.examine", request, BECAUSE);
        assertThatThrownBy(() -> life.take(school.official(), "supplement.approve", request, decision("15/QĐ-SGDĐT")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("không tự quyết định");
        CurrentUser leader = world.ofProvince(school.province(), Role.PROVINCE_LEADER);
        life.take(leader, "supplement.approve", request, decision("15/QĐ-SGDĐT"));

        life.sign(school.principal(), "supplement.sign-school", request, PIN);
        CurrentUser both = school.principal();
        CurrentUser headWithTheSeal = new CurrentUser(
                both.accountId(),
                both.username(),
                both.displayName(),
                both.title(),
                Set.of(Role.PRINCIPAL, Role.CLERK),
                both.staffId(),
                both.unitId(),
                both.unitPath());
        assertThatThrownBy(() -> life.sign(headWithTheSeal, "supplement.seal", request, PIN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Bạn đã ký văn bản này");
        life.sign(school.clerk(), "supplement.seal", request, PIN);
        life.sign(school.official(), "supplement.sign-province", request, PIN);
        assertThatThrownBy(() -> life.sign(school.official(), "supplement.sign", request, PIN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Bạn đã ký văn bản này");
        life.sign(provinceClerk, "supplement.sign", request, PIN);

        assertThat(life.request(request)).isEqualTo("DONE");
    }

    @Test
    void aDeputyWhoseDelegationIsOverDoesNotSignForTheSchool() {
        String request = decided();
        jdbc.sql("update role_grant set held_until = '2001-01-01 00:00:00' where staff_id = ?")
                .param(school.principal().staffId())
                .update();
        life.sign(school.principal(), "supplement.sign-school", request, PIN);

        assertThatThrownBy(() -> life.sign(school.clerk(), "supplement.seal", request, PIN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("không phải hiệu trưởng");
    }

    /** What the model was before people signed: its instances have no personal signatures, and go on to the end. */
    @Test
    void aRequestFromBeforeThereWerePersonalSignaturesGoesOnWithTheTwoSealsOfThen() {
        String request = decided();
        skip(request, "userTask_signSchool", "userTask_sealSchool");
        life.sign(school.clerk(), "supplement.seal", request, PIN);
        skip(request, "userTask_signProvince", "userTask_sealProvince");
        life.sign(provinceClerk, "supplement.sign", request, PIN);

        assertThat(life.request(request)).isEqualTo("DONE");
        Supplements.Verified former = find().supplements().get(0);
        assertThat(former.isGood()).isTrue();
        assertThat(former.report().content().structure()).isEqualTo(Supplement.FORMER);
        assertThat(former.report().signatures())
                .extracting(signature -> signature.signer())
                .containsExactly(school.unit().name(), school.province().name());
        assertThat(former.titles()).isEmpty();
    }

    private void skip(String request, String task, String next) {
        engine.getRuntimeService()
                .createProcessInstanceModification(life.process(request).getId())
                .cancelAllForActivity(task)
                .startBeforeActivity(next)
                .execute();
    }

    @Test
    void aPlaceForASignatureCannotBeTakenAwayNorPutIn() {
        supplemented(name("Lò Thị Mài"), "15/QĐ-SGDĐT");
        String good = new String(find().supplements().get(0).document(), StandardCharsets.UTF_8);
        String withoutHead = good.replaceFirst("(?s)<CBQL>.*?</CBQL>", "");
        String withoutLeader = good.replaceFirst("(?s)<LANH_DAO_SO>.*?</LANH_DAO_SO>", "");
        String asFormer = withoutHead
                .replaceFirst("(?s)<LANH_DAO_SO>.*?</LANH_DAO_SO>", "")
                .replace("<PHIEN_BAN_CAU_TRUC>2</PHIEN_BAN_CAU_TRUC>", "");
        for (String changed : List.of(withoutHead, withoutLeader, asFormer)) {
            assertThat(changed).isNotEqualTo(good);
            smuggle(record, changed.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(find().supplements())
                .extracting(Supplements.Verified::isGood)
                .containsExactlyInAnyOrder(true, false, false, false);
    }

    @Test
    void beforeTheFreezeThereIsNothingToSupplementAndTheOfferSaysSo() {
        School young = world.school();
        String accepted = life.accepted(young);

        assertThat(session.as(young.clerk(), () -> board.offers(accepted)))
                .filteredOn(offer -> offer.name().equals("supplement.ask"))
                .singleElement()
                .satisfies(offer -> assertThat(offer.obstacle().key()).isEqualTo("supplement.not-frozen"));
        assertThatThrownBy(() -> life.take(young.clerk(), "supplement.ask", accepted, name("Lò Thị Mài"), EXTRACT))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("chưa chốt");
    }

    @Test
    void aRetractedRecordIsNotSupplementedAndHidesItsSupplements() {
        supplemented(name("Lò Thị Mài"), "15/QĐ-SGDĐT");
        FoundYear seen = find();
        life.orderRetraction(school, record, decision("16/QĐ-SGDĐT"));

        assertThatThrownBy(() -> ask(school.clerk(), name("Lò Thị Mãi")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("đã được thu hồi");
        assertThat(find().supplements()).isEmpty();
        assertThatThrownBy(
                        () -> lookUp.supplement(seen, seen.supplements().get(0).id()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whileASupplementIsOpenTheRecordIsNotRetractedAndTheOtherWayRound() {
        String request = ask(school.clerk(), name("Lò Thị Mài"));
        refused(school.official(), "retraction.order", record, decision("16/QĐ-SGDĐT"));
        assertThatThrownBy(() -> ask(school.clerk(), name("Lò Thị Mãi"))).isInstanceOf(Refused.class);
        life.take(school.clerk(), "supplement.cancel", request, BECAUSE);
        life.take(school.clerk(), "retraction.ask-province", record, BECAUSE);
        assertThatThrownBy(() -> ask(school.clerk(), name("Lò Thị Mài"))).isInstanceOf(Refused.class);
    }

    @Test
    void aDocumentThatWasChangedAfterTheSealIsNotSignedAndNotRegistered() {
        String request = sealed();
        replaceDraft(request, "Lò Thị Mài", "Lò Thị Mận");

        assertThatThrownBy(() -> life.sign(school.official(), "supplement.sign-province", request, PIN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("không khớp");
        assertThat(step(request)).isEqualTo("SIGN_PROVINCE");
        assertThat(find().supplements()).isEmpty();
        life.take(school.official(), "supplement.call-off", request, BECAUSE);
    }

    @Test
    void aSealedDocumentThatSaysSomethingElseThanWasDecidedIsNotSigned() {
        String request = sealed();
        jdbc.sql("update record_request set details = replace(details, 'Lò Thị Mài', 'Lò Thị Mận') where id = ?")
                .param(request)
                .update();

        assertThatThrownBy(() -> life.sign(school.official(), "supplement.sign-province", request, PIN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("không đúng với điều Sở quyết định");
        assertThat(step(request)).isEqualTo("SIGN_PROVINCE");
    }

    @Test
    void whatWasChangedInTheDatabaseOrStandsBesideAnotherRecordIsNotShownAsValid() {
        supplemented(name("Lò Thị Mài"), "15/QĐ-SGDĐT");
        byte[] good = find().supplements().get(0).document();
        byte[] changed = new String(good, StandardCharsets.UTF_8)
                .replace("Lò Thị Mài", "Lò Thị Mận")
                .getBytes(StandardCharsets.UTF_8);
        smuggle(record, changed);

        assertThat(find().supplements())
                .extracting(Supplements.Verified::isGood)
                .containsExactly(true, false);
        Supplements.Verified bad = find().supplements().get(1);
        assertThat(bad.report().content()).isNull();
        assertThat(bad.report().signatures()).anyMatch(signature -> !signature.valid());
        assertThatThrownBy(() -> lookUp.supplement(find(), bad.id())).isInstanceOf(Refused.class);

        School neighbour = world.schoolBelow(school.province());
        ReleasedRecords.showsUnfrozen(jdbc, school.province().code());
        String late = world.released(neighbour, "Vàng Thị Dua").get(0);
        life.submit(neighbour);
        smuggle(late, good);
        FoundYear other = lookUp.find(world.content(late).lookupCode(), BIRTH_DATE, address())
                .get(0);
        assertThat(other.supplements().get(0).isGood()).isFalse();
        assertThat(other.supplements().get(0).report().passed()).isTrue();
    }

    @Test
    void twoSupplementsStandBesideOneRecord() {
        supplemented(name("Lò Thị Mài"), "15/QĐ-SGDĐT");
        supplemented(change("PROVEN_ERROR", "mon-toan", "Hoàn thành tốt, điểm 10", Map.of()), "27/QĐ-SGDĐT");

        assertThat(find().supplements())
                .allMatch(Supplements.Verified::isGood)
                .extracting(Supplements.Verified::decisionNo)
                .containsExactly("15/QĐ-SGDĐT", "27/QĐ-SGDĐT");
        Supplement second = find().supplements().get(1).report().content();
        assertThat(second.change().former()).isEqualTo("Hoàn thành tốt, điểm 9");
        assertThat(second.consequences())
                .as("nine or ten is the best all the same")
                .isEmpty();
        assertThat(second.replaces()).isNull();
    }

    @Test
    void whatFollowsFromAChangedResultIsSeenByWhoDecidesSignedShownAndPrinted() throws IOException {
        String request =
                ask(school.principal(), change("PROVEN_ERROR", "mon-toan", "Chưa hoàn thành, điểm 3", Map.of()));
        assertThat(session.as(school.official(), () -> board.page(request)).facts())
                .hasEntrySatisfying("Hệ quả theo quy định đánh giá", words -> assertThat(words)
                        .contains("Đánh giá kết quả giáo dục: Chưa hoàn thành", "Hiệu trưởng xét việc lên lớp"));
        finish(request, "15/QĐ-SGDĐT");

        Supplements.Verified signed = find().supplements().get(0);
        assertThat(signed.isGood()).isTrue();
        assertThat(signed.report().content().consequences())
                .extracting(Supplement.Consequence::field, Supplement.Consequence::right)
                .containsExactly(
                        tuple("DANH_GIA_KQ_GIAO_DUC", "Chưa hoàn thành"),
                        tuple("DA_HOAN_THANH_CT_LOP_HOC", "Chưa hoàn thành"),
                        tuple("DUOC_LEN_LOP", "Hiệu trưởng xét việc lên lớp"));
        assertThat(printed(lookUp.printedForm(find())))
                .contains(
                        "Chưa hoàn thành, điểm 3",
                        "Đánh giá kết quả giáo dục (kéo theo)",
                        "Hiệu trưởng xét việc lên lớp");
    }

    @Test
    void aLaterSupplementOfTheSameFieldHoldsAndBothAreKept() {
        supplemented(change("PROVEN_ERROR", "mon-toan", "Chưa hoàn thành, điểm 3", Map.of()), "15/QĐ-SGDĐT");
        assertThatThrownBy(() -> ask(
                        school.principal(), change("PROVEN_ERROR", "mon-toan", "Chưa hoàn thành, điểm 3", Map.of())))
                .isInstanceOf(Refused.class);
        supplemented(change("PROVEN_ERROR", "mon-toan", "Hoàn thành tốt, điểm 9", Map.of()), "27/QĐ-SGDĐT");

        List<Supplements.Verified> both = find().supplements();
        assertThat(both).hasSize(2).allMatch(Supplements.Verified::isGood);
        Supplement later = both.get(1).report().content();
        assertThat(later.replaces()).isEqualTo(both.get(0).report().content().id());
        assertThat(later.consequences())
                .extracting(Supplement.Consequence::field, Supplement.Consequence::right)
                .contains(tuple("DA_HOAN_THANH_CT_LOP_HOC", "Hoàn thành"), tuple("DUOC_LEN_LOP", "Được lên lớp"));
    }

    @Test
    void aResultThatCannotStandThereIsRefusedWithTheFormInWhichItIsWritten() {
        for (String wrong : List.of("rất tốt", "điểm 11", "Hoàn thành tốt, điểm 10, điểm 9")) {
            assertThatThrownBy(() -> ask(school.principal(), change("PROVEN_ERROR", "mon-toan", wrong, Map.of())))
                    .as(wrong)
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void civilStatusIsAddedAndEthnicityDeterminedAnewOnGroundsOfTheirOwn() {
        supplemented(change("CIVIL_STATUS_ADDED", "HO_TEN_NGUOI_GIAM_HO", "Lò Văn Sơn", Map.of()), "15/QĐ-SGDĐT");
        assertThatThrownBy(() -> ask(school.principal(), change("ETHNICITY", "QUOC_TICH", "Lào", Map.of())))
                .isInstanceOf(Refused.class);
        supplemented(change("ETHNICITY", "DAN_TOC", "Thái", Map.of()), "16/QĐ-SGDĐT");

        assertThat(find().supplements())
                .allMatch(Supplements.Verified::isGood)
                .extracting(supplement -> supplement.report().content().change().ground())
                .containsExactly(Ground.CIVIL_STATUS_ADDED, Ground.ETHNICITY);
    }

    @Test
    void afterTheBirthDateIsSupplementedBothDatesFindTheRecord() {
        supplemented(change("CIVIL_STATUS", "NGAY_SINH", "6/9/2020", Map.of()), "15/QĐ-SGDĐT");

        FoundYear found = lookUp.find(code, "06/09/2020", address()).get(0);
        assertThat(found.snapshot().pupil().birthDate()).isEqualTo(LocalDate.of(2020, 9, 5));
        assertThat(found.supplements().get(0).report().content().change().right())
                .isEqualTo("06/09/2020");
        assertThat(find().supplements()).hasSize(1);
        assertThatThrownBy(() -> lookUp.find(code, "07/09/2020", address())).isInstanceOf(Refused.class);
    }

    @Test
    void aNameThatCivilStatusHasChangedIsSaidOnTheFrozenRecordWithTheYearsToSupplementAndBothAreShown() {
        assertThat(whereabouts().formerName()).isNull();
        String former = world.content(record).pupil().fullName();
        jdbc.sql(
                        "update pupil set full_name = 'Lò Minh Khôi' where id = (select pupil_id from year_record where id = ?)")
                .param(record)
                .update();

        assertThat(whereabouts().formerName())
                .isEqualTo(new FormerName(
                        "Lò Minh Khôi", List.of(world.content(record).schoolYear())));

        supplemented(change("CIVIL_STATUS", "HO_VA_TEN", "Lò Minh Khôi", Map.of()), "15/QĐ-SGDĐT");
        assertThat(find().snapshot().pupil().fullName()).isEqualTo(former);
        assertThat(find().supplements())
                .extracting(supplement -> supplement.report().content().change().right())
                .containsExactly("Lò Minh Khôi");
    }

    private Whereabouts whereabouts() {
        return session.as(school.clerk(), () -> pages.of(record)).whereabouts();
    }

    @Test
    void anotherFieldIsNamedInWordsByWhoAsks() {
        assertThatThrownBy(() -> ask(school.clerk(), change("PROVEN_ERROR", "KHAC", "105 cm", Map.of())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ghi rõ mục");
        supplemented(
                change("PROVEN_ERROR", "KHAC", "105 cm", Map.of("part", "Chiều cao", "former", "150 cm")),
                "15/QĐ-SGDĐT");

        assertThat(find().supplements().get(0).report().content().change().fieldName())
                .isEqualTo("Chiều cao");
    }

    @Test
    void whatCannotBeRightIsNotAskedFor() {
        for (Map<String, Object> wrong : List.of(
                name("Lò Thị Mai"),
                name(""),
                change("CIVIL_STATUS", "mon-toan", "Hoàn thành, điểm 10", Map.of()),
                change("CIVIL_STATUS", "NGAY_SINH", "31/02/2020", Map.of()),
                change("CIVIL_STATUS", "NGAY_SINH", "01/01/2999", Map.of()),
                change("CIVIL_STATUS", "GIOI_TINH", "Gái", Map.of()),
                change("CIVIL_STATUS", "SO_DINH_DANH_CA_NHAN", "12", Map.of()),
                change("CIVIL_STATUS", "MUC_KHONG_CO", "x", Map.of()))) {
            assertThatThrownBy(() -> ask(school.clerk(), wrong))
                    .as(wrong.toString())
                    .isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> life.take(school.clerk(), "supplement.ask", record, name("Lò Thị Mài")))
                .as("without evidence")
                .isInstanceOf(Refused.class)
                .hasMessageContaining("minh chứng");
    }

    @Test
    void aDecisionOfTomorrowIsRefused() {
        String request = ask(school.principal(), name("Lò Thị Mài"));
        life.examine(school, request);

        refused(
                school.official(),
                "supplement.approve",
                request,
                Map.of("number", "15/QĐ", "day", LocalDate.of(2999, 1, 1), "reason", REASON));
        assertThat(step(request)).isEqualTo("DECIDE");
    }

    @Test
    void whatIsRegisteredIsThereForGood() {
        supplemented(name("Lò Thị Mài"), "15/QĐ-SGDĐT");

        for (String statement : List.of(
                "update record_supplement set decision_no = 'x' where year_record_id = ?",
                "delete from record_supplement where year_record_id = ?",
                "update registered_record set packet_hash = 'x' where year_record_id = ?",
                "update year_record set version_no = 9 where id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(statement).param(record).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private String ask(CurrentUser who, Map<String, Object> values) {
        return life.take(who, "supplement.ask", record, values, EXTRACT);
    }

    /** A request that the Sở has approved. */
    private String decided() {
        String request = ask(school.principal(), name("Lò Thị Mài"));
        life.examine(school, request);
        life.take(school.official(), "supplement.approve", request, decision("15/QĐ-SGDĐT"));
        return request;
    }

    /** The same with signature and seal of the school. */
    private String sealed() {
        String request = decided();
        life.sign(school.principal(), "supplement.sign-school", request, PIN);
        life.sign(school.clerk(), "supplement.seal", request, PIN);
        return request;
    }

    private void supplemented(Map<String, Object> values, String number) {
        finish(ask(school.principal(), values), number);
    }

    private void finish(String request, String number) {
        life.examine(school, request);
        life.take(school.official(), "supplement.approve", request, decision(number));
        life.signSupplement(school, provinceClerk, request);
        assertThat(life.request(request)).isEqualTo("DONE");
    }

    private void refused(CurrentUser who, String offer, String target, Map<String, Object> values) {
        assertThatThrownBy(() -> life.take(who, offer, target, values)).isInstanceOf(Refused.class);
    }

    private List<String> offersOn(CurrentUser who) {
        return session.as(who, () -> board.offers(record)).stream()
                .map(Offer::name)
                .toList();
    }

    private static Map<String, Object> name(String right) {
        return change("CIVIL_STATUS", "HO_VA_TEN", right, Map.of());
    }

    private static Map<String, Object> change(String ground, String field, String right, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.putAll(Map.of("ground", ground, "field", field, "right", right, "reason", REASON));
        return values;
    }

    private static Map<String, Object> decision(String number) {
        return Map.of(
                "number", number, "day", LocalDate.of(2026, 11, 20), "reason", "Theo trích lục cải chính hộ tịch");
    }

    private FoundYear find() {
        return lookUp.find(code, BIRTH_DATE, address()).get(0);
    }

    private static String address() {
        return "192.0.2." + ADDRESSES.incrementAndGet();
    }

    private void replaceDraft(String request, String from, String to) {
        byte[] draft = jdbc.sql("select document from supplement_draft where request_id = ?")
                .param(request)
                .query((row, n) -> row.getBytes(1))
                .single();
        jdbc.sql("update supplement_draft set document = ? where request_id = ?")
                .params(
                        new String(draft, StandardCharsets.UTF_8)
                                .replace(from, to)
                                .getBytes(StandardCharsets.UTF_8),
                        request)
                .update();
    }

    /** Writes a document into the province's database past everything that guards it. */
    private void smuggle(String yearRecord, byte[] document) {
        jdbc.sql(
                        "insert into record_supplement (id, request_id, year_record_id, registered_id, lookup_code, decision_no, decided_on,"
                                + " document, document_hash, school_tax_code, province_tax_code, head_id, leader_id, registered_at)"
                                + " select ?, ?, r.year_record_id, r.id, r.lookup_code, 'x', date '2026-11-21', ?, 'x', ?, ?, ?, ?, timestamp '2999-01-01 00:00:00'"
                                + " from registered_record r where r.year_record_id = ?")
                .params(
                        Ids.next(),
                        Ids.next(),
                        document,
                        school.unit().taxCode(),
                        school.province().taxCode(),
                        personalId(school.principal()),
                        personalId(school.official()),
                        yearRecord)
                .update();
    }

    private String personalId(CurrentUser person) {
        return jdbc.sql("select personal_id from staff where id = ?")
                .param(person.staffId())
                .query(String.class)
                .single();
    }

    private String step(String request) {
        return jdbc.sql("select step from record_request where id = ?")
                .param(request)
                .query(String.class)
                .single();
    }

    private Map<String, List<Map<String, Object>>> rows() {
        Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
        Map.of(
                        "registered_record", "year_record_id",
                        "record_version", "year_record_id",
                        "record_part", "year_record_id",
                        "year_record", "id")
                .forEach((table, key) -> rows.put(
                        table,
                        jdbc
                                .sql("select * from " + table + " where " + key + " = ? order by id")
                                .param(record)
                                .query()
                                .listOfRows()
                                .stream()
                                .map(SupplementTest::comparable)
                                .toList()));
        return rows;
    }

    private static Map<String, Object> comparable(Map<String, Object> row) {
        Map<String, Object> comparable = new LinkedHashMap<>();
        row.forEach((column, value) -> comparable.put(
                column, value instanceof byte[] bytes ? java.util.HexFormat.of().formatHex(bytes) : value));
        return comparable;
    }

    private String one(String sql) {
        return jdbc.sql(sql).param(record).query(String.class).single();
    }
}
