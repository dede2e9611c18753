package vn.hocba.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Regulation;
import vn.hocba.document.ClassPackage.Item;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.registry.InTime.Place;
import vn.hocba.school.SchoolRules;
import vn.hocba.school.UnitLineage;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.Texts;

/** What the province asks of a record beyond valid signatures; every reason says what to do. */
@Component
class IntakeRules {

    private static final int LONGEST_PUPIL_CODE = 20;
    private static final int LONGEST_SCHOOL_NAME = 200;

    private final RegisteredRecordRepository registered;
    private final SchoolRules rules;
    private final InTime inTime;
    private final UnitLineage lineage;

    IntakeRules(RegisteredRecordRepository registered, SchoolRules rules, InTime inTime, UnitLineage lineage) {
        this.registered = registered;
        this.rules = rules;
        this.inTime = inTime;
        this.lineage = lineage;
    }

    /**
     * What became of a record.
     *
     * @param reasons why it cannot be taken in; empty when it can
     * @param late whether nothing but the time is against it
     * @param place where it is frozen; null when it cannot be taken in
     */
    record Verdict(List<String> reasons, boolean late, Place place) {

        static Verdict no(List<String> reasons) {
            return new Verdict(reasons, false, null);
        }
    }

    /** Whether a record can be taken in, and if so, when it is frozen. Looks at one record at a time, see {@link ReceiptNumbers#next}. */
    Verdict of(Sender sender, Item item, RecordSnapshot content) {
        List<String> reasons = new ArrayList<>(ofWhatIsKept(content));
        if (reasons.isEmpty()) {
            reasons.addAll(ofTheSender(sender, item, content));
        }
        if (reasons.isEmpty()) {
            reasons.addAll(ofTheRegulation(sender, content));
        }
        if (!reasons.isEmpty()) {
            return Verdict.no(reasons);
        }
        List<Registration> related = registered.related(
                content.yearRecordId(), content.lookupCode(), content.pupil().moetCode());
        List<Registration> versions = related.stream()
                .filter(r -> r.yearRecordId().equals(content.yearRecordId()))
                .toList();
        reasons.addAll(ofThePupil(content, related));
        reasons.addAll(ofTheVersion(sender, content, versions));
        if (!reasons.isEmpty()) {
            return Verdict.no(reasons);
        }
        Optional<Place> place = inTime.of(sender, content.conclusion().completed(), versions);
        return place.map(found -> new Verdict(List.of(), false, found))
                .orElseGet(() -> new Verdict(
                        List.of(inTime.tooLate(sender, content.conclusion().completed(), versions)), true, null));
    }

    /** What the schema leaves open but the province finds a record by. */
    private static List<String> ofWhatIsKept(RecordSnapshot content) {
        List<String> reasons = new ArrayList<>();
        if (content.pupil().moetCode() == null) {
            reasons.add(Texts.vi("registry.reject.no-pupil-code"));
        } else if (content.pupil().moetCode().length() > LONGEST_PUPIL_CODE) {
            reasons.add(Texts.vi("registry.reject.long-pupil-code", LONGEST_PUPIL_CODE));
        }
        if (content.pupil().birthDate() == null) {
            reasons.add(Texts.vi("registry.reject.no-birth-date"));
        }
        if (content.issuer().provinceCode() == null) {
            reasons.add(Texts.vi("registry.reject.no-province"));
        }
        if (content.issuer().schoolName().length() > LONGEST_SCHOOL_NAME) {
            reasons.add(Texts.vi("registry.reject.long-school-name", LONGEST_SCHOOL_NAME));
        }
        return reasons;
    }

    private static List<String> ofTheSender(Sender sender, Item item, RecordSnapshot content) {
        List<String> reasons = new ArrayList<>();
        if (!content.yearRecordId().equals(item.yearRecordId()) || content.versionNo() != item.versionNo()) {
            reasons.add(Texts.vi("registry.reject.label"));
        }
        if (!content.issuer().schoolCode().equals(sender.school().code())) {
            reasons.add(Texts.vi(
                    "registry.reject.school",
                    content.issuer().schoolName(),
                    sender.school().name()));
        }
        if (!content.issuer().provinceCode().equals(sender.provinceCode())) {
            reasons.add(Texts.vi("registry.reject.province", content.issuer().provinceName()));
        }
        if (content.schoolYear() != sender.schoolYear()) {
            reasons.add(Texts.vi(
                    "registry.reject.year",
                    new SchoolYear(content.schoolYear()).toString(),
                    new SchoolYear(sender.schoolYear()).toString()));
        }
        if (!content.className().equals(sender.className())) {
            reasons.add(Texts.vi("registry.reject.class", content.className(), sender.className()));
        }
        return reasons;
    }

    /** Any regulation that is known here reads its packets; which one judges a year at this Sở is not for the school to choose. */
    private List<String> ofTheRegulation(Sender sender, RecordSnapshot content) {
        Regulation holding = rules.regulation(sender.school().id(), sender.schoolYear());
        return content.regulation().equals(holding.code())
                ? List.of()
                : List.of(Texts.vi("registry.reject.regulation", content.regulation(), holding.title()));
    }

    /** One code per pupil and level, for life (CV 1396, annex); one record per pupil, year and school. */
    private static List<String> ofThePupil(RecordSnapshot content, List<Registration> related) {
        List<String> reasons = new ArrayList<>();
        String pupil = content.pupil().moetCode();
        if (related.stream()
                .anyMatch(r -> r.lookupCode().equals(content.lookupCode())
                        && (!r.pupilCode().equals(pupil) || r.level() != content.level()))) {
            reasons.add(Texts.vi("registry.reject.code-of-another"));
        }
        if (related.stream()
                .anyMatch(r -> r.pupilCode().equals(pupil)
                        && r.level() == content.level()
                        && !r.lookupCode().equals(content.lookupCode()))) {
            reasons.add(Texts.vi("registry.reject.second-code"));
        }
        if (related.stream()
                .anyMatch(r -> r.pupilCode().equals(pupil)
                        && r.schoolYear() == content.schoolYear()
                        && r.schoolCode().equals(content.issuer().schoolCode())
                        && r.state().isInForce()
                        && !r.yearRecordId().equals(content.yearRecordId()))) {
            reasons.add(Texts.vi("registry.reject.second-record"));
        }
        return reasons;
    }

    private List<String> ofTheVersion(Sender sender, RecordSnapshot content, List<Registration> versions) {
        if (versions.stream()
                .anyMatch(r -> !r.pupilCode().equals(content.pupil().moetCode())
                        || !lineage.goesOnAt(r.schoolCode(), sender.school()))) {
            return List.of(Texts.vi("registry.reject.record-of-another"));
        }
        if (versions.stream().anyMatch(r -> r.state().isFinal())) {
            return List.of(Texts.vi("registry.reject.frozen"));
        }
        int newest = versions.stream().mapToInt(Registration::versionNo).max().orElse(0);
        return content.versionNo() > newest
                ? List.of()
                : List.of(Texts.vi("registry.reject.version", content.versionNo(), newest));
    }
}
