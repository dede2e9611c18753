package vn.hocba.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.hocba.assessment.Part;
import vn.hocba.document.ActingFor;
import vn.hocba.identity.RoleGrants.Grant;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.school.Duties;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.signing.PacketVerification.Entitled;
import vn.hocba.signing.PacketVerification.Expected;
import vn.hocba.signing.PacketVerification.Report;
import vn.hocba.signing.PacketVerification.SignatureView;
import vn.hocba.signing.SlotKind;

/**
 * Who may have signed the records of a class: whoever had the office at the moment of signing, and not whoever has it when the package comes (decision 39).
 *
 * @param staff everybody at the school who has a CCCD, by id
 * @param duties who taught and led the class
 * @param principals who ever acted for the school, deputies as far as they were given this class to sign
 * @param asksTeachers whether the regulation of that year has the teachers sign their rows
 */
record ClassSigners(
        Map<String, StaffInfo> staff,
        Duties.History duties,
        List<Grant> principals,
        boolean asksTeachers,
        String schoolTaxCode)
        implements Entitled {

    @Override
    public Expected at(Instant signedAt) {
        Instant moment = signedAt == null ? Instant.MIN : signedAt;
        return new Expected(
                asksTeachers ? teachers(moment) : Map.of(),
                personalIds(duties.at(Part.CLASS, moment)),
                personalIds(principals.stream()
                        .filter(grant -> grant.countedAt(moment))
                        .map(Grant::staffId)
                        .collect(Collectors.toSet())),
                schoolTaxCode);
    }

    /** Who had to sign a packet that was checked, with the titles of then: what is kept beside it for ever. */
    Signatories of(Report report) {
        Map<String, String> teachers = new HashMap<>();
        Set<String> homeroom = new HashSet<>();
        Set<String> managers = new HashSet<>();
        Map<String, String> titles = new HashMap<>();
        for (SignatureView signature : report.signatures()) {
            Expected then = at(signature.signedAt());
            switch (signature.slot().kind()) {
                case GVBM ->
                    teachers.putAll(only(then.teachers(), signature.slot().rowId()::equals));
                case GVCN -> homeroom.addAll(then.homeroom());
                case CBQL -> {
                    managers.addAll(then.managers());
                    titles.putAll(titlesOfPrincipals(signature.signedAt()));
                }
                case KY_PHAT_HANH -> {
                    // The seal is the school's, whoever keeps it.
                }
            }
        }
        staff.values().stream()
                .filter(person -> teachers.containsValue(person.personalId()) || homeroom.contains(person.personalId()))
                .forEach(person ->
                        titles.putIfAbsent(person.personalId(), person.title() == null ? "" : person.title()));
        return new Signatories(new Expected(teachers, homeroom, managers, schoolTaxCode), titles);
    }

    /** Whether what a packet says of who signed for the school is what that person was at the time; a packet that says nothing of it says nothing false. */
    boolean isRight(ActingFor said, List<SignatureView> signatures) {
        return said == null
                || signatures.stream()
                        .filter(signature -> signature.slot().kind() == SlotKind.CBQL && signature.signedAt() != null)
                        .allMatch(signature -> principals.stream()
                                .filter(grant -> grant.countedAt(signature.signedAt()) && isOf(grant, signature))
                                .anyMatch(grant -> grant.capacity() == said.capacity()
                                        && Objects.equals(grant.decisionNo(), said.decisionNo())));
    }

    /** Where the certificate names no CCCD that is known here, who it is was approved by a person. */
    private boolean isOf(Grant grant, SignatureView signature) {
        boolean known =
                staff.values().stream().anyMatch(person -> person.personalId().equals(signature.identifier()));
        return !known
                || staff.containsKey(grant.staffId())
                        && staff.get(grant.staffId()).personalId().equals(signature.identifier());
    }

    private Map<String, String> titlesOfPrincipals(Instant moment) {
        Map<String, String> titles = new HashMap<>();
        principals.stream()
                .filter(grant -> grant.countedAt(moment) && staff.containsKey(grant.staffId()))
                .forEach(grant -> titles.put(
                        staff.get(grant.staffId()).personalId(),
                        grant.capacity().title()));
        return titles;
    }

    /** CCCD by the id of the subject's row in the packet; where one followed the other at that very moment, the later one. */
    private Map<String, String> teachers(Instant moment) {
        Map<String, String> teachers = new HashMap<>();
        Set<String> subjects = duties.parts();
        subjects.remove(Part.CLASS);
        for (String part : subjects) {
            personalIds(duties.at(part, moment)).forEach(id -> teachers.put(RecordSnapshot.rowId(part), id));
        }
        return teachers;
    }

    private Set<String> personalIds(Collection<String> staffIds) {
        return staffIds.stream()
                .map(staff::get)
                .filter(Objects::nonNull)
                .map(StaffInfo::personalId)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> only(Map<String, String> all, Predicate<String> row) {
        return all.entrySet().stream()
                .filter(entry -> row.test(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
