package vn.hocba.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.Signature.Signer;
import vn.hocba.identity.Role;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Assignment;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolRules;
import vn.hocba.school.StaffRoles;
import vn.hocba.signing.PacketVerification.Expected;

/** Finds out from the directory of a school's staff whose certificates the slots of a class's packets have to carry. */
@Component
class SignatoryDirectory {

    private final SchoolDirectory directory;
    private final SchoolRules rules;
    private final ObjectMapper json;

    SignatoryDirectory(SchoolDirectory directory, SchoolRules rules, ObjectMapper json) {
        this.directory = directory;
        this.rules = rules;
        this.json = json;
    }

    /** Empty where the school has no such class in that year. */
    Optional<Signatories> of(Unit school, int schoolYear, String className) {
        return directory.classes(school.id(), schoolYear).stream()
                .filter(info -> info.name().equals(className))
                .findFirst()
                .map(info -> of(school, info));
    }

    private Signatories of(Unit school, ClassInfo info) {
        List<StaffInfo> staff = directory.staffOf(school.id()).stream()
                .filter(person -> person.personalId() != null)
                .toList();
        Map<String, String> titles = new HashMap<>();
        staff.forEach(person -> titles.put(person.personalId(), person.title() == null ? "" : person.title()));
        Expected expected = new Expected(
                asksTeachers(school, info) ? teachers(info, staff) : Map.of(),
                staff.stream()
                        .filter(person -> person.id().equals(info.homeroomStaffId()))
                        .map(StaffInfo::personalId)
                        .collect(Collectors.toSet()),
                staff.stream()
                        .filter(person -> StaffRoles.of(person).contains(Role.PRINCIPAL))
                        .map(StaffInfo::personalId)
                        .collect(Collectors.toSet()),
                school.taxCode());
        titles.keySet().retainAll(union(expected));
        return new Signatories(expected, titles);
    }

    /** Whether the regulation of that year has the teachers sign their rows. */
    private boolean asksTeachers(Unit school, ClassInfo info) {
        Regulation regulation = rules.regulation(school.id(), info.schoolYear());
        Map<String, Map<String, String>> parts = new LinkedHashMap<>();
        regulation.parts(info.grade()).forEach(part -> parts.put(part.code(), Map.of()));
        return regulation.signatures(new Contents(info.grade(), parts)).stream()
                .anyMatch(signature -> signature.signer() == Signer.SUBJECT_TEACHER);
    }

    /** CCCD by the id of the subject's row in the packet. */
    private Map<String, String> teachers(ClassInfo info, List<StaffInfo> staff) {
        Map<String, String> personalIds =
                staff.stream().collect(Collectors.toMap(StaffInfo::id, StaffInfo::personalId));
        return directory.assignments(info.id()).stream()
                .filter(assignment -> personalIds.containsKey(assignment.staffId()))
                .collect(Collectors.toMap(
                        assignment -> RecordSnapshot.rowId(assignment.subjectCode()),
                        (Assignment assignment) -> personalIds.get(assignment.staffId())));
    }

    private static Set<String> union(Expected expected) {
        return Stream.of(expected.teachers().values(), expected.homeroom(), expected.managers())
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }

    String write(Signatories signatories) {
        try {
            return json.writeValueAsString(signatories);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("signatories cannot be written", e);
        }
    }

    Signatories read(String text) {
        try {
            return json.readValue(text, Signatories.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("signatories cannot be read", e);
        }
    }
}
