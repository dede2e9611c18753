package vn.hocba.demo;

import static vn.hocba.ui.Wording.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.ui.DemoTour;
import vn.hocba.workflow.Step;

/** The way of a record through Rạng Đông, one person per step, each with the class that waits there; then the offices, then the school without data. */
@Component
@ConditionalOnProperty("hocba.demo")
class JuneTour implements DemoTour {

    private final Accounts accounts;
    private final SchoolDirectory directory;

    JuneTour(Accounts accounts, SchoolDirectory directory) {
        this.accounts = accounts;
        this.directory = directory;
    }

    @Override
    public List<Stop> stops() {
        List<CurrentUser> people = accounts.all();
        return Stream.of(
                        stop(homeroom(people, Step.COMMENTS), Step.COMMENTS),
                        stop(homeroom(people, Step.HOMEROOM), Step.HOMEROOM),
                        stop(at(people, DemoData.BUSY_SCHOOL, Role.PRINCIPAL), Step.PRINCIPAL),
                        stop(at(people, DemoData.BUSY_SCHOOL, Role.CLERK), Step.SEAL),
                        stop(office(people, Role.PROVINCE_OFFICER), "province", DemoData.classWaitingAt(Step.SUBMIT)),
                        stop(office(people, Role.SUPERVISOR), "supervisor", ""),
                        stop(at(people, DemoData.WAITING_SCHOOL, Role.SCHOOL_ADMIN), "admin", ""))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Stop> stop(Optional<CurrentUser> person, Step step) {
        return stop(person, step.name(), DemoData.classWaitingAt(step));
    }

    private static Optional<Stop> stop(Optional<CurrentUser> person, String key, String className) {
        return person.map(known -> new Stop(
                known.username(),
                known.staffId() == null ? "" : known.displayName(),
                text("demo.tour." + key + ".who"),
                text("demo.tour." + key, className)));
    }

    private Optional<CurrentUser> homeroom(List<CurrentUser> people, Step step) {
        return at(people, DemoData.BUSY_SCHOOL, Role.TEACHER)
                .map(CurrentUser::unitId)
                .flatMap(school -> directory.schoolYears(school).stream()
                        .findFirst()
                        .flatMap(year -> directory.classes(school, year).stream()
                                .filter(one -> one.name().equals(DemoData.classWaitingAt(step)))
                                .findFirst()))
                .flatMap(waiting -> Optional.ofNullable(waiting.homeroomStaffId()))
                .flatMap(accounts::ofStaff);
    }

    /** The workbooks of the demo give everyone an address at the school. */
    private static Optional<CurrentUser> at(List<CurrentUser> people, String school, Role role) {
        return people.stream()
                .filter(person -> person.username().endsWith("@" + school + ".edu.vn") && person.is(role))
                .findFirst();
    }

    private static Optional<CurrentUser> office(List<CurrentUser> people, Role role) {
        return people.stream().filter(person -> person.is(role)).findFirst();
    }
}
