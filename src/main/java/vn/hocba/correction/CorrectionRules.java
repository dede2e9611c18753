package vn.hocba.correction;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Curriculum;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.RecordPart;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.registry.Freeze;
import vn.hocba.registry.FreezeDue;
import vn.hocba.request.Request;
import vn.hocba.request.Requests;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;

/** When a record may be corrected, by whom, and which parts of it (domain §10.2). */
@Component
class CorrectionRules {

    /** The part of the homeroom teacher: qualities, absences, comment, reward. */
    static final String HOMEROOM = "HOMEROOM";

    /** What stands of the pupil on the first page: the school's office changes it in its data, then the record is signed again. */
    static final String PERSONAL = "PERSONAL";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final SchoolDirectory directory;
    private final Curriculum curriculum;
    private final FreezeDue due;
    private final Requests requests;
    private final Freeze freeze;
    private final Clock clock;

    CorrectionRules(
            SchoolDirectory directory,
            Curriculum curriculum,
            FreezeDue due,
            Requests requests,
            Freeze freeze,
            Clock clock) {
        this.directory = directory;
        this.curriculum = curriculum;
        this.due = due;
        this.requests = requests;
        this.freeze = freeze;
        this.clock = clock;
    }

    /** The parts for which a person may ask for a correction, by key, in printed order; empty when it is none of the person's business. */
    Map<String, String> parts(YearRecord record, CurrentUser user) {
        Map<String, String> parts = new LinkedHashMap<>();
        if (!user.actsFor(record.schoolId())) {
            return parts;
        }
        boolean office = Right.ASK_EVERY_CORRECTION.isOf(user);
        boolean teacher = Right.ASK_OWN_CORRECTION.isOf(user);
        boolean homeroom = teacher && directory.classById(record.classId()).isLedBy(user.staffId());
        for (RecordPart subject : record.subjects()) {
            if (office || homeroom || teacher && user.staffId().equals(subject.staffId())) {
                parts.put(subject.code(), curriculum.subject(subject.code()).name());
            }
        }
        if (office || homeroom) {
            parts.put(HOMEROOM, Texts.vi("correction.part.HOMEROOM"));
        }
        if (office) {
            parts.put(PERSONAL, Texts.vi("correction.part.PERSONAL"));
        }
        return parts;
    }

    /** Names of the parts, for lists. */
    String names(Set<String> parts, YearRecord record) {
        return Texts.vi("correction.parts", named(parts, record));
    }

    private String named(Set<String> parts, YearRecord record) {
        List<String> order = record.subjects().stream()
                .map(RecordPart::code)
                .filter(parts::contains)
                .map(code -> curriculum.subject(code).name())
                .collect(Collectors.toList());
        if (parts.contains(HOMEROOM)) {
            order.add(Texts.vi("correction.part.HOMEROOM"));
        }
        if (parts.contains(PERSONAL)) {
            order.add(Texts.vi("correction.part.PERSONAL"));
        }
        return String.join(", ", order);
    }

    /** Why the record cannot be corrected now, and what to do instead; empty when it can. */
    Optional<Refused> obstacle(YearRecord record) {
        return ofState(record).or(() -> requests.anyOpen(record.id()).map(CorrectionRules::otherOpen));
    }

    /** The same for a request that was asked already: it is not in its own way. */
    Optional<Refused> obstacle(YearRecord record, Request asked) {
        return ofState(record).or(() -> requests.anyOpenBeside(asked).map(CorrectionRules::otherOpen));
    }

    private static Refused otherOpen(Request open) {
        return Refused.notNow("correction.other-open", open.term());
    }

    private Optional<Refused> ofState(YearRecord record) {
        if (record.state().isInWork()) {
            boolean again = requests.openOf(record.id(), CorrectionRequest.TYPE).isPresent();
            return Optional.of(Refused.notNow(
                    again ? "correction.under-way" : "correction.in-work",
                    record.state().term()));
        }
        // The school may not have learned of it yet.
        if (record.state() == RecordState.FROZEN
                || record.state() == RecordState.ACCEPTED && freeze.isClosed(record.id())) {
            return Optional.of(Refused.notNow("correction.frozen"));
        }
        if (record.state() != RecordState.ACCEPTED) {
            return Optional.of(Refused.notNow("correction.over", record.state().term()));
        }
        return due.of(record.id())
                .filter(until -> !until.limit().isInTime(clock.instant()))
                .map(until -> Refused.notNow(
                        "correction.too-late",
                        until.with(),
                        DATE.format(until.limit().lastDay())));
    }
}
