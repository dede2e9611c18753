package vn.hocba.ui;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.shared.VietnameseText;

/** The demo people on the login page. Exists in the demo profile only. */
@Component
@ConditionalOnProperty("hocba.demo")
class DemoSignIn {

    private static final List<Role> ORDER = List.of(
            Role.SCHOOL_ADMIN,
            Role.PRINCIPAL,
            Role.CLERK,
            Role.TEACHER,
            Role.SUPERVISOR,
            Role.PROVINCE_OFFICER,
            Role.PROVINCE_LEADER,
            Role.PROVINCE_CLERK,
            Role.PROVINCE);

    private final Accounts accounts;
    private final ObjectProvider<ShellContext> context;
    private final ObjectProvider<DemoTour> tour;
    private final String password;
    private final String pin;

    DemoSignIn(
            Accounts accounts,
            ObjectProvider<ShellContext> context,
            ObjectProvider<DemoTour> tour,
            @Value("${hocba.demo-password:hocba}") String password,
            @Value("${hocba.demo-pin:246810}") String pin) {
        this.accounts = accounts;
        this.context = context;
        this.tour = tour;
        this.password = password;
        this.pin = pin;
    }

    record Person(String username, String name, String duties, Role role) {}

    String password() {
        return password;
    }

    /** Of every certificate of the demo. */
    String pin() {
        return pin;
    }

    /** Whom to begin with; may be empty. */
    List<DemoTour.Stop> tour() {
        DemoTour known = tour.getIfAvailable();
        return known == null ? List.of() : known.stops();
    }

    /** By unit name, schools before the offices above them; in a unit by role. */
    Map<String, List<Person>> peopleByUnit() {
        ShellContext known = context.getIfAvailable();
        return accounts.all().stream()
                .sorted(Comparator.<CurrentUser>comparingInt(user -> -depth(user.unitPath()))
                        .thenComparing(CurrentUser::unitPath))
                .collect(Collectors.groupingBy(
                        user -> known == null ? user.unitId() : known.unitName(user),
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(user -> person(user, known), Collectors.toList()),
                                people -> people.stream()
                                        .sorted(Comparator.<Person>comparingInt(person -> ORDER.indexOf(person.role()))
                                                .thenComparing(Person::name, VietnameseText.byGivenName()))
                                        .toList())));
    }

    private static int depth(String unitPath) {
        return (int) unitPath.chars().filter(c -> c == '/').count();
    }

    private static Person person(CurrentUser user, ShellContext known) {
        Role main = ORDER.stream().filter(user::is).findFirst().orElse(Role.TEACHER);
        return new Person(user.username(), user.displayName(), known == null ? user.title() : known.duties(user), main);
    }
}
