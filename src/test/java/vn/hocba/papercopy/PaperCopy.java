package vn.hocba.papercopy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.identity.Role;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.RecordAction;
import vn.hocba.request.Request;
import vn.hocba.request.RequestAction;
import vn.hocba.request.RequestKind;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.RequestType;
import vn.hocba.request.Requests;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;
import vn.hocba.shared.Texts;

/** A kind of request that there is in tests only: the clerk asks for a paper copy, the principal grants it. Beside it lie its model, its form and its words. */
@TestConfiguration
class PaperCopy {

    static final RequestType<Letter> TYPE = new RequestType<>("PAPERCOPY", "papercopy", Letter.class);

    /** What is kept: the day of the parents' letter. */
    record Letter(LocalDate day) {}

    static class Kind implements RequestKind<Letter> {

        @Override
        public RequestType<Letter> type() {
            return TYPE;
        }

        @Override
        public Map<String, String> facts(Request request, Letter letter) {
            return Map.of(Texts.vi("papercopy.fact.day"), letter.day().toString());
        }

        @Override
        public Role roleOf(String step) {
            return Role.PRINCIPAL;
        }
    }

    record Ask(Requests requests, RequestMoves moves, Clock clock) implements RecordAction {

        @Override
        public String name() {
            return TYPE.action("ask");
        }

        @Override
        public Right right() {
            return Right.CLAIM_TRANSFER;
        }

        @Override
        public boolean isFor(CurrentUser who, YearRecord record) {
            return right().isOf(who, record.schoolId());
        }

        @Override
        public Offer offer(YearRecord record, CurrentUser who) {
            return Offer.possible(name(), "papercopy-ask")
                    .unless(requests.anyOpen(record.id())
                            .map(open -> Refused.notNow("papercopy.other-open", open.term())));
        }

        @Override
        public String take(YearRecord record, Input input, CurrentUser who) {
            Letter letter = new Letter(input.dayUntilToday("day", clock, "papercopy.future-day"));
            return moves.open(TYPE, "", record, new SchoolId(record.schoolId()), null, letter, input);
        }
    }

    record Grant(RequestMoves moves) implements RequestAction<Letter> {

        @Override
        public String name() {
            return TYPE.action("grant");
        }

        @Override
        public Right right() {
            return Right.DECIDE_TRANSFER;
        }

        @Override
        public RequestType<Letter> type() {
            return TYPE;
        }

        @Override
        public Set<String> steps() {
            return Set.of("GRANT");
        }

        @Override
        public Offer offer(Request request, Letter letter) {
            return Offer.possible(name(), null);
        }

        @Override
        public void take(Request request, Letter letter, Input input) {
            moves.decide(request, "GRANT", "GRANTED", null, List.of());
        }
    }

    @Bean
    Kind paperCopyKind() {
        return new Kind();
    }

    @Bean
    Ask askPaperCopy(Requests requests, RequestMoves moves, Clock clock) {
        return new Ask(requests, moves, clock);
    }

    @Bean
    Grant grantPaperCopy(RequestMoves moves) {
        return new Grant(moves);
    }
}
