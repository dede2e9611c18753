package vn.hocba.pupils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.audit.AuditLog;
import vn.hocba.fixture.Worlds;
import vn.hocba.identity.Session;
import vn.hocba.pupils.ListedSchool.School;
import vn.hocba.school.KeepRegister;
import vn.hocba.school.KeepRegister.Line;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.Refused;

@SpringBootTest
@ActiveProfiles("test")
@Import(Worlds.class)
class KeepRegisterTest {

    private static final LocalDate ENTRY = LocalDate.of(2026, 9, 1);

    @Autowired
    ListedSchool world;

    @Autowired
    KeepRegister register;

    @Autowired
    AuditLog audit;

    @Autowired
    Session session;

    @Autowired
    Clock clock;

    private School school;
    private String classId;

    @BeforeEach
    void aClassOfTwo() {
        school = world.school();
        world.apply(school, world.staffed(school, "1A"));
        world.apply(
                school,
                world.list(
                        school,
                        school.child(1, "Giàng A Páo " + school.number()),
                        school.child(2, "Lò Thị Mai " + school.number())));
        List<ClassInfo> classes = session.as(school.admin(), register::classes);
        assertThat(classes).extracting(ClassInfo::name).containsExactly("1A");
        classId = classes.get(0).id();
    }

    @Test
    void numbersAndDaysOfAClassAreKeptTakenAwayAndLogged() {
        Line first = lines().get(0);
        assertThat(keep(saying(first, " DB-17 ", ENTRY), lines().get(1))).isOne();
        assertThat(lines().get(0)).isEqualTo(saying(first, "DB-17", ENTRY));
        assertThat(keep(lines().toArray(Line[]::new))).isZero();

        assertThat(keep(saying(first, "", null))).isOne();

        assertThat(lines().get(0)).isEqualTo(first);
        assertThat(audit.of(classId))
                .filteredOn(line -> line.action().equals("class.register-entered"))
                .hasSize(2);
    }

    @Test
    void whatCannotBeIsRefusedAndNobodyElseWritesIntoIt() {
        Line first = lines().get(0);
        School other = world.school();
        assertThatThrownBy(() -> keep(saying(first, "1", LocalDate.now(clock).plusDays(1))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> keep(saying(first, "1".repeat(51), ENTRY))).isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        session.run(other.admin(), () -> register.keep(classId, List.of(saying(first, "1", ENTRY)))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> session.run(other.admin(), () -> register.of(classId)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> session.run(school.principal(), () -> register.of(classId)))
                .isInstanceOf(Refused.class);
        assertThat(lines().get(0)).isEqualTo(first);
    }

    private static Line saying(Line line, String number, LocalDate day) {
        return new Line(line.enrolmentId(), line.name(), line.birthDate(), number, day);
    }

    private int keep(Line... lines) {
        return session.as(school.admin(), () -> register.keep(classId, List.of(lines)));
    }

    private List<Line> lines() {
        return session.as(school.admin(), () -> register.of(classId));
    }
}
