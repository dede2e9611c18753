package vn.hocba.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolLevel;
import vn.hocba.signing.PacketVerification.Expected;

/** Whose certificates the slots of a class's packets have to carry, from the directory of the school's staff. */
@Component
class ExpectedSigners {

    private final SchoolDirectory directory;
    private final Accounts accounts;
    private final ObjectMapper json;

    ExpectedSigners(SchoolDirectory directory, Accounts accounts, ObjectMapper json) {
        this.directory = directory;
        this.accounts = accounts;
        this.json = json;
    }

    /** Empty where the school has no such class in that year. */
    Optional<Expected> of(Unit school, int schoolYear, String className) {
        return directory.classes(school.id(), schoolYear).stream()
                .filter(info -> info.name().equals(className))
                .findFirst()
                .map(info -> of(school, info));
    }

    private Expected of(Unit school, ClassInfo info) {
        Map<String, StaffInfo> staff =
                directory.staffOf(school.id()).stream().collect(Collectors.toMap(StaffInfo::id, person -> person));
        return new Expected(
                school.level() == SchoolLevel.PRIMARY ? Map.of() : teachers(info, staff),
                personalIds(Stream.of(info.homeroomStaffId()), staff),
                personalIds(managers(school), staff),
                school.taxCode());
    }

    private Map<String, String> teachers(ClassInfo info, Map<String, StaffInfo> staff) {
        return directory.assignments(info.id()).stream()
                .filter(assignment -> staff.containsKey(assignment.staffId())
                        && staff.get(assignment.staffId()).personalId() != null)
                .collect(Collectors.toMap(
                        assignment -> "mon-" + assignment.subjectCode().toLowerCase(Locale.ROOT),
                        assignment -> staff.get(assignment.staffId()).personalId()));
    }

    private Stream<String> managers(Unit school) {
        return accounts.all().stream()
                .filter(user -> user.unitId().equals(school.id()) && user.is(Role.PRINCIPAL))
                .map(CurrentUser::staffId);
    }

    private static Set<String> personalIds(Stream<String> staffIds, Map<String, StaffInfo> staff) {
        return staffIds.filter(Objects::nonNull)
                .map(staff::get)
                .filter(Objects::nonNull)
                .map(StaffInfo::personalId)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Kept with what was taken in: years later other people hold these posts. */
    String write(Expected expected) {
        try {
            return json.writeValueAsString(expected);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("expected signers cannot be written", e);
        }
    }

    Expected read(String text) {
        try {
            return json.readValue(text, Expected.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("expected signers cannot be read", e);
        }
    }
}
