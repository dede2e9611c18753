package vn.hocba.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.identity.CurrentUser;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;

/** Whole classes go to another school: the model {@code relocation.bpmn} with the batch that moves each pupil alone. */
class RelocationTest extends TransferWorld {

    private String askClasses(LocalDate day) {
        return life.take(
                from.principal(),
                "relocation.ask",
                "",
                Map.of(
                        "classes",
                        Set.of(from.classId()),
                        "school",
                        to.unit().id(),
                        "number",
                        "45/QĐ-UBND",
                        "decided",
                        today(),
                        "day",
                        day,
                        "reason",
                        "Sáp nhập hai trường theo quyết định của xã"));
    }

    private void acceptClasses(String request) {
        life.take(to.principal(), "relocation.accept", request, Map.of());
    }

    /** The last batch of the receiving principal is over. */
    private void awaitMoved(int moved) {
        Awaitility.await()
                .until(() -> jdbc.sql("select count(*) from batch_item i join batch b on b.id = i.batch_id"
                                        + " where b.kind = 'move-classes' and b.school_id = ? and i.state = 'DONE'")
                                .param(to.unit().id())
                                .query(Integer.class)
                                .single()
                        == moved);
        Awaitility.await()
                .until(() -> jdbc.sql(
                                        "select count(*) from batch where kind = 'move-classes' and school_id = ? and state <> 'FINISHED'")
                                .param(to.unit().id())
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    @Test
    void oneAnswerMovesEveryPupilAndWhoCannotGoIsNamedWithTheReasonUntilThatIsDone() {
        String accepted = life.accepted(from);
        String open = enrolled(world.commenting(from, "Giàng Thị Mỷ"));
        String held = enrolled(world.commenting(from, "Lù A Pó"));
        life.take(
                from.clerk(),
                "transfer.ask",
                held,
                Map.of("school", world.schoolBelow(province).unit().id(), "reason", REASON));
        String request = askClasses(today());
        assertThat(page(to.principal(), request).facts())
                .containsEntry("Chưa chuyển", "3 trong 3 học sinh")
                .containsEntry("Các lớp", "1A");

        acceptClasses(request);
        awaitMoved(2);

        assertThat(schoolOf(open)).isEqualTo(to.unit().id());
        assertThat(openAssignees(open)).containsOnly(to.homeroom().staffId());
        assertThat(schoolOf(accepted)).as("issued there").isEqualTo(from.unit().id());
        assertThat(enrolments(accepted))
                .containsExactlyInAnyOrder(
                        from.unit().code() + " MOVED_AWAY", to.unit().code() + " STUDYING");
        assertThat(offers(to.clerk(), accepted)).contains("transfer.ask");
        assertThat(schoolOf(held)).isEqualTo(from.unit().id());
        for (CurrentUser reader : List.of(to.principal(), from.principal())) {
            assertThat(page(reader, request).facts()).containsEntry("Chưa chuyển", "1 trong 3 học sinh");
            assertThat(page(reader, request).facts().get("Vì sao chưa chuyển được"))
                    .contains("Chuyển trường")
                    .endsWith("Học sinh: Lù A Pó, lớp 1A.");
        }
        assertThat(page(to.principal(), request).request().step()).isEqualTo("MOVE");

        String own = jdbc.sql("select id from record_request where year_record_id = ? and state = 'OPEN'")
                .param(held)
                .query(String.class)
                .single();
        life.take(from.clerk(), "transfer.cancel", own, Map.of("reason", REASON));
        life.take(to.principal(), "relocation.go-on", request, Map.of());
        awaitMoved(3);

        assertThat(schoolOf(held)).isEqualTo(to.unit().id());
        assertThat(life.request(request)).isEqualTo("DONE");
        for (String record : List.of(accepted, open, held)) {
            assertThat(audit.isIntact(record)).isTrue();
        }
    }

    @Test
    void whoStandsInAClassOfTheListThereGoesIntoThatClassAndWhoHasNoneIsNamed() {
        String record = commenting();
        String other = Ids.next();
        jdbc.sql(
                        "insert into school_class (id, row_version, school_id, school_year, name, grade) values (?, 0, ?, ?, '1C', 1)")
                .params(other, to.unit().id(), year())
                .update();
        jdbc.sql("insert into enrolment (id, row_version, pupil_id, school_id, class_id, school_year, ordinal, status)"
                        + " select ?, 0, pupil_id, ?, ?, school_year, 1, 'STUDYING' from year_record where id = ?")
                .params(Ids.next(), to.unit().id(), other, record)
                .update();
        String request = askClasses(today());

        acceptClasses(request);
        awaitMoved(1);

        assertThat(jdbc.sql("select class_id from year_record where id = ?")
                        .param(record)
                        .query(String.class)
                        .single())
                .isEqualTo(other);
        assertThat(life.request(request)).isEqualTo("DONE");
    }

    @Test
    void whereTheOtherSchoolHasNoSuchClassThePupilStaysUntilItHasOneOrThePrincipalEndsIt() {
        String record = commenting();
        jdbc.sql("update school_class set name = '1X' where id = ?")
                .param(to.classId())
                .update();
        String request = askClasses(today());
        acceptClasses(request);
        awaitMoved(0);

        assertThat(page(to.principal(), request).facts().get("Vì sao chưa chuyển được"))
                .contains("chưa có lớp cho học sinh lớp 1A");
        assertThatThrownBy(() -> life.take(from.principal(), "relocation.finish", request, Map.of("reason", REASON)))
                .isInstanceOf(Refused.class);
        life.take(to.principal(), "relocation.finish", request, Map.of("reason", REASON));

        assertThat(life.request(request)).isEqualTo("DONE");
        assertThat(schoolOf(record)).isEqualTo(from.unit().id());
    }

    @Test
    void beforeTheDayNobodyAcceptsAndTheAnswerMayBeNo() {
        commenting();
        String request = askClasses(today().plusDays(2));
        assertThatThrownBy(() -> acceptClasses(request)).hasMessageContaining("Hãy tiếp nhận từ ngày đó");
        life.take(to.principal(), "relocation.refuse", request, Map.of("reason", REASON));
        assertThat(life.request(request)).isEqualTo("REFUSED");
        String second = askClasses(today());
        life.take(from.principal(), "relocation.cancel", second, Map.of("reason", REASON));
        assertThat(life.request(second)).isEqualTo("CANCELLED");
        String third = askClasses(today());
        assertThat(timer(third, "boundaryEvent_acceptOver").getDuedate().toInstant())
                .isAfter(clock.instant());
        fire(third, "boundaryEvent_acceptOver");
        assertThat(life.request(third)).isEqualTo("EXPIRED");
    }

    @Test
    void nobodyElseAsksOrAccepts() {
        String record = commenting();
        School stranger = world.schoolBelow(province);
        for (CurrentUser other : List.of(from.clerk(), from.admin(), from.homeroom(), from.official())) {
            assertThatThrownBy(() -> life.take(other, "relocation.ask", "", Map.of("classes", Set.of(from.classId()))))
                    .isInstanceOf(Refused.class);
        }
        String request = askClasses(today());
        for (CurrentUser other :
                List.of(from.principal(), to.clerk(), to.admin(), stranger.principal(), from.official())) {
            assertThatThrownBy(() -> life.take(other, "relocation.accept", request, Map.of()))
                    .isInstanceOf(Refused.class);
        }
        assertThat(schoolOf(record)).isEqualTo(from.unit().id());
    }
}
