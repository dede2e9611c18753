package vn.hocba.registry;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Capacity;
import vn.hocba.identity.Power;
import vn.hocba.identity.Role;
import vn.hocba.identity.RoleGrants;
import vn.hocba.identity.RoleGrants.Grant;
import vn.hocba.registry.Supplements.Parties;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Texts;
import vn.hocba.signing.SupplementSlot;
import vn.hocba.signing.SupplementVerification.Expected;
import vn.hocba.signing.SupplementVerification.Report;
import vn.hocba.signing.SupplementVerification.SignatureView;

/**
 * Who may sign supplements for a school and for its Sở: whoever had the office at the moment of signing (decision 39), a deputy of a school where requests were
 * given to decide; and as what they signed.
 */
@Component
class SupplementSigners {

    private final SchoolDirectory directory;
    private final RoleGrants grants;

    SupplementSigners(SchoolDirectory directory, RoleGrants grants) {
        this.directory = directory;
        this.grants = grants;
    }

    /**
     * A person who signed.
     *
     * @param id CCCD
     * @param title in words: «KT. Hiệu trưởng, Phó hiệu trưởng»
     */
    record Signer(String id, String title) {

        static String idOf(Signer signer) {
            return signer == null ? null : signer.id();
        }

        static String titleOf(Signer signer) {
            return signer == null ? null : signer.title();
        }
    }

    /** Whoever had the offices then, at each moment. */
    Expected of(Parties parties) {
        Office heads = office(parties.school(), Role.PRINCIPAL);
        Office leaders = office(parties.province(), Role.PROVINCE_LEADER);
        return new Expected(parties.school().taxCode(), parties.province().taxCode(), heads::at, leaders::at);
    }

    /** Those who are known to have had the offices when it was registered; null where nobody signed personally. */
    static Expected kept(String schoolTaxCode, String provinceTaxCode, String headId, String leaderId) {
        return new Expected(schoolTaxCode, provinceTaxCode, moment -> only(headId), moment -> only(leaderId));
    }

    private static Set<String> only(String id) {
        return id == null ? Set.of() : Set.of(id);
    }

    /** As what they signed, from what was kept; null where nobody did. */
    static Map<SupplementSlot, String> titles(String head, String leader) {
        Map<SupplementSlot, String> titles = new EnumMap<>(SupplementSlot.class);
        if (head != null) {
            titles.put(SupplementSlot.SUPPLEMENT_HEAD, head);
        }
        if (leader != null) {
            titles.put(SupplementSlot.SUPPLEMENT_LEADER, leader);
        }
        return titles;
    }

    /** Who signed personally a document that passed. */
    Map<SupplementSlot, Signer> people(Report passed, Parties parties) {
        Map<SupplementSlot, Signer> people = new EnumMap<>(SupplementSlot.class);
        for (SignatureView signature : passed.signatures()) {
            if (signature.slot().isPersonal()) {
                Office office = signature.slot() == SupplementSlot.SUPPLEMENT_HEAD
                        ? office(parties.school(), Role.PRINCIPAL)
                        : office(parties.province(), Role.PROVINCE_LEADER);
                people.put(
                        signature.slot(),
                        new Signer(signature.identifier(), office.title(signature.identifier(), signature.signedAt())));
            }
        }
        return people;
    }

    private Office office(Unit unit, Role role) {
        return new Office(
                grants.held(unit.id(), role),
                directory.staffOf(unit.id()).stream()
                        .filter(person -> person.personalId() != null)
                        .collect(Collectors.toMap(StaffInfo::id, Function.identity())));
    }

    /** Who had an office of a unit when. */
    private record Office(List<Grant> grants, Map<String, StaffInfo> staff) {

        Set<String> at(Instant moment) {
            return grants.stream()
                    .filter(grant -> counted(grant, moment))
                    .map(grant -> staff.get(grant.staffId()).personalId())
                    .collect(Collectors.toSet());
        }

        /** As what somebody signs: «KT.» for the head where it is a deputy, «Q.» in the head's place (NĐ 30/2020 Điều 13). */
        String title(String personalId, Instant moment) {
            Grant held = grants.stream()
                    .filter(grant -> counted(grant, moment)
                            && staff.get(grant.staffId()).personalId().equals(personalId))
                    .findFirst()
                    .orElseThrow();
            if (held.capacity() == null) {
                String title = staff.get(held.staffId()).title();
                return title == null ? "" : title;
            }
            String own = held.capacity().titleOf(held.role());
            return held.capacity() == Capacity.DEPUTY
                    ? Texts.vi("registry.supplement.for-head", Capacity.HEAD.titleOf(held.role()), own)
                    : own;
        }

        private boolean counted(Grant grant, Instant moment) {
            return moment != null
                    && grant.countedAt(moment)
                    && grant.has(Power.DECIDE_REQUESTS)
                    && staff.containsKey(grant.staffId());
        }
    }
}
