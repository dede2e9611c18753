package vn.hocba.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.calendar.Wave;
import vn.hocba.document.HandOver;
import vn.hocba.document.HandOverFormat;
import vn.hocba.document.PacketFormat;
import vn.hocba.dossier.RecordPage;
import vn.hocba.shared.Refused;

/** A pupil changes school while the record is made anew, and what is asked about it meanwhile. */
class SummerTransferTest extends TransferWorld {

    @Autowired
    RecordPage pages;

    @Autowired
    HandOverFormat format;

    @Autowired
    PacketFormat packets;

    @Test
    void whoIsAssessedInTheSummerChangesSchoolAtOnceAndTheFormerSchoolSaysTheResult() {
        String record = life.accepted(from, false);
        life.cutOff(from, Wave.FIRST);
        life.openSummer(from);
        assertThat(life.open(record)).containsExactly("COMMENTS/TOAN");

        String request = moved(record);

        assertThat(life.request(request)).isEqualTo("DONE");
        assertThat(page(to.clerk(), request).files())
                .as("the year was issued and goes along as it is")
                .isEmpty();
        assertThat(schoolOf(record)).as("issued here").isEqualTo(from.unit().id());
        assertThat(enrolments(record))
                .containsExactlyInAnyOrder(
                        from.unit().code() + " MOVED_AWAY", to.unit().code() + " STUDYING");
        session.run(to.clerk(), () -> pages.of(record));
        assertThat(life.open(record)).containsExactly("COMMENTS/TOAN");
        assertThat(openAssignees(record)).containsOnly(from.homeroom().staffId());
        life.reassess(from, record, "TOAN", "H", 6);
        life.signAndSubmit(from, record);
        assertThat(life.registered(record)).containsExactly("REPLACED", "ACCEPTED");
        assertThat(world.content(record).conclusion().completed()).isTrue();
        assertThat(world.content(record).conclusion().promoted()).isTrue();
        life.cutOff(from, Wave.SECOND);
        assertThat(life.state(record)).isEqualTo("FROZEN");
        assertThat(life.registered(record)).containsExactly("REPLACED", "FROZEN");
        assertThat(audit.isIntact(record)).isTrue();
    }

    @Test
    void aTransferThatIsOpenWhenTheSummerBeginsHoldsNeitherTheAssessmentNorIsHeldByTheDecisionOnPromotion() {
        String record = life.accepted(from, false);
        String request = released(record);
        life.cutOff(from, Wave.FIRST);
        life.openSummer(from);
        assertThat(life.open(record)).containsExactly("COMMENTS/TOAN");
        life.reassess(from, record, "TOAN", "C", 4);
        assertThat(life.state(record)).isEqualTo("HOMEROOM");
        String promotion = life.take(from.homeroom(), "promotion.ask", record, Map.of("reason", REASON));

        fire(request, "timer_move");

        assertThat(life.request(request)).isEqualTo("DONE");
        assertThat(life.request(promotion)).isEqualTo("OPEN");
        life.take(from.principal(), "promotion.promote", promotion, Map.of("reason", REASON));
        life.signAndSubmit(from, record);
        assertThat(world.content(record).conclusion().promoted()).isTrue();
    }

    @Test
    void ofARecordThatGoesAlongNothingMoreIsAskedThatTheOtherSchoolWouldHaveToWaitFor() {
        String record = commenting();
        ask(record);

        assertThatThrownBy(() -> life.take(
                        from.homeroom(),
                        "inclusion.ask",
                        record,
                        Map.of("by", "PLAN", "number", "1/KH", "day", today(), "reason", REASON)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("đang chuyển trường");
    }

    @Test
    void outOfTheProvinceTheIssuedYearGoesAlongAndItsAssessmentGoesOnHere() {
        String record = life.accepted(from, false);
        byte[] issued = world.packet(record);
        life.cutOff(from, Wave.FIRST);
        life.openSummer(from);
        String request = askOut(record);

        release(request, today());
        fire(request, "timer_move");

        byte[] file = session.as(from.clerk(), () -> board.file(page(from.clerk(), request).files().stream()
                        .filter(kept -> kept.name().startsWith("ban-giao-"))
                        .findFirst()
                        .orElseThrow()
                        .id())
                .content());
        HandOver content = format.read(file);
        assertThat(content.unfinished()).isNull();
        assertThat(content.issued()).containsExactly(issued);
        assertThat(life.open(record)).containsExactly("COMMENTS/TOAN");
        life.reassess(from, record, "TOAN", "H", 6);
        life.signAndSubmit(from, record);
        life.cutOff(from, Wave.SECOND);
        assertThat(life.state(record)).isEqualTo("FROZEN");
        assertThat(packets.read(world.packet(record)).conclusion().completed()).isTrue();
    }
}
