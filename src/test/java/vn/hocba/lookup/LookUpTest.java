package vn.hocba.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.audit.AuditLog;
import vn.hocba.document.PdfText;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.Session;
import vn.hocba.lookup.FoundYear.Content;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.registry.Intake;
import vn.hocba.registry.Policy;
import vn.hocba.registry.ProvincePolicies;
import vn.hocba.registry.RegisteredState;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;

@ReleasedRecordsTest
class LookUpTest {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final String BIRTH_DATE = "05/09/2020";

    @Autowired
    LookUp lookUp;

    @Autowired
    Intake intake;

    @Autowired
    ProvincePolicies policies;

    @Autowired
    AuditLog audit;

    @Autowired
    Session session;

    @Autowired
    ReleasedRecords world;

    @Autowired
    JdbcClient jdbc;

    private final String address = "198.51.100." + ADDRESSES.incrementAndGet();
    private School school;
    private String record;
    private String code;

    @BeforeEach
    void anAcceptedRecord() {
        school = world.school();
        record = world.released(school, "Lò Thị Mai").get(0);
        code = world.content(record).lookupCode();
        intake.receive(world.pack(school, world.item(record)));
        session.run(school.official(), () -> policies.set(Policy.LOOKUP_SHOW_UNFROZEN, true));
    }

    @Test
    void unlessTheSoHasDecidedWhatIsNotFrozenIsNotShown() {
        jdbc.sql("delete from province_policy where province_code = ?")
                .param(school.province().code())
                .update();

        FoundYear year = find().get(0);

        assertThat(year.content()).isEqualTo(Content.HIDDEN);
        assertThat(year.snapshot()).isNull();
    }

    @Test
    void anAcceptedRecordIsFoundWithItsContentAndValidSignatures() {
        FoundYear year = find().get(0);

        assertThat(year.content()).isEqualTo(Content.SHOWN);
        assertThat(year.original().state()).isEqualTo(RegisteredState.ACCEPTED);
        assertThat(year.snapshot().pupil().fullName()).isEqualTo("Lò Thị Mai");
        assertThat(year.signatures()).hasSize(3).allMatch(signature -> signature.valid());
    }

    @Test
    void theCodeMayBeWrittenInCapitalsWithHyphens() {
        String typed = code.substring(0, 8).toUpperCase(Locale.ROOT) + "-" + code.substring(8);

        assertThat(lookUp.find(typed, BIRTH_DATE, address)).hasSize(1);
    }

    @Test
    void aWrongDateAndAWrongCodeGetTheSameAnswer() {
        assertThatThrownBy(() -> lookUp.find(code, "06/09/2020", address))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("lookup.not-found"));
        assertThatThrownBy(() -> lookUp.find(Ids.unguessable(), BIRTH_DATE, address))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("lookup.not-found"));
    }

    @Test
    void afterTenWrongTriesEvenTheRightOneHasToWait() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> lookUp.find(Ids.unguessable(), BIRTH_DATE, address))
                    .isInstanceOf(Refused.class);
        }

        assertThatThrownBy(this::find).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key())
                .isEqualTo("lookup.too-often"));
    }

    @Test
    void everyLookUpIsInTheAuditLogWithoutCodeOrAddress() {
        find();

        assertThat(audit.of(record)).anySatisfy(line -> {
            assertThat(line.action()).isEqualTo("lookup.read");
            assertThat(line.detail()).doesNotContain(code).doesNotContain(address);
        });
    }

    @Test
    void theProvinceMayHideWhatIsNotFrozen() {
        session.run(school.official(), () -> policies.set(Policy.LOOKUP_SHOW_UNFROZEN, false));

        FoundYear year = find().get(0);

        assertThat(year.content()).isEqualTo(Content.HIDDEN);
        assertThat(year.snapshot()).isNull();
        assertThat(year.original().state()).isEqualTo(RegisteredState.ACCEPTED);
    }

    @Test
    void aFrozenRecordIsShownWhateverTheProvinceDecidedAboutOthers() {
        session.run(school.official(), () -> policies.set(Policy.LOOKUP_SHOW_UNFROZEN, false));
        become("FROZEN");

        assertThat(find().get(0).content()).isEqualTo(Content.SHOWN);
    }

    @Test
    void aRetractedRecordSaysSoAndShowsNothing() {
        become("RETRACTED");

        FoundYear year = find().get(0);

        assertThat(year.content()).isEqualTo(Content.OUT_OF_EFFECT);
        assertThat(year.original().state()).isEqualTo(RegisteredState.RETRACTED);
    }

    @Test
    void whatWasChangedInTheDatabaseIsNotShown() {
        byte[] changed = new String(world.packet(record), StandardCharsets.UTF_8)
                .replace("Chăm ngoan.", "Chăm ngoan, giỏi.")
                .getBytes(StandardCharsets.UTF_8);
        jdbc.sql("update registered_record set packet = ? where year_record_id = ?")
                .params(changed, record)
                .update();

        FoundYear year = find().get(0);

        assertThat(year.content()).isEqualTo(Content.BROKEN);
        assertThat(year.snapshot()).isNull();
    }

    @Test
    void signaturesStayValidWhenOtherPeopleHoldThePosts() {
        jdbc.sql("update school_class set homeroom_staff_id = ? where id = ?")
                .params(school.clerk().staffId(), school.classId())
                .update();

        assertThat(find().get(0).content()).isEqualTo(Content.SHOWN);
    }

    @Test
    void theDownloadedPacketIsExactlyWhatWasSigned() {
        assertThat(lookUp.packet(find().get(0))).isEqualTo(world.packet(record));
    }

    @Test
    void thePrintedFormIsAPdf() {
        assertThat(lookUp.printedForm(find().get(0))).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void whatWasFoundCannotBeDownloadedOnceItIsHidden() {
        FoundYear found = find().get(0);
        session.run(school.official(), () -> policies.set(Policy.LOOKUP_SHOW_UNFROZEN, false));

        assertThatThrownBy(() -> lookUp.packet(found)).isInstanceOf(Refused.class);
    }

    @Test
    void everyYearOfTheRecordIsListedLatestFirst() {
        jdbc.sql("update registered_record set school_year = 2025 where year_record_id = ?")
                .param(record)
                .update();
        String other = world.released(school, "Giàng A Sử").get(0);
        intake.receive(world.pack(school, world.item(other)));
        jdbc.sql("update registered_record set lookup_code = ? where year_record_id = ?")
                .params(code, other)
                .update();

        assertThat(find()).extracting(year -> year.original().schoolYear()).containsExactly(2026, 2025);
    }

    @Test
    void allYearsThatAreShownAreOneDocumentAndWhatIsMissingIsSaid() {
        String other = world.released(school, "Giàng A Sử").get(0);
        intake.receive(world.pack(school, world.item(other)));
        byte[] packet = world.packet(school, yearBefore(world.content(record), other));
        jdbc.sql(
                        "update registered_record set lookup_code = ?, school_year = 2025, packet = ? where year_record_id = ?")
                .params(code, packet, other)
                .update();
        List<FoundYear> found = find();

        List<String> pages = PdfText.pages(lookUp.wholeBook(found));

        assertThat(pages).filteredOn(page -> page.contains("HỌC BẠ TIỂU HỌC")).hasSize(1);
        assertThat(pages)
                .filteredOn(page -> page.contains("NĂM HỌC 2025 - 2026"))
                .hasSize(1);
        assertThat(pages)
                .filteredOn(page -> page.contains("NĂM HỌC 2026 - 2027"))
                .hasSize(1);
        assertThat(audit.of(other)).anyMatch(line -> line.action().equals("lookup.downloaded"));
        jdbc.sql("update registered_record set packet = ? where year_record_id = ?")
                .params("<x/>".getBytes(StandardCharsets.UTF_8), other)
                .update();
        jdbc.sql("update registered_record set id = ? where year_record_id = ?")
                .params(Ids.next(), other)
                .update();
        assertThat(PdfText.of(lookUp.wholeBook(find())))
                .contains("Năm học 2025 - 2026: không có trong bản này")
                .doesNotContain("NĂM HỌC 2025 - 2026");
        become("WITHDRAWN");
        assertThatThrownBy(() -> lookUp.wholeBook(found)).isInstanceOf(Refused.class);
    }

    private static RecordSnapshot yearBefore(RecordSnapshot s, String recordId) {
        return new RecordSnapshot(
                s.lookupCode(),
                recordId,
                1,
                s.level(),
                s.schoolYear() - 1,
                s.grade(),
                s.className(),
                s.createdOn(),
                s.issuer(),
                s.pupil(),
                s.regulation(),
                s.parts(),
                s.homeroom(),
                s.conclusion());
    }

    private List<FoundYear> find() {
        return lookUp.find(code, BIRTH_DATE, address);
    }

    private void become(String state) {
        jdbc.sql("update registered_record set state = ? where year_record_id = ?")
                .params(state, record)
                .update();
    }
}
