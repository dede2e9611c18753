package vn.hocba.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.registry.Policy;
import vn.hocba.registry.ProvincePolicies;
import vn.hocba.rehearsal.Founding;
import vn.hocba.rehearsal.ProvinceOffice;
import vn.hocba.rehearsal.SchoolPlay;
import vn.hocba.school.NamedFile;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolIdentification;
import vn.hocba.shared.Texts;
import vn.hocba.workflow.Step;

/**
 * Fills an empty database of the demo profile: Hòa Bình has its people and waits for its workbooks; Rạng Đông is in the middle of its June, so that every
 * role finds work. What takes long is played after the application has started.
 */
@Component
@ConditionalOnProperty("hocba.demo")
@Order(10)
class DemoData implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);
    private static final String PROVINCE = "SO-79";
    private static final String INTERMEDIATE = "XA-79774";
    /** Nobody's: of the shape that a certificate names. */
    private static final String LEADER_ID = "079070000001";

    private static final String PLACE = "Thành phố Hồ Chí Minh";
    static final String WAITING_SCHOOL = "tieu-hoc-hoa-binh";
    static final String BUSY_SCHOOL = "tieu-hoc-rang-dong";
    private static final Set<String> STAFF_ONLY = Set.of("danh-sach-can-bo.xlsx");

    /** The last class that each step is played for: the classes after it wait there. */
    private static final List<String> CLASSES = List.of("5A", "4A", "3A", "2A", "1A");

    private final Founding founding;
    private final ProvinceOffice provinceOffice;
    private final SchoolPlay play;
    private final SchoolDirectory directory;
    private final Accounts accounts;
    private final DemoProperties properties;
    private final ProvincePolicies policies;
    private final Session session;

    DemoData(
            Founding founding,
            ProvinceOffice provinceOffice,
            SchoolPlay play,
            SchoolDirectory directory,
            Accounts accounts,
            DemoProperties properties,
            ProvincePolicies policies,
            Session session) {
        this.founding = founding;
        this.provinceOffice = provinceOffice;
        this.play = play;
        this.directory = directory;
        this.accounts = accounts;
        this.properties = properties;
        this.policies = policies;
        this.session = session;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (directory.unitByCode(PROVINCE).isPresent()) {
            return;
        }
        Unit waiting = layDown(WAITING_SCHOOL);
        equip(waiting, files(WAITING_SCHOOL, STAFF_ONLY));
        Unit busy = layDown(BUSY_SCHOOL);
        List<CurrentUser> people = equip(busy, files(BUSY_SCHOOL, Set.of()));
        ProvinceOffice.Office office = provinceOffice.fill(
                PROVINCE,
                wanted("chuyenvien.so", "province-officer", ""),
                wanted("lanhdao.so", "province-leader", LEADER_ID),
                wanted("vanthu.so", "province-clerk", ""),
                properties.demoPassword(),
                properties.demoPin());
        // Whoever tries the demo in its June wants to see what look-up shows.
        session.run(office.leader(), () -> policies.set(Policy.LOOKUP_SHOW_UNFROZEN, true));
        office(INTERMEDIATE, "chuyenvien.phuong", Texts.vi("demo.supervisor"), Role.SUPERVISOR);
        Thread player = new Thread(() -> playJune(busy, people), "demo");
        player.setDaemon(true);
        player.start();
    }

    private void playJune(Unit school, List<CurrentUser> people) {
        CurrentUser admin = people.stream()
                .filter(person -> person.is(Role.SCHOOL_ADMIN))
                .findFirst()
                .orElseThrow();
        play.openYear(admin, directory.schoolYears(school.id()).get(0), progress -> {});
        for (Step step : Step.values()) {
            List<String> classes = CLASSES.subList(0, lastPlayed(step) + 1);
            for (CurrentUser person : people) {
                play.work(person, step, properties.demoPin(), classes, progress -> {});
            }
        }
        LOG.info("The demo school {} is ready", school.code());
    }

    /** The class that waits at a step; at the last one, the class that went all the way. */
    static String classWaitingAt(Step step) {
        return CLASSES.get(step == Step.SUBMIT ? lastPlayed(step) : lastPlayed(step) + 1);
    }

    /** The place in {@link #CLASSES} of the last class for which a step is played. */
    private static int lastPlayed(Step step) {
        return Math.max(0, CLASSES.size() - 2 - step.ordinal());
    }

    private Unit layDown(String folder) {
        SchoolIdentification.Identity identity = founding.identify(files(folder, Set.of()));
        return founding.layDown(
                identity,
                new Founding.Above(
                        PROVINCE, identity.provinceName(), INTERMEDIATE, Texts.vi("demo.intermediate"), PLACE));
    }

    private List<CurrentUser> equip(Unit school, List<NamedFile> files) {
        CurrentUser first = founding.firstAdmin(school, Texts.vi("demo.first-admin"));
        founding.importFiles(first, files);
        List<CurrentUser> people = founding.equip(first, properties.demoPassword(), properties.demoPin());
        accounts.close(first.accountId());
        return people;
    }

    private static ProvinceOffice.Wanted wanted(String username, String key, String personalId) {
        return new ProvinceOffice.Wanted(
                username, Texts.vi("demo." + key), Texts.vi("demo." + key + ".title"), personalId);
    }

    private CurrentUser office(String unitCode, String username, String title, Role role) {
        Unit unit = directory.unitByCode(unitCode).orElseThrow();
        return accounts.put(new Accounts.NewAccount(
                username, properties.demoPassword(), title, title, List.of(role), null, unit.id(), unit.path()));
    }

    private static List<NamedFile> files(String folder, Set<String> only) {
        List<NamedFile> files = new ArrayList<>();
        try {
            Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:demo/" + folder + "/*.xlsx"))
                    .filter(file -> only.isEmpty() || only.contains(file.getFilename()))
                    .forEach(file -> files.add(new NamedFile(file.getFilename(), content(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static byte[] content(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
