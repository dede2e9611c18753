package vn.hocba.school;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The school years that a unit has classes of. Reads only, and never all classes of a province: a year is there as soon as one of them is. */
@Repository
@Transactional(readOnly = true)
public class SchoolYears {

    private final JdbcClient jdbc;

    SchoolYears(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The school years of the classes at or below a place in the tree, each by the calendar year in which it starts, latest first.
     *
     * @param unitPath of a unit
     */
    public List<Integer> under(String unitPath) {
        List<Integer> years = new ArrayList<>();
        for (Optional<Integer> year = before(Integer.MAX_VALUE); year.isPresent(); year = before(year.get())) {
            if (isThere(year.get(), unitPath)) {
                years.add(year.get());
            }
        }
        return years;
    }

    /** The latest of them; empty where there is no class. */
    public Optional<Integer> latest(String unitPath) {
        Optional<Integer> year = before(Integer.MAX_VALUE);
        while (year.isPresent() && !isThere(year.get(), unitPath)) {
            year = before(year.get());
        }
        return year;
    }

    private Optional<Integer> before(int year) {
        return jdbc.sql("select school_year from school_class where school_year < ? order by school_year desc limit 1")
                .param(year)
                .query(Integer.class)
                .optional();
    }

    /**
     * From the units to their classes: of a school or a few there is little to read, and of a whole province the first class suffices. Paths end with a
     * slash, so that this is exactly what begins with one; unlike «like», every database looks it up.
     */
    private boolean isThere(int year, String unitPath) {
        return jdbc.sql(
                        "select 1 from org_unit u where u.path >= ? and u.path < ? and u.kind = 'SCHOOL'"
                                + " and (select max(c.school_year) from school_class c where c.school_id = u.id and c.school_year = ?) is not null limit 1")
                .params(unitPath, unitPath.substring(0, unitPath.length() - 1) + (char) ('/' + 1), year)
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
