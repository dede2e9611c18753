package vn.hocba.identity;

import jakarta.persistence.Entity;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.Formula;
import vn.hocba.shared.BaseEntity;

@Entity
class Account extends BaseEntity {

    String username;
    String password;
    String displayName;
    String title;
    String roles;
    String staffId;
    String unitId;
    String unitPath;
    boolean active;

    @Formula(Successions.OF_ACCOUNT)
    String formerUnits;

    /** As {@link Delegation} writes it; null: not by delegation. */
    String delegation;

    CurrentUser toUser() {
        return new CurrentUser(
                id(),
                username,
                displayName,
                title,
                roles(roles),
                staffId,
                unitId,
                unitPath,
                Delegation.read(delegation),
                formerUnits(formerUnits));
    }

    /** As {@link Successions#OF_ACCOUNT} says them; null for none. */
    static Set<String> formerUnits(String read) {
        return read == null ? Set.of() : Set.of(read.split(","));
    }

    void grant(Collection<Role> granted) {
        roles = granted.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    /** As {@link #grant} wrote them. */
    static Set<Role> roles(String written) {
        return Arrays.stream(written.split(","))
                .filter(name -> !name.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
    }
}
