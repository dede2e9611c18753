package vn.hocba.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.Signature.Signer;
import vn.hocba.identity.RoleGrants;
import vn.hocba.school.Duties;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolRules;

/** Finds out who had the duties and offices of a school whose certificates the slots of a class's packets have to carry. */
@Component
class SignatoryDirectory {

    private final SchoolDirectory directory;
    private final SchoolRules rules;
    private final Duties duties;
    private final RoleGrants grants;
    private final ObjectMapper json;

    SignatoryDirectory(
            SchoolDirectory directory, SchoolRules rules, Duties duties, RoleGrants grants, ObjectMapper json) {
        this.directory = directory;
        this.rules = rules;
        this.duties = duties;
        this.grants = grants;
        this.json = json;
    }

    /** Empty where the school has no such class in that year. */
    Optional<ClassSigners> of(Unit school, int schoolYear, String className) {
        return directory.classes(school.id(), schoolYear).stream()
                .filter(info -> info.name().equals(className))
                .findFirst()
                .map(info -> of(school, info));
    }

    private ClassSigners of(Unit school, ClassInfo info) {
        return new ClassSigners(
                directory.staffOf(school.id()).stream()
                        .filter(person -> person.personalId() != null)
                        .collect(Collectors.toMap(StaffInfo::id, Function.identity())),
                duties.history(info),
                grants.principals(school.id()).stream()
                        .filter(grant -> grant.signs(info.grade(), info.name()))
                        .toList(),
                asksTeachers(school, info),
                school.taxCode());
    }

    /** Whether the regulation of that year has the teachers sign their rows. */
    private boolean asksTeachers(Unit school, ClassInfo info) {
        Regulation regulation = rules.regulation(school.id(), info.schoolYear());
        Map<String, Map<String, String>> parts = new LinkedHashMap<>();
        regulation.parts(info.grade()).forEach(part -> parts.put(part.code(), Map.of()));
        return regulation.signatures(new Contents(info.grade(), parts)).stream()
                .anyMatch(signature -> signature.signer() == Signer.SUBJECT_TEACHER);
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
