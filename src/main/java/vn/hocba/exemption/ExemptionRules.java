package vn.hocba.exemption;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Exemptions.Ground;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.Exempted;
import vn.hocba.record.RecordPart;
import vn.hocba.record.RecordState;
import vn.hocba.record.Regulations;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Requests;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolRules;
import vn.hocba.shared.Refused;

/** From which subjects a pupil may be exempt now, for what, and who may ask. */
@Component
class ExemptionRules {

    private final Exempted exempted;
    private final Regulations regulations;
    private final SchoolRules rules;
    private final SchoolDirectory directory;
    private final Requests requests;

    ExemptionRules(
            Exempted exempted,
            Regulations regulations,
            SchoolRules rules,
            SchoolDirectory directory,
            Requests requests) {
        this.exempted = exempted;
        this.regulations = regulations;
        this.rules = rules;
        this.directory = directory;
        this.requests = requests;
    }

    /** Whether a record is where subjects are filled in. */
    boolean isAt(YearRecord record) {
        return record.state() == RecordState.COMMENTING && exempted.isKnown(record);
    }

    /** Whether somebody has anything to ask here: who teaches a subject that is open, the homeroom teacher and the office any of them. */
    boolean isFor(CurrentUser who, YearRecord record) {
        return subjects(record, who).findAny().isPresent();
    }

    /** Whether the pupil is exempt from any subject by a decision. */
    boolean hasExempt(YearRecord record) {
        return record.subjects().stream().anyMatch(row -> Exempted.ground(record, row.code()) != null);
    }

    /** The subjects that somebody may name, by their codes: of those that are open, the exempt ones or the others. */
    Map<String, String> subjects(YearRecord record, CurrentUser who, boolean exempt) {
        Map<String, String> names = new LinkedHashMap<>();
        Predicate<RecordPart> exemptible = row -> grounds(record).stream().anyMatch(g -> g.exemptsFrom(row.code()));
        subjects(record, who)
                .filter(row -> !row.finished())
                .filter(row -> exempt == (Exempted.ground(record, row.code()) != null))
                .filter(row -> exempt || exemptible.test(row))
                .forEach(row -> names.put(row.code(), nameOf(record, row.code())));
        return names;
    }

    private Stream<RecordPart> subjects(YearRecord record, CurrentUser who) {
        boolean every = Right.ASK_EVERY_EXEMPTION.isOf(who, record.schoolId())
                || Right.DECIDE_EXEMPTION.isOf(who, record.schoolId())
                || who.staffId() != null
                        && who.staffId()
                                .equals(directory.classById(record.classId()).homeroomStaffId());
        return record.subjects().stream()
                .filter(row -> every || who.staffId() != null && who.staffId().equals(row.staffId()));
    }

    String nameOf(YearRecord record, String subject) {
        return regulations.of(record).demandPart(record.grade(), subject).name();
    }

    /** The grounds of the record's year and Sở. */
    List<Ground> grounds(YearRecord record) {
        return rules.exemptions(record.schoolId(), record.schoolYear());
    }

    /** @throws Refused when the ground does not exempt from the subject, with what it does exempt from */
    Ground demand(YearRecord record, String subject, String code) {
        Ground ground = grounds(record).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("exemption.no-such-ground"));
        if (!ground.exemptsFrom(subject)) {
            throw Refused.invalid("exemption.other-subject", nameOf(record, subject), ground.name());
        }
        return ground;
    }

    /** @throws Refused when the subject is not open, or a request for it waits already */
    void demandOpen(YearRecord record, String subject, CurrentUser who, boolean exempt) {
        if (!subjects(record, who, exempt).containsKey(subject)) {
            throw Refused.notNow("exemption.not-open");
        }
        boolean asked = requests.openOf(List.of(record.id())).stream()
                .filter(ExemptionRequest.TYPE::is)
                .map(request -> requests.details(request, ExemptionRequest.TYPE))
                .anyMatch(details -> details.subject().equals(subject));
        if (asked) {
            throw Refused.notNow("exemption.asked", nameOf(record, subject));
        }
    }

    /** Why what was asked for can no longer be decided; empty when it can. */
    Optional<Refused> outdated(YearRecord record, ExemptionDetails details) {
        boolean open = isAt(record)
                && record.findPart(details.subject())
                        .filter(row -> !row.finished())
                        .isPresent();
        return open ? Optional.empty() : Optional.of(Refused.notNow("exemption.finished", details.subjectName()));
    }
}
