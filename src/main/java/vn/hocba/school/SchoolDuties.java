package vn.hocba.school;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Curriculum;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.Texts;

/** In a few words, what a member of staff does. Reads only, no decision about who may read; names no pupil. */
@Repository
@Transactional(readOnly = true)
public class SchoolDuties {

    private static final int MOST_CLASSES_NAMED = 4;

    private final JdbcClient jdbc;
    private final SchoolYears years;
    private final Curriculum curriculum;

    SchoolDuties(JdbcClient jdbc, SchoolYears years, Curriculum curriculum) {
        this.jdbc = jdbc;
        this.years = years;
        this.curriculum = curriculum;
    }

    /** The latest school year for which a school at or below this place in the tree has classes. */
    public Optional<SchoolYear> latestYear(String unitPath) {
        return years.latest(unitPath).map(SchoolYear::new);
    }

    /** «Chủ nhiệm 4A, dạy Âm nhạc 10 lớp»; empty for who has no assignment this year. */
    public String of(String staffId) {
        List<String> duties = new ArrayList<>();
        List<String> homerooms = jdbc.sql("select c.name from school_class c where c.homeroom_staff_id = ?"
                        + " and c.school_year = (select max(x.school_year) from school_class x where x.school_id = c.school_id)"
                        + " order by c.name")
                .param(staffId)
                .query(String.class)
                .list();
        if (!homerooms.isEmpty()) {
            duties.add(Texts.vi("school.people.homeroom", String.join(", ", homerooms)));
        }
        record Taught(String subject, String className) {}
        List<Taught> taught = jdbc.sql("select a.subject_code, c.name from teaching_assignment a"
                        + " join school_class c on c.id = a.class_id where a.staff_id = ?"
                        + " and c.school_year = (select max(x.school_year) from school_class x where x.school_id = c.school_id)"
                        + " order by c.grade, c.name")
                .param(staffId)
                .query((row, n) -> new Taught(row.getString("subject_code"), row.getString("name")))
                .list();
        List<String> subjects = taught.stream().map(Taught::subject).distinct().toList();
        List<String> classes = taught.stream().map(Taught::className).distinct().toList();
        if (!taught.isEmpty()) {
            duties.add(Texts.vi(
                    "school.people.teaches-short",
                    subjects.size() == 1
                            ? curriculum.subject(subjects.get(0)).name()
                            : Texts.vi("school.people.subjects", subjects.size()),
                    classes.size() <= MOST_CLASSES_NAMED
                            ? String.join(", ", classes)
                            : Texts.vi("school.people.classes", classes.size())));
        }
        return String.join(", ", duties);
    }
}
