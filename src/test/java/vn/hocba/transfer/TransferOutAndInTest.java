package vn.hocba.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.fixture.ReleasedRecords.PIN;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.calendar.Wave;
import vn.hocba.document.HandOver;
import vn.hocba.document.HandOverFormat;
import vn.hocba.document.PdfText;
import vn.hocba.dossier.RecordPage;
import vn.hocba.fixture.PartCells;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.identity.CurrentUser;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.request.Evidence;
import vn.hocba.request.RequestBoard;
import vn.hocba.school.SchoolDirectory.PupilInfo;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;
import vn.hocba.signing.PacketSigning;
import vn.hocba.signing.SigningSessions;
import vn.hocba.signing.WholeDocument;
import vn.hocba.signing.session.Entered;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.signing.session.SigningSession;

/** Out to another Sở by a signed file, and in from one. */
class TransferOutAndInTest extends TransferWorld {

    @Autowired
    HandOverFormat format;

    @Autowired
    SigningSessions sessions;

    @Autowired
    PacketSigning signing;

    @Autowired
    RecordPage pages;

    private School far;

    @BeforeEach
    void aSchoolOfAnotherProvince() {
        far = world.school();
    }

    @Test
    void anUnfinishedRecordIsHandedOverInASignedFileAndClosedOnTheDay() {
        String record = commenting();
        String request = askOut(record);
        assertThat(page(from.principal(), request).facts())
                .containsEntry("Trường nơi chuyển đến", "Trường Tiểu học Phố Xa, Sở GDĐT tỉnh khác");
        release(request, today());
        byte[] file = file(from.clerk(), request);
        assertThat(format.read(file).unfinished().lookupCode()).isEqualTo(lookUpCode(record));
        assertThat(life.state(record)).isEqualTo("COMMENTING");

        fire(request, "timer_move");

        assertThat(life.state(record)).isEqualTo("LEFT");
        assertThat(life.open(record)).isEmpty();
        assertThat(enrolments(record)).containsExactly(from.unit().code() + " MOVED_AWAY");
        assertThat(step(request)).isEqualTo("RECEIPT");
        assertThatThrownBy(() -> confirm(from.clerk(), request, today().plusDays(1)))
                .hasMessageContaining("sau hôm nay");
        for (CurrentUser other : List.of(from.principal(), to.clerk(), from.admin())) {
            assertThatThrownBy(() -> confirm(other, request, today())).isInstanceOf(Refused.class);
        }
        confirm(from.clerk(), request, today());
        assertThat(life.request(request)).isEqualTo("DONE");
        assertThat(page(from.clerk(), request).facts().get("Biên nhận")).startsWith("Số 12/XN");
        assertThat(audit.isIntact(record)).isTrue();
        session.run(from.clerk(), () -> pages.of(record));
    }

    @Test
    void anAcceptedRecordStaysAndItsPacketGoesAlong() {
        String record = life.accepted(from);
        String request = askOut(record);
        release(request, today());
        fire(request, "timer_move");

        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        HandOver content = format.read(file(from.principal(), request));
        assertThat(content.unfinished()).isNull();
        assertThat(content.issued()).hasSize(1);
        assertThat(content.issued().get(0)).isEqualTo(world.packet(record));
        assertThat(lookUp(record)).hasSize(1);
        life.cutOff(from, Wave.FIRST);
        assertThat(life.state(record)).isEqualTo("FROZEN");
    }

    @Test
    void aReceiptThatDoesNotComeUndoesNothing() {
        String record = commenting();
        String request = askOut(record);
        release(request, today());
        fire(request, "timer_move");
        assertThat(java.time.temporal.ChronoUnit.DAYS.between(
                        clock.instant().minusSeconds(60),
                        timer(request, "boundaryEvent_noReceipt").getDuedate().toInstant()))
                .isEqualTo(60);
        fire(request, "boundaryEvent_noReceipt");

        assertThat(life.request(request)).isEqualTo("DONE");
        assertThat(life.state(record)).isEqualTo("LEFT");
        assertThat(page(from.clerk(), request).facts().get("Biên nhận")).startsWith("Nơi đến chưa xác nhận");
        assertThatThrownBy(() -> confirm(from.clerk(), request, today())).isInstanceOf(Refused.class);
    }

    @Test
    void goingOutMayBeRefusedCancelledAndExpireAndNothingChanges() {
        String record = commenting();
        String first = askOut(record);
        life.take(from.principal(), "transfer.refuse", first, Map.of("reason", REASON));
        assertThat(life.request(first)).isEqualTo("REFUSED");
        String second = askOut(record);
        release(second, today().plusDays(2));
        life.take(from.clerk(), "transfer.cancel", second, Map.of("reason", REASON));
        assertThat(life.request(second)).isEqualTo("CANCELLED");
        String third = askOut(record);
        fire(third, "boundaryEvent_releaseOver");
        assertThat(life.request(third)).isEqualTo("EXPIRED");
        assertThat(life.state(record)).isEqualTo("COMMENTING");

        String fourth = askOut(record);
        release(fourth, today());
        fire(fourth, "timer_move");
        assertThatThrownBy(() -> life.take(from.clerk(), "transfer.cancel", fourth, Map.of("reason", REASON)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> life.take(from.clerk(), "transfer.refuse", fourth, Map.of("reason", REASON)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aFileFromAnotherProvinceBecomesARecordThatGoesOnHere() {
        String record = commenting();
        String out = askOut(record);
        release(out, today());
        byte[] file = file(from.clerk(), out);
        fire(out, "timer_move");
        String in = bring(far.clerk(), file);
        assertThat(page(far.principal(), in).facts())
                .containsEntry("Trường nơi chuyển đi", from.unit().name() + ", " + province.name())
                .hasEntrySatisfying("Người ký tệp bàn giao", words -> assertThat(words)
                        .startsWith(from.principal().displayName()));

        life.take(far.principal(), "transfer.accept", in, Map.of("class", far.classId()));

        assertThat(life.request(in)).isEqualTo("DONE");
        String here = page(far.clerk(), in).request().yearRecordId();
        assertThat(here).isNotNull().isNotEqualTo(record);
        assertThat(schoolOf(here)).isEqualTo(far.unit().id());
        assertThat(lookUpCode(here)).isEqualTo(lookUpCode(record));
        assertThat(life.mark(here, "TOAN")).isEqualTo("9");
        assertThat(openAssignees(here)).containsOnly(far.homeroom().staffId());
        assertThat(session.as(far.principal(), () -> pages.of(here)).content().studies())
                .extracting(row ->
                        row.schoolYear() + " " + row.className() + " " + row.schoolName() + " " + row.enteredOn())
                .containsExactly(
                        "2026 1A " + from.unit().name() + " null",
                        "2026 1A " + far.unit().name() + " " + today());
        world.complete(far, here);
        life.submit(far);
        assertThat(life.state(here)).isEqualTo("ACCEPTED");
        assertThat(lookUp(here)).singleElement().satisfies(year -> assertThat(
                        year.original().schoolName())
                .isEqualTo(far.unit().name()));
        jdbc.sql("update registered_record set programme_completed = true where year_record_id = ?")
                .param(here)
                .update();
        life.cutOff(far, Wave.FIRST);
        assertThat(life.state(here)).isEqualTo("FROZEN");
        assertThat(audit.isIntact(here)).isTrue();
        assertThatThrownBy(() -> life.take(
                        far.principal(), "transfer.accept", bring(far.clerk(), file), Map.of("class", far.classId())))
                .as("the same file twice")
                .isInstanceOf(Refused.class)
                .hasMessageContaining("đã mở");
    }

    @Test
    void whoComesBackFromAnotherProvinceGoesOnWithTheRecordThatWasClosedHereAndWhatWasEnteredThere() {
        String record = commenting();
        String code = lookUpCode(record);
        String out = askOut(record);
        release(out, today());
        byte[] there = file(from.clerk(), out);
        fire(out, "timer_move");
        confirm(from.clerk(), out, today());
        String in = bring(far.clerk(), there);
        life.take(far.principal(), "transfer.accept", in, Map.of("class", far.classId()));
        String away = page(far.clerk(), in).request().yearRecordId();
        PartCells.put(jdbc, away, "TOAN", Map.of("mark", "7"));
        String home = askOut(far.clerk(), away, from.unit().name(), province.name());
        life.handOver(far, home, today());
        byte[] back = file(far.clerk(), home);
        fire(home, "timer_move");

        String again = bring(from.clerk(), back);
        life.take(from.principal(), "transfer.accept", again, Map.of("class", from.classId()));

        assertThat(page(from.clerk(), again).request().yearRecordId()).isEqualTo(record);
        assertThat(life.state(record)).isEqualTo("COMMENTING");
        assertThat(life.state(away)).isEqualTo("LEFT");
        assertThat(life.mark(record, "TOAN")).isEqualTo("7");
        assertThat(lookUpCode(record)).isEqualTo(code);
        assertThat(openAssignees(record)).containsOnly(from.homeroom().staffId());
        world.complete(from, record);
        life.submit(from);
        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        assertThat(audit.isIntact(record)).isTrue();
    }

    @Test
    void whoWentFarAwayAndComesBackByAnotherSchoolOfTheSoGoesOnWithTheRecordThatWasClosedFirst() {
        String record = commenting();
        String out = askOut(record);
        release(out, today());
        byte[] there = file(from.clerk(), out);
        fire(out, "timer_move");
        confirm(from.clerk(), out, today());
        String in = bring(far.clerk(), there);
        life.take(far.principal(), "transfer.accept", in, Map.of("class", far.classId()));
        String away = page(far.clerk(), in).request().yearRecordId();
        School neighbour = world.schoolBelow(far.province());
        jdbc.sql("update year_record set school_id = ?, class_id = ? where id = ?")
                .params(neighbour.unit().id(), neighbour.classId(), record)
                .update();
        PartCells.put(jdbc, away, "TOAN", Map.of("mark", "6"));

        String home = life.take(
                far.clerk(),
                "transfer.ask",
                away,
                Map.of("school", neighbour.unit().id(), "reason", REASON));
        life.take(neighbour.principal(), "transfer.accept", home, Map.of("class", neighbour.classId()));
        life.handOver(far, home, today());
        fire(home, "timer_move");

        assertThat(life.request(home)).isEqualTo("DONE");
        assertThat(life.state(record)).isEqualTo("COMMENTING");
        assertThat(life.state(away)).isEqualTo("LEFT");
        assertThat(life.mark(record, "TOAN")).isEqualTo("6");
        assertThat(openAssignees(record)).containsOnly(neighbour.homeroom().staffId());
    }

    @Test
    void whoHasLeftSchoolTakesTheClosedRecordAlongToAnotherSchool() {
        String record = commenting();
        life.take(from.principal(), "pupils.leave", record, Map.of("status", "QUIT", "day", today()));
        String request = life.take(
                to.clerk(),
                "transfer.claim",
                "",
                Map.of("code", lookUpCode(record), "birthDate", BIRTH_DATE, "reason", REASON));
        accept(request);
        release(request, today());

        fire(request, "timer_move");

        assertThat(life.request(request)).isEqualTo("DONE");
        assertThat(life.state(record)).isEqualTo("COMMENTING");
        assertThat(schoolOf(record)).isEqualTo(to.unit().id());
        assertThat(openAssignees(record)).containsOnly(to.homeroom().staffId());
        assertThat(life.mark(record, "TOAN")).isEqualTo("9");
        assertThat(offers(to.clerk(), record)).contains("transfer.ask");
    }

    @Test
    void aPupilWhomNobodyKnowsHereIsCreatedWithTheSameLookUpCode() {
        String code = Ids.unguessable();
        byte[] file = signed(handOver(unknown(code), List.of()));

        String in = bring(far.clerk(), file);
        life.take(far.principal(), "transfer.accept", in, Map.of("class", far.classId()));

        String here = page(far.clerk(), in).request().yearRecordId();
        assertThat(lookUpCode(here)).isEqualTo(code);
        assertThat(life.mark(here, "TOAN")).isEqualTo("9");
        assertThat(enrolments(here)).containsExactly(far.unit().code() + " STUDYING");
    }

    @Test
    void aCodeThatBelongsToAnotherPupilHereIsRefused() {
        String known = commenting();
        byte[] file = signed(handOver(unknown(lookUpCode(known)), List.of()));
        String in = bring(far.clerk(), file);

        assertThatThrownBy(() -> life.take(far.principal(), "transfer.accept", in, Map.of("class", far.classId())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("mã tra cứu");
        assertThat(life.request(in)).isEqualTo("OPEN");
        assertThat(page(far.clerk(), in).request().yearRecordId()).isNull();
    }

    @Test
    void aFinishedYearLeadsIntoAClassOfTheNextYear() {
        String record = life.accepted(from);
        String out = askOut(record);
        release(out, today());
        fire(out, "timer_move");
        byte[] file = signed(HandOver.former(
                Ids.next(),
                today(),
                lookUpCode(record),
                world.content(record).issuer(),
                new HandOver.Receiver(far.unit().name(), null),
                null,
                List.of(world.packet(record))));
        String in = bring(far.clerk(), file);
        assertThat(PdfText.of(session.as(far.principal(), () -> board.file(page(far.principal(), in).files().stream()
                                .filter(kept -> kept.name().startsWith("hoc-ba-cac-nam-"))
                                .findFirst()
                                .orElseThrow()
                                .id())
                        .content())))
                .as("the years that were issued elsewhere are read and printed here")
                .contains(
                        "Lò Thị Mai",
                        "Bản in từ tệp bàn giao của " + from.unit().name());
        assertThat(page(far.principal(), in).offers())
                .filteredOn(offer -> offer.name().equals("transfer.accept"))
                .singleElement()
                .satisfies(offer -> assertThat(offer.obstacle()).hasMessageContaining("chưa có lớp"));
        String next = Ids.next();
        jdbc.sql(
                        "insert into school_class (id, row_version, school_id, school_year, name, grade) values (?, 0, ?, ?, '2A', 2)")
                .params(next, far.unit().id(), year() + 1)
                .update();

        life.take(far.principal(), "transfer.accept", in, Map.of("class", next));

        assertThat(life.request(in)).isEqualTo("DONE");
        assertThat(page(far.clerk(), in).request().yearRecordId()).isNull();
        assertThat(enrolments(record)).contains(far.unit().code() + " STUDYING");
    }

    @Test
    void aPupilWhomASchoolHereHasNotLetGoIsNotTakenInByAFile() {
        String record = life.accepted(from);
        byte[] file = signed(HandOver.former(
                Ids.next(),
                today(),
                lookUpCode(record),
                world.content(record).issuer(),
                new HandOver.Receiver(far.unit().name(), null),
                null,
                List.of(world.packet(record))));
        String in = bring(far.clerk(), file);
        String next = Ids.next();
        jdbc.sql(
                        "insert into school_class (id, row_version, school_id, school_year, name, grade) values (?, 0, ?, ?, '2A', 2)")
                .params(next, far.unit().id(), year() + 1)
                .update();

        assertThatThrownBy(() -> life.take(far.principal(), "transfer.accept", in, Map.of("class", next)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("vẫn thuộc một trường khác");
        assertThat(life.request(in)).isEqualTo("OPEN");
        assertThat(enrolments(record))
                .noneMatch(line -> line.startsWith(far.unit().code()));
    }

    @Test
    void aHandOverThatIsCutOrHasAByteChangedIsRefusedWithAReason() {
        byte[] file = signed(handOver(unknown(Ids.unguessable()), List.of()));
        for (int length = 1; length < file.length; length += file.length / 40) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> bring(far.clerk(), cut))
                    .as("%d bytes", length)
                    .isInstanceOf(Refused.class);
        }
        for (int at : changed(file)) {
            byte[] flipped = file.clone();
            flipped[at] ^= 0x10;
            assertThatThrownBy(() -> bring(far.clerk(), flipped))
                    .as("byte %d, «%s»", at, new String(file, at, 1, StandardCharsets.ISO_8859_1))
                    .isInstanceOf(Refused.class);
        }
        bring(far.clerk(), file);
    }

    /** Some in every part of the file, and most where no signature covers them: in the certificates that come along. */
    private static List<Integer> changed(byte[] file) {
        List<Integer> places = new ArrayList<>();
        IntStream.range(0, 40).forEach(part -> places.add(part * file.length / 40));
        Matcher certificate =
                Pattern.compile("<ds:X509Certificate>([^<]+)<").matcher(new String(file, StandardCharsets.ISO_8859_1));
        int certificates = 0;
        while (certificate.find()) {
            certificates++;
            int begin = certificate.start(1);
            int length = certificate.end(1) - begin;
            IntStream.range(0, 25).forEach(part -> places.add(begin + part * length / 25));
        }
        assertThat(certificates).as("the signer's and the issuing one").isEqualTo(2);
        return places;
    }

    @Test
    void aFileThatWasChangedOrIsUnsignedOrMixedIsRefused() {
        RecordSnapshot unknown = unknown(Ids.unguessable());
        byte[] signed = signed(handOver(unknown, List.of()));
        byte[] changed = new String(signed, StandardCharsets.UTF_8)
                .replace(from.unit().name(), "Trường Tiểu học Giả")
                .getBytes(StandardCharsets.UTF_8);
        for (byte[] bad : List.of(
                changed,
                format.write(handOver(unknown, List.of())),
                signed(handOver(unknown, List.of(world.packet(life.accepted(from))))),
                "<x/>".getBytes(StandardCharsets.UTF_8),
                new byte[] {1, 2, 3})) {
            assertThatThrownBy(() -> bring(far.clerk(), bad)).isInstanceOf(Refused.class);
        }
        byte[] broken = new String(world.packet(life.accepted(from)), StandardCharsets.UTF_8)
                .replace("Chăm ngoan.", "Chăm ngoan, giỏi.")
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> bring(far.clerk(), signed(handOver(null, List.of(broken)))))
                .as("a packet in it that was changed")
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> bring(to.clerk(), signed))
                .as("within the Sở the record itself is here")
                .hasMessageContaining("cùng tỉnh, thành phố");
    }

    @Test
    void onlyTheClerkBringsAndOnlyThePrincipalAcceptsAndBothMayEndIt() {
        byte[] file = signed(handOver(unknown(Ids.unguessable()), List.of()));
        for (CurrentUser other : List.of(far.principal(), far.homeroom(), far.admin(), far.official())) {
            assertThatThrownBy(() -> bring(other, file)).isInstanceOf(Refused.class);
        }
        String first = bring(far.clerk(), file);
        for (CurrentUser other : List.of(far.clerk(), far.admin(), to.principal(), from.principal())) {
            assertThatThrownBy(() -> life.take(other, "transfer.accept", first, Map.of("class", far.classId())))
                    .isInstanceOf(Refused.class);
        }
        life.take(far.principal(), "transfer.refuse", first, Map.of("reason", REASON));
        assertThat(life.request(first)).isEqualTo("REFUSED");
        String second = bring(far.clerk(), file);
        life.take(far.clerk(), "transfer.cancel", second, Map.of("reason", REASON));
        assertThat(life.request(second)).isEqualTo("CANCELLED");
        String third = bring(far.clerk(), file);
        fire(third, "boundaryEvent_acceptOver");
        assertThat(life.request(third)).isEqualTo("EXPIRED");
        assertThat(audit.isIntact(third)).isTrue();
    }

    private String bring(CurrentUser who, byte[] file) {
        return life.take(who, "transfer.bring", "", Map.of("reason", REASON), new Evidence("ban-giao.xml", file));
    }

    private void confirm(CurrentUser who, String request, LocalDate day) {
        life.take(who, "transfer.receipt", request, Map.of("number", "12/XN", "day", day));
    }

    private byte[] file(CurrentUser who, String request) {
        RequestBoard.FileInfo handOver = page(who, request).files().stream()
                .filter(file -> file.name().endsWith(".xml"))
                .findFirst()
                .orElseThrow();
        return session.as(who, () -> board.file(handOver.id())).content();
    }

    private String step(String request) {
        return page(from.principal(), request).request().step();
    }

    /** The marks of a pupil whom this database does not know. */
    private RecordSnapshot unknown(String code) {
        RecordSnapshot s = world.content(world.released(from, "Lù A Chư").get(0));
        PupilInfo p = s.pupil();
        return new RecordSnapshot(
                code,
                Ids.next(),
                1,
                s.level(),
                s.schoolYear(),
                s.grade(),
                s.className(),
                s.createdOn(),
                s.issuer(),
                new PupilInfo(
                        Ids.next(),
                        "X" + Ids.next().substring(20),
                        p.fullName(),
                        p.birthDate(),
                        p.gender(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                s.regulation(),
                s.parts(),
                s.homeroom(),
                s.conclusion());
    }

    private HandOver handOver(RecordSnapshot unfinished, List<byte[]> issued) {
        RecordSnapshot.Issuer sender =
                world.content(world.released(from, "Lù A Pó").get(0)).issuer();
        return HandOver.former(
                Ids.next(),
                today(),
                unfinished == null ? Ids.unguessable() : unfinished.lookupCode(),
                sender,
                new HandOver.Receiver(far.unit().name(), far.province().name()),
                unfinished,
                issued);
    }

    private byte[] signed(HandOver content) {
        return session.as(from.principal(), () -> {
            try (SigningSession key =
                    sessions.open(KeyHolder.person(from.principal().staffId()), Entered.pin(PIN.toCharArray()))) {
                return signing.sign(format.write(content), WholeDocument.HAND_OVER, key)
                        .packet();
            }
        });
    }
}
