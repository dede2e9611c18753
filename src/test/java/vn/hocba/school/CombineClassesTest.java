package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.ClassFixture;
import vn.hocba.ClassFixture.Opened;
import vn.hocba.assessment.Part;
import vn.hocba.fixture.Worlds;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.school.ChangeDuties.Duty;
import vn.hocba.school.ChangeDuties.Order;
import vn.hocba.school.CombinedClasses.Room;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.Refused;

@SpringBootTest
@ActiveProfiles("test")
@Import(Worlds.class)
class CombineClassesTest {

    @Autowired
    ClassFixture fixture;

    @Autowired
    CombineClasses combine;

    @Autowired
    CombinedClasses combined;

    @Autowired
    ChangeDuties changes;

    @Autowired
    SchoolDirectory directory;

    @Autowired
    Session session;

    @Autowired
    Clock clock;

    private Opened first;
    private Opened second;

    @BeforeEach
    void twoGradesWithOneHomeroomTeacher() {
        first = fixture.open(1, 1);
        second = fixture.beside(first, 2, 1);
    }

    private void combine(CurrentUser who, String name, Opened... classes) {
        session.run(
                who,
                () -> combine.combine(
                        first.schoolId(),
                        Set.of(List.of(classes).stream().map(Opened::classId).toArray(String[]::new)),
                        name));
    }

    private List<Room> rooms() {
        return combined.of(first.schoolId(), 2026);
    }

    private void lead(Opened opened, CurrentUser teacher) {
        session.run(
                first.principal(),
                () -> changes.give(
                        List.of(new Duty(opened.classId(), Part.CLASS)),
                        new Order(teacher.staffId(), LocalDate.now(clock), null, "Đổi giáo viên chủ nhiệm", "")));
    }

    @Test
    void twoGradesAreCombinedAndPartedAgain() {
        combine(first.admin(), " 1+2 ", first, second);

        assertThat(rooms()).singleElement().satisfies(room -> {
            assertThat(room.name()).isEqualTo("1+2");
            assertThat(room.classes()).extracting(ClassInfo::name).containsExactly("1A", "2A");
        });
        assertThat(combined.with(second.classId()))
                .extracting(ClassInfo::id)
                .containsExactly(first.classId(), second.classId());

        session.run(first.principal(), () -> combine.part(first.schoolId(), 2026, "1+2"));
        assertThat(rooms()).isEmpty();
        assertThat(combined.with(second.classId())).extracting(ClassInfo::id).containsExactly(second.classId());
    }

    @Test
    void whoeverLeadsOneClassOfTheRoomLeadsAll() {
        combine(first.admin(), "1+2", first, second);

        lead(second, first.stranger());

        assertThat(List.of(first, second))
                .extracting(opened -> directory.classById(opened.classId()).homeroomStaffId())
                .containsOnly(first.stranger().staffId());
    }

    @Test
    void whatCannotBeOneRoomIsRefusedWithWhatToDo() {
        Opened third = fixture.beside(first, 3, 1);
        Opened elsewhere = fixture.open(2, 1);

        assertThatThrownBy(() -> combine(first.admin(), "1+2", first, elsewhere))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("từ hai lớp");
        assertThatThrownBy(() -> combine(first.admin(), " ", first, second))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ghi tên lớp ghép");
        assertThatThrownBy(() -> combine(first.homeroom(), "1+2", first, second))
                .isInstanceOf(Refused.class);
        lead(third, first.stranger());
        assertThatThrownBy(() -> combine(first.admin(), "1+3", first, third))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("phân công một giáo viên chủ nhiệm");
        combine(first.admin(), "1+2", first, second);
        lead(third, first.homeroom());
        assertThatThrownBy(() -> combine(first.admin(), "2+3", second, third))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Hãy tách lớp ghép đó trước");
        assertThat(rooms()).extracting(Room::name).containsExactly("1+2");
    }
}
