package vn.hocba.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.hocba.assessment.Part;
import vn.hocba.fixture.KnownDuties;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.identity.CurrentUser;
import vn.hocba.school.ChangeDuties.Duty;
import vn.hocba.school.ChangeDuties.Order;

/**
 * The two homeroom teachers of a small school and what becomes of their duties: each leads a class of the grade and teaches it Toán, all else a third one teaches. One hands over to the other, one leaves and the classes have
 * nobody, somebody is named and whoever left comes back without duties. The two stand for all: it never matters which of them has a duty, only whether one has.
 */
final class Teachers {

    private static final String WHY = "Phân công lại giữa năm học";

    private final World world;
    private final School school;
    private final CurrentUser first;
    private final CurrentUser second;

    Teachers(World world, ReleasedRecords released, School school) {
        this.world = world;
        this.school = school;
        this.first = school.homeroom();
        this.second = released.teacher(school);
        String beside = released.classBeside(school, "1B", second);
        CurrentUser others = released.teacher(school);
        for (String classId : List.of(school.classId(), beside)) {
            world.jdbc()
                    .sql("update teaching_assignment set staff_id = ? where class_id = ? and subject_code <> 'TOAN'")
                    .params(others.staffId(), classId)
                    .update();
            KnownDuties.note(world.jdbc(), classId);
        }
    }

    /** Who leads the class of a record; empty where nobody who works there does. */
    Optional<CurrentUser> homeroom(String record) {
        return holder(record).flatMap(staff -> Stream.of(first, second)
                .filter(teacher -> teacher.staffId().equals(staff))
                .findFirst());
    }

    /** The class and a subject go to the other one. */
    void handOver(String record) {
        CurrentUser former = homeroom(record).orElseThrow();
        give(record, List.of(Part.CLASS, "TOAN"), other(former));
    }

    /** Whoever leads the class of the record does not work here any more. */
    void leave(String record) {
        CurrentUser leader = homeroom(record).orElseThrow();
        world.session()
                .run(school.admin(), () -> world.staff().leaves(school.unit().id(), leader.staffId()));
        follow(record);
    }

    /** All that nobody has in the class goes to the one who is left; the other comes back and has nothing. */
    void name(String record) {
        CurrentUser gone = gone().orElseThrow();
        List<String> nobodys = world.jdbc()
                .sql(
                        "select a.subject_code from teaching_assignment a join year_record r on r.class_id = a.class_id"
                                + " where r.id = ? and a.staff_id = ? union select '" + Part.CLASS
                                + "' from school_class c join year_record r on r.class_id = c.id where r.id = ? and c.homeroom_staff_id = ?")
                .params(record, gone.staffId(), record, gone.staffId())
                .query(String.class)
                .list();
        give(record, nobodys, other(gone));
        comeBack(record);
    }

    /** Who has left works here again. */
    void comeBack(String record) {
        CurrentUser gone = gone().orElseThrow();
        world.session()
                .run(school.admin(), () -> world.staff().returns(school.unit().id(), gone.staffId()));
        follow(record);
    }

    boolean areBothHere() {
        return gone().isEmpty();
    }

    private Optional<CurrentUser> gone() {
        return Stream.of(first, second).filter(teacher -> !works(teacher)).findFirst();
    }

    private void give(String record, List<String> parts, CurrentUser to) {
        String classId = world.records().get(record).classId();
        List<Duty> duties = parts.stream().map(part -> new Duty(classId, part)).toList();
        Order order = new Order(to.staffId(), LocalDate.now(world.clock()), null, WHY, "1/QĐ");
        world.session().run(school.admin(), () -> world.duties().give(duties, order));
        follow(record);
    }

    private void follow(String record) {
        world.entities().flush();
        world.session().run(school.admin(), () -> world.work().follow(record));
    }

    private CurrentUser other(CurrentUser one) {
        return one == first ? second : first;
    }

    private boolean works(CurrentUser teacher) {
        return world.jdbc()
                .sql("select working from staff where id = ?")
                .param(teacher.staffId())
                .query(Boolean.class)
                .single();
    }

    private Optional<String> holder(String record) {
        return world.jdbc()
                .sql("select s.id from year_record r join school_class c on c.id = r.class_id"
                        + " join staff s on s.id = c.homeroom_staff_id and s.working = true where r.id = ?")
                .param(record)
                .query(String.class)
                .optional();
    }
}
