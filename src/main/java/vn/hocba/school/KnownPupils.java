package vn.hocba.school;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.school.Belonging.Whose;

/**
 * Looks up the pupils of an upload. What is stored of a pupil is read only where the pupil is this school's; of any other one there is a code, and the birth
 * date that a row must name too before the school may take a pupil who is nobody's.
 */
@Component
class KnownPupils {

    private final PupilRepository pupils;
    private final Belonging belonging;

    KnownPupils(PupilRepository pupils, Belonging belonging) {
        this.pupils = pupils;
        this.belonging = belonging;
    }

    /**
     * The pupils of a list.
     *
     * @param nobodys pupils whom the school may take, by code
     * @param byPersonalId pupils of the school, by personal ID
     */
    record Listed(Map<String, Pupil> nobodys, Map<String, Pupil> byPersonalId) {}

    /** Adds who is or was in a class of the year. */
    void addEnrolled(KnownSchool school) {
        add(school, pupils.enrolledAt(school.unit.id(), school.year.start()));
    }

    /** Adds those of a list of pupils, by the codes and personal IDs in it. */
    Listed addListed(KnownSchool school, Set<String> codes, Set<String> personalIds) {
        Set<String> unknown = new HashSet<>(codes);
        unknown.removeAll(school.pupilIdByCode.keySet());
        add(
                school,
                Chunks.of(unknown).stream()
                        .flatMap(some -> pupils.keysOf(some).stream())
                        .toList());
        Map<String, Pupil> nobodys = new HashMap<>();
        load(school.nobodysPupilIds).forEach(pupil -> nobodys.put(pupil.moetCode, pupil));
        Set<String> holders = new HashSet<>();
        for (List<String> some : Chunks.of(personalIds)) {
            holders.addAll(pupils.enrolledWith(some, school.unit.id()));
        }
        Map<String, Pupil> byPersonalId = new HashMap<>();
        load(idsOf(belonging.of(school.unit.id(), holders), Whose.OURS))
                .forEach(pupil -> byPersonalId.put(pupil.personalId, pupil));
        return new Listed(nobodys, byPersonalId);
    }

    private void add(KnownSchool school, List<PupilKey> keys) {
        Map<String, Whose> whose =
                belonging.of(school.unit.id(), keys.stream().map(PupilKey::id).toList());
        keys.forEach(key -> school.pupilIdByCode.put(key.moetCode(), key.id()));
        load(idsOf(whose, Whose.OURS)).forEach(school::add);
        school.nobodysPupilIds.addAll(idsOf(whose, Whose.NOBODYS));
    }

    private static Set<String> idsOf(Map<String, Whose> whose, Whose wanted) {
        return whose.entrySet().stream()
                .filter(entry -> entry.getValue() == wanted)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private List<Pupil> load(Collection<String> ids) {
        return Chunks.of(ids).stream()
                .flatMap(some -> pupils.findAllById(some).stream())
                .toList();
    }
}
