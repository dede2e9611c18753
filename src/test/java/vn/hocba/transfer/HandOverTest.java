package vn.hocba.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.fixture.ReleasedRecords.PIN;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.document.HandOver;
import vn.hocba.document.PdfText;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.identity.CurrentUser;
import vn.hocba.request.Evidence;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.RequestMoves;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.PolicyTable;
import vn.hocba.shared.Refused;
import vn.hocba.signing.HandOverSlot;
import vn.hocba.signing.HandOverVerification;
import vn.hocba.signing.HandOverVerification.SignatureView;
import vn.hocba.signing.session.Entered;

/** «Bảng tổng hợp kết quả đánh giá»: who signs it, who seals it, and what the other school sees of it. */
class HandOverTest extends TransferWorld {

    private static final String PROGRESS = "Đã học hết tuần 22, Toán đến bài 58";

    @Autowired
    HandOverVerification verification;

    @Autowired
    HandOverPolicy policy;

    @Autowired
    TransferRules rules;

    @Autowired
    ReadHandOver files;

    @Autowired
    PrintHandOver print;

    @Autowired
    RequestMoves moves;

    @Autowired
    SchoolDirectory directory;

    @Autowired
    PlatformTransactionManager transactions;

    private String accepted(String record) {
        String request = ask(record);
        accept(request);
        return request;
    }

    private void sign(CurrentUser who, String offer, String request, Map<String, Object> values) {
        session.run(
                who, () -> board.take(offer, request, new Input(values, List.of(), Entered.pin(PIN.toCharArray()))));
    }

    private List<String> possible(CurrentUser who, String request) {
        return page(who, request).offers().stream()
                .filter(Offer::isPossible)
                .map(Offer::name)
                .toList();
    }

    private boolean hasInList(CurrentUser who, String request) {
        return session.as(who, board::lists).waiting().stream()
                .anyMatch(row -> row.id().equals(request));
    }

    private Evidence file(CurrentUser who, String request, String ending) {
        return session.as(
                who,
                () -> board.file(page(who, request).files().stream()
                        .filter(kept -> kept.name().endsWith(ending))
                        .findFirst()
                        .orElseThrow()
                        .id()));
    }

    private String results(CurrentUser who, String request) {
        return page(who, request).facts().get("Bảng tổng hợp kết quả đánh giá");
    }

    private int drafts(String request) {
        return jdbc.sql("select count(*) from hand_over_draft where request_id = ?")
                .param(request)
                .query(Integer.class)
                .single();
    }

    @Test
    void theHomeroomTeacherThePrincipalAndTheSealStandOnTheResultsAndBothSchoolsReadPrintAndCheckThem() {
        String record = commenting();
        String request = ask(record);
        assertThat(hasInList(from.homeroom(), request)).isFalse();
        accept(request);
        assertThat(hasInList(from.homeroom(), request)).isTrue();
        assertThat(session.as(from.homeroom(), board::waiting)).isEqualTo(1);
        assertThat(results(from.principal(), request)).isEqualTo("Chờ giáo viên chủ nhiệm ký");
        assertThatThrownBy(() -> sign(from.principal(), "transfer.release", request, Map.of("day", today())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Giáo viên chủ nhiệm lớp 1A chưa ký");

        sign(from.homeroom(), "transfer.results", request, Map.of("progress", PROGRESS));
        assertThat(hasInList(from.homeroom(), request)).isFalse();
        assertThat(results(from.principal(), request)).startsWith("Giáo viên chủ nhiệm đã ký");
        sign(from.principal(), "transfer.release", request, Map.of("day", today()));
        assertThat(page(from.clerk(), request).request().step()).isEqualTo("SEAL");
        assertThat(page(to.clerk(), request).files()).isEmpty();
        sign(from.clerk(), "transfer.seal", request, Map.of());

        assertThat(drafts(request)).isZero();
        for (CurrentUser reader : List.of(from.clerk(), to.clerk(), to.principal())) {
            byte[] signed = file(reader, request, ".xml").content();
            HandOverVerification.Report report = verification.verifyForeign(signed);
            assertThat(report.findings()).isEmpty();
            assertThat(report.signatures()).extracting(SignatureView::slot).containsExactly(HandOverSlot.values());
            HandOver content = report.content();
            assertThat(content.structure()).isEqualTo(HandOver.CURRENT);
            assertThat(content.progress()).isEqualTo(PROGRESS);
            assertThat(content.receiver().schoolName()).isEqualTo(to.unit().name());
            assertThat(content.unfinished().contents().value("TOAN", "mark")).contains("9");
            assertThat(report.actingFor().name()).isEqualTo(from.principal().displayName());
            assertThat(results(reader, request))
                    .startsWith("Chữ ký hợp lệ")
                    .contains(
                            "giáo viên chủ nhiệm " + from.homeroom().displayName(),
                            from.principal().displayName() + " ký cho trường",
                            from.unit().name() + " đóng dấu");
            assertThat(PdfText.of(file(reader, request, ".pdf").content()))
                    .contains(
                            "BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ",
                            "Giàng Thị Mỷ",
                            to.unit().name(),
                            PROGRESS,
                            from.homeroom().displayName());
        }
        fire(request, "timer_move");
        assertThat(life.request(request)).isEqualTo("DONE");
        assertThat(schoolOf(record)).isEqualTo(to.unit().id());
        assertThat(results(to.principal(), request)).startsWith("Chữ ký hợp lệ");
    }

    @Test
    void nobodyElseSignsTheResultsOrSealsThem() {
        String request = accepted(commenting());
        for (CurrentUser other : List.of(from.clerk(), from.admin(), to.homeroom(), to.principal())) {
            assertThatThrownBy(() -> sign(other, "transfer.results", request, Map.of()))
                    .isInstanceOf(Refused.class);
        }
        sign(from.homeroom(), "transfer.results", request, Map.of());
        sign(from.principal(), "transfer.release", request, Map.of("day", today()));
        for (CurrentUser other : List.of(from.homeroom(), from.principal(), from.admin(), to.clerk())) {
            assertThatThrownBy(() -> sign(other, "transfer.seal", request, Map.of()))
                    .isInstanceOf(Refused.class);
        }
        assertThat(possible(from.clerk(), request)).contains("transfer.seal");
        life.take(from.clerk(), "transfer.cancel", request, Map.of("reason", REASON));

        assertThat(life.request(request)).isEqualTo("CANCELLED");
        assertThat(drafts(request)).isZero();
    }

    @Test
    void resultsThatChangeBeforeThePrincipalSignsAreSignedAnew() {
        String record = commenting();
        String request = accepted(record);
        sign(from.homeroom(), "transfer.results", request, Map.of());
        life.reassess(from, record, "TOAN", "H", 7);
        assertThatThrownBy(() -> sign(from.principal(), "transfer.release", request, Map.of("day", today())))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("transfer.results.changed"));

        sign(from.homeroom(), "transfer.results", request, Map.of());
        sign(from.principal(), "transfer.release", request, Map.of("day", today()));
        life.seal(from, request);

        assertThat(verification
                        .verifyForeign(file(to.clerk(), request, ".xml").content())
                        .content()
                        .unfinished()
                        .contents()
                        .value("TOAN", "mark"))
                .contains("7");
    }

    @Test
    void aDayThatTheSchemaAllowsAndNobodyCanReadIsAFindingAndNoFailure() {
        String request = accepted(commenting());
        life.handOver(from, request, today());
        String sealed = new String(file(to.clerk(), request, ".xml").content(), StandardCharsets.UTF_8);
        String withZone = sealed.replaceFirst("<NGAY_LAP>([0-9-]+)</NGAY_LAP>", "<NGAY_LAP>$1Z</NGAY_LAP>");
        assertThat(withZone).isNotEqualTo(sealed);

        assertThat(verification.verifyForeign(bytes(withZone)).findings())
                .extracting(finding -> finding.key())
                .contains("signing.check.content");
    }

    @Test
    void whatWasChangedAfterTheSealIsSaidOnReceiptAndThePupilsRecordDoesNotMove() {
        String record = commenting();
        String request = accepted(record);
        life.handOver(from, request, today());
        byte[] sealed = file(to.clerk(), request, ".xml").content();
        byte[] changed = new String(sealed, StandardCharsets.UTF_8)
                .replace(to.unit().name(), "Trường khác")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(verification.verifyForeign(changed).findings()).isNotEmpty();
        put(request, changed);

        fire(request, "timer_move");

        assertThat(life.request(request)).isEqualTo("OPEN");
        assertThat(schoolOf(record)).isEqualTo(from.unit().id());
        assertThat(results(to.principal(), request)).startsWith("Không dùng được");
        assertThat(page(to.principal(), request).facts().get("Chưa chuyển được"))
                .startsWith("Không dùng được");
        put(request, sealed);
        fire(request, "timer_move");
        assertThat(schoolOf(record)).isEqualTo(to.unit().id());
    }

    @Test
    void aPlaceThatIsTakenAwayOrFilledBySomebodyElseIsFound() {
        String request = accepted(commenting());
        life.handOver(from, request, today());
        String sealed = new String(file(to.clerk(), request, ".xml").content(), StandardCharsets.UTF_8);
        String without = sealed.replaceFirst("<GVCN>.*</GVCN>", "");
        String unsealed = sealed.replaceFirst("<KY_PHAT_HANH>.*</KY_PHAT_HANH>", "<KY_PHAT_HANH></KY_PHAT_HANH>");
        School stranger = world.schoolBelow(province);
        String theirs = accepted(commenting());
        life.handOver(from, theirs, today());

        for (String bad : List.of(without, unsealed)) {
            assertThat(bad).isNotEqualTo(sealed);
            assertThat(verification.verifyForeign(bytes(bad)).passed()).isFalse();
        }
        HandOverVerification.Expected strangers = new HandOverVerification.Expected(
                signedAt -> Set.of(), signedAt -> Set.of(), stranger.unit().taxCode());
        assertThat(verification
                        .verify(bytes(sealed), HandOverSlot.HAND_OVER_SEAL, strangers)
                        .findings())
                .extracting(finding -> finding.key())
                .containsExactly(
                        "signing.check.signer.HAND_OVER_HOMEROOM",
                        "signing.check.signer.HAND_OVER_HEAD",
                        "signing.check.signer.HAND_OVER_SEAL");
    }

    @Test
    void whatWasAskedForBeforeThereWasASealIsSignedByThePrincipalAloneAndStillVerifies() {
        String record = commenting();
        String request = accepted(record);
        jdbc.sql("update record_request set details = replace(details, ',\"paper\":{}', '') where id = ?")
                .param(request)
                .update();
        assertThat(hasInList(from.homeroom(), request)).isFalse();

        sign(from.principal(), "transfer.release", request, Map.of("day", today()));

        assertThat(page(from.clerk(), request).request().step()).isEqualTo("MOVE");
        HandOverVerification.Report report =
                verification.verifyForeign(file(to.clerk(), request, ".xml").content());
        assertThat(report.findings()).isEmpty();
        assertThat(report.content().structure()).isEqualTo(HandOver.FORMER);
        fire(request, "timer_move");
        assertThat(schoolOf(record)).isEqualTo(to.unit().id());
    }

    @Test
    void aFileThatThePrincipalAloneHasSignedIsTakenOnlyForTheYearsOfTheRule() {
        String request = askOut(commenting());
        jdbc.sql("update record_request set details = replace(details, ',\"paper\":{}', '') where id = ?")
                .param(request)
                .update();
        sign(from.principal(), "transfer.release", request, Map.of("day", today()));
        byte[] unsealed = file(from.clerk(), request, ".xml").content();
        School far = world.school();
        HandOverPolicy over = new HandOverPolicy(
                PolicyTable.parse(HandOverPolicy.FILE, "homeroom-signs;unsealed;first-year;last-year;province\n1;;;;"),
                directory);
        BringTransfer later = new BringTransfer(rules, files, print, moves, directory, over);

        assertThatThrownBy(() -> bring(later, far, unsealed))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("transfer.file.unsealed"));
        assertThat(bring(new BringTransfer(rules, files, print, moves, directory, policy), far, unsealed))
                .isNotNull();
        assertThat(policy.takesUnsealed(2026, far.unit().id())).isTrue();
        assertThat(policy.takesUnsealed(2027, far.unit().id())).isFalse();
    }

    private String bring(BringTransfer action, School school, byte[] file) {
        return session.as(school.clerk(), () -> new TransactionTemplate(transactions)
                .execute(status -> action.take(
                        new Input(
                                Map.of("reason", REASON),
                                List.of(new Evidence("tep-cua-truong-cu.xml", file)),
                                Entered.nothing()),
                        school.clerk())));
    }

    @Test
    void whateverAFileIsCalledItIsWhatIsCheckedAndTakenIn() {
        String out = askOut(commenting());
        life.handOver(from, out, today());
        byte[] sealed = file(from.clerk(), out, ".xml").content();
        fire(out, "timer_move");
        School far = world.school();

        String in = session.as(
                far.clerk(),
                () -> board.take(
                        "transfer.bring",
                        "",
                        new Input(
                                Map.of("reason", REASON),
                                List.of(new Evidence("bang-tong-hop-1.xml", sealed)),
                                Entered.nothing())));

        assertThat(results(far.principal(), in)).startsWith("Chữ ký hợp lệ");
        life.take(far.principal(), "transfer.accept", in, Map.of("class", far.classId()));
        assertThat(life.request(in)).isEqualTo("DONE");
    }

    @Test
    void whatLeavesTheProvinceIsSignedAndSealedTooAndTheSchoolThereGetsThePrintedForm() {
        String request = askOut(commenting());
        life.handOver(from, request, today());
        byte[] sealed = file(from.clerk(), request, ".xml").content();
        assertThat(verification.verifyForeign(sealed).signatures()).hasSize(3);
        fire(request, "timer_move");
        School far = world.school();

        String in = session.as(
                far.clerk(),
                () -> board.take(
                        "transfer.bring",
                        "",
                        new Input(
                                Map.of("reason", REASON),
                                List.of(new Evidence("tep-cua-truong-cu.xml", sealed)),
                                Entered.nothing())));

        assertThat(results(far.principal(), in))
                .startsWith("Chữ ký hợp lệ")
                .contains(from.unit().name());
        assertThat(PdfText.of(file(far.principal(), in, ".pdf").content())).contains("Giàng Thị Mỷ");
        life.take(far.principal(), "transfer.accept", in, Map.of("class", far.classId()));
        assertThat(life.request(in)).isEqualTo("DONE");
    }

    private void put(String request, byte[] content) {
        jdbc.sql("update request_file set content = ? where request_id = ? and name like '%.xml'")
                .params(content, request)
                .update();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
