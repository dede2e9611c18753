package vn.hocba.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.audit.AuditLog;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.lookup.AskSchool;
import vn.hocba.lookup.FoundYear;
import vn.hocba.lookup.LookUp;
import vn.hocba.petition.Petitions.Sent;
import vn.hocba.petition.Petitions.Standing;
import vn.hocba.request.Offer;
import vn.hocba.request.RequestBoard;
import vn.hocba.request.RequestState;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;

/** A parent writes from the look-up page; homeroom teacher and clerk have it in their lists, the answer is read where it was asked. */
@ReleasedRecordsTest
class PetitionTest {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final String WORDS =
            "Tên đệm của cháu là Thị, học bạ ghi Thi; giấy khai sinh kèm theo khi đến trường.";
    private static final String ANSWER = "Trường đã đề nghị chỉnh sửa, học bạ mới có trong tuần này.";

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    LookUp lookUp;

    @Autowired
    AskSchool askSchool;

    @Autowired
    RequestBoard board;

    @Autowired
    Session session;

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcClient jdbc;

    private final String address = "203.0.113." + ADDRESSES.incrementAndGet();
    private School school;
    private String record;

    @BeforeEach
    void anAcceptedRecord() {
        school = world.school();
        record = life.accepted(school);
    }

    @Test
    void homeroomTeacherAndClerkHaveItInTheirListsAndTheAnswerIsReadWithItsCode() {
        Sent sent = send();

        assertThat(waiting(school.clerk())).containsExactly(only());
        assertThat(waiting(school.homeroom())).containsExactly(only());
        assertThat(count(school.homeroom())).isEqualTo(1);
        assertThat(waiting(school.principal())).isEmpty();
        assertThat(sent.dueAt()).isNotNull();

        take(school.homeroom(), "petition.remark", "Đúng là giấy khai sinh của em ghi như vậy.");
        assertThat(waiting(school.clerk())).as("an opinion moves nothing").containsExactly(only());
        take(school.clerk(), "petition.answer", ANSWER);

        Standing standing = askSchool.read(find(), sent.receipt().toUpperCase(java.util.Locale.ROOT), address);
        assertThat(standing.state()).isEqualTo(RequestState.DONE);
        assertThat(standing.answer()).isEqualTo(ANSWER);
        assertThat(standing.words()).isEqualTo(WORDS);
        assertThat(waiting(school.clerk())).isEmpty();
        assertThat(waiting(school.homeroom())).isEmpty();
        assertThat(audit.of(record).stream().map(AuditLog.Entry::action))
                .contains("request.PETITION.asked", "request.PETITION.remark", "request.PETITION.ANSWER.ANSWERED");
    }

    @Test
    void whoHoldsTheCodeOfTheRecordAloneDoesNotReadWhatOthersAsked() {
        send();

        for (String guess : List.of("", "00000000", " ", "' or 1=1")) {
            assertThatThrownBy(() -> askSchool.read(find(), guess, address))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.key()).isEqualTo("lookup.petition.unknown"));
        }
        for (int i = 0; i < 20; i++) {
            int tried = i;
            try {
                askSchool.read(find(), "0000%04d".formatted(tried), address);
            } catch (Refused expected) {
                assertThat(expected.key()).isIn("lookup.petition.unknown", "lookup.too-often");
            }
        }
        assertThatThrownBy(() -> askSchool.read(find(), "00000000", address))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("lookup.too-often"));
    }

    @Test
    void itIsInNobodysWay() {
        send();

        String correction = life.askCorrection(school, record, "TOAN");
        life.approveCorrection(school, correction);

        assertThat(life.state(record)).isEqualTo("COMMENTING");
        assertThat(life.request(only())).isEqualTo("OPEN");
    }

    @Test
    void whatTheClerkLeavesComesToThePrincipalAndEndsAtLast() {
        Sent sent = send();

        life.fire(only(), "boundaryEvent_answerOver");
        assertThat(waiting(school.clerk())).isEmpty();
        assertThat(waiting(school.principal())).containsExactly(only());
        assertThat(offers(school.homeroom())).containsExactly("petition.remark");

        life.fire(only(), "boundaryEvent_lateOver");
        assertThat(askSchool.read(find(), sent.receipt(), address).state()).isEqualTo(RequestState.EXPIRED);
        assertThat(waiting(school.principal())).isEmpty();
    }

    @Test
    void oneAtATimeAndThreeInAMonth() {
        for (int i = 0; i < 3; i++) {
            send();
            assertThatThrownBy(this::send).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key())
                    .isEqualTo("petition.waits-already"));
            take(school.clerk(), "petition.refuse", "Học bạ đã ghi đúng theo giấy khai sinh.");
        }

        assertThatThrownBy(this::send).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key())
                .isEqualTo("petition.too-many"));
    }

    @Test
    void wordsAreCleanedAndBounded() {
        for (String words : List.of("", "ngắn", "x".repeat(1001))) {
            assertThatThrownBy(() -> askSchool.send(find(), About.OTHER, words, "Lò Văn Cha", ""))
                    .isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> askSchool.send(find(), About.OTHER, WORDS, "", ""))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> askSchool.send(find(), About.OTHER, WORDS, "Cha", "9".repeat(101)))
                .isInstanceOf(Refused.class);
        assertThat(jdbc.sql("select count(*) from record_request where year_record_id = ?")
                        .param(record)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nobodyElseReadsOrAnswersIt() {
        send();
        School other = world.schoolBelow(school.province());
        School elsewhere = world.school();

        for (CurrentUser who :
                List.of(other.clerk(), other.homeroom(), other.principal(), elsewhere.clerk(), elsewhere.official())) {
            assertThatThrownBy(() -> session.as(who, () -> board.page(only()))).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> take(who, "petition.answer", ANSWER)).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> take(who, "petition.remark", ANSWER)).isInstanceOf(Refused.class);
        }
        for (CurrentUser who : List.of(school.homeroom(), school.principal(), school.admin())) {
            assertThatThrownBy(() -> take(who, "petition.answer", ANSWER)).isInstanceOf(Refused.class);
        }
        assertThat(life.request(only())).isEqualTo("OPEN");
    }

    @Test
    void onTheRecordsPageItStandsForThoseWhomItConcernsAndNotForEverybodyWhoReadsRowsOfIt() {
        send();
        CurrentUser teacher = new CurrentUser(
                "t",
                "t." + record,
                "Đinh Thị Môn",
                "Giáo viên",
                Set.of(Role.TEACHER),
                Ids.next(),
                school.unit().id(),
                school.unit().path());

        for (CurrentUser who : List.of(school.clerk(), school.homeroom(), school.principal(), school.official())) {
            assertThat(ofRecord(who)).as(who.title()).containsExactly(only());
        }
        for (CurrentUser who :
                List.of(teacher, world.school().clerk(), world.school().official())) {
            assertThat(ofRecord(who)).as(who.title()).isEmpty();
        }
    }

    private List<String> ofRecord(CurrentUser who) {
        return session.as(who, () -> board.ofRecord(record)).stream()
                .map(RequestBoard.Row::id)
                .toList();
    }

    private Sent send() {
        return askSchool.send(find(), About.CHANGE, WORDS, "Lò Văn Cha", "0912345678");
    }

    private FoundYear find() {
        return lookUp.find(world.content(record).lookupCode(), "05/09/2020", address)
                .get(0);
    }

    private String only() {
        return jdbc.sql(
                        "select id from record_request where year_record_id = ? and kind = 'PETITION' order by asked_at desc limit 1")
                .param(record)
                .query((row, n) -> row.getString("id"))
                .single();
    }

    private void take(CurrentUser who, String offer, String words) {
        life.take(who, offer, only(), Map.of("reason", words));
    }

    private List<String> waiting(CurrentUser who) {
        return session.as(who, () -> board.lists()).waiting().stream()
                .map(RequestBoard.Row::id)
                .toList();
    }

    private int count(CurrentUser who) {
        return session.as(who, () -> board.waiting());
    }

    private List<String> offers(CurrentUser who) {
        return session.as(who, () -> board.page(only())).offers().stream()
                .map(Offer::name)
                .toList();
    }
}
