package vn.hocba.school;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How the form calls subjects in a class that it does not call as everywhere, such as the foreign language that the class learns. */
@Repository
@Transactional(readOnly = true)
public class FormNames {

    private final JdbcClient jdbc;

    FormNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the codes of the subjects; those that are called as everywhere are missing. */
    public Map<String, String> of(String classId) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select subject_code, form_name from teaching_assignment where class_id = ? and form_name is not null")
                .param(classId)
                .query(row -> {
                    names.put(row.getString("subject_code"), row.getString("form_name"));
                });
        return names;
    }
}
