package vn.hocba.supplement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.document.RecordFields;
import vn.hocba.document.RecordFields.Field;
import vn.hocba.document.Supplement;
import vn.hocba.document.Supplement.Change;
import vn.hocba.document.Supplement.Ground;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.registry.RegisteredState;
import vn.hocba.registry.Supplements;
import vn.hocba.registry.Withdrawals;
import vn.hocba.request.Input;
import vn.hocba.request.Requests;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;

/** About which records and fields something may be supplemented, and what may stand there instead. */
@Component
class SupplementRules {

    /** A field that the packet does not name: the person says which, and what it says. */
    static final String OTHER = "KHAC";

    private static final int SHOWN_VALUE = 60;

    private final Requests requests;
    private final Withdrawals withdrawals;
    private final Supplements supplements;
    private final Consequences consequences;
    private final Clock clock;

    SupplementRules(
            Requests requests,
            Withdrawals withdrawals,
            Supplements supplements,
            Consequences consequences,
            Clock clock) {
        this.requests = requests;
        this.withdrawals = withdrawals;
        this.supplements = supplements;
        this.consequences = consequences;
        this.clock = clock;
    }

    /** Why nothing can be asked about a record now; empty when it can. */
    Optional<Refused> obstacle(YearRecord record) {
        Optional<RegisteredState> inForce = withdrawals.inForce(record.id());
        if (record.state() != RecordState.RETRACTED
                && (record.state() != RecordState.FROZEN || inForce.equals(Optional.of(RegisteredState.ACCEPTED)))) {
            return Optional.of(Refused.notNow("supplement.not-frozen"));
        }
        if (inForce.isEmpty()) {
            return Optional.of(Refused.invalid("supplement.no-effect"));
        }
        return requests.anyOpen(record.id()).map(open -> Refused.notNow("supplement.other-open", open.term()));
    }

    /** The fields to choose from, each with what the frozen record says there. */
    Map<String, String> fields(String recordId) {
        Map<String, String> fields = new LinkedHashMap<>();
        of(recordId)
                .forEach(field -> fields.put(
                        field.code(), Texts.vi("supplement.field-now", field.name(), shortened(field.value()))));
        fields.put(OTHER, Texts.vi("supplement.field-other"));
        return fields;
    }

    static Map<String, String> grounds() {
        Map<String, String> grounds = new LinkedHashMap<>();
        for (Ground ground : Ground.values()) {
            grounds.put(ground.name(), Texts.vi("supplement.ground." + ground));
        }
        return grounds;
    }

    /**
     * What is asked for.
     *
     * @throws Refused when something is missing, cannot be right, or is in the record already
     */
    Change change(String recordId, Input input) {
        Ground ground = Ground.valueOf(input.text("ground"));
        Field field = input.text("field").equals(OTHER) ? other(input) : known(recordId, input.text("field"));
        if (ground.isOfCivilStatus() && !field.civilStatus()
                || ground == Ground.ETHNICITY && !field.code().equals(RecordFields.ETHNICITY_FIELD)) {
            throw Refused.invalid("supplement.not-civil-status", field.name());
        }
        String right = right(field.code(), input.text("right"));
        String holds = last(recordId, field.code())
                .map(before -> before.change().right())
                .orElse(field.value());
        if (right.equals(holds)) {
            throw Refused.invalid("supplement.same-value", field.name(), right);
        }
        return new Change(ground, field.code(), field.name(), field.value(), right);
    }

    /** The same with what follows from it, and what it holds instead of. */
    SupplementDetails details(String recordId, Change change) {
        List<Supplement> beside = supplements.beside(recordId);
        return SupplementDetails.asked(
                change,
                consequences.of(
                        supplements
                                .original(recordId)
                                .orElseThrow(() -> Refused.notNow("supplement.not-frozen"))
                                .content(),
                        beside,
                        change),
                last(recordId, change.field()).map(Supplement::id).orElse(null));
    }

    /** The latest that stands beside the record about a field; «other» fields have nothing in common. */
    private Optional<Supplement> last(String recordId, String field) {
        return field.equals(OTHER)
                ? Optional.empty()
                : supplements.beside(recordId).stream()
                        .filter(before -> before.change().field().equals(field))
                        .reduce((first, second) -> second);
    }

    private Field known(String recordId, String code) {
        return of(recordId).stream()
                .filter(field -> field.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("supplement.unknown-field"));
    }

    private static Field other(Input input) {
        String name = input.text("part");
        String value = input.text("former");
        if (name.isBlank() || value.isBlank()) {
            throw Refused.invalid("supplement.name-part");
        }
        return new Field(OTHER, name, value, true);
    }

    private String right(String field, String typed) {
        if (typed.isBlank()) {
            throw Refused.invalid("supplement.no-value");
        }
        if (field.equals(RecordFields.BIRTH_DATE_FIELD)) {
            return RecordFields.day(typed)
                    .filter(day -> day.isBefore(LocalDate.now(clock)))
                    .map(RecordFields::words)
                    .orElseThrow(() -> Refused.invalid("supplement.birth-date"));
        }
        if (field.equals(RecordFields.GENDER_FIELD) && !List.of("Nam", "Nữ").contains(typed)) {
            throw Refused.invalid("supplement.gender");
        }
        if (field.equals(RecordFields.PERSONAL_ID_FIELD) && !typed.matches("\\d{12}")) {
            throw Refused.invalid("supplement.personal-id");
        }
        return typed;
    }

    private List<Field> of(String recordId) {
        return supplements
                .original(recordId)
                .map(original -> RecordFields.of(original.content()))
                .orElseThrow(() -> Refused.notNow("supplement.not-frozen"));
    }

    private static String shortened(String value) {
        if (value == null) {
            return Texts.vi("supplement.empty");
        }
        return value.codePointCount(0, value.length()) <= SHOWN_VALUE
                ? value
                : value.substring(0, value.offsetByCodePoints(0, SHOWN_VALUE)) + "…";
    }
}
