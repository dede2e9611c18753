package vn.hocba.pupils;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.dossier.RecordPage;
import vn.hocba.fixture.Worlds;
import vn.hocba.identity.Session;
import vn.hocba.pupils.ListedSchool.School;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.school.NamedFile;
import vn.hocba.school.TestWorkbook;

/** The form names the foreign language that the class learns, as the school's list of duties says it. */
@SpringBootTest
@ActiveProfiles("test")
@Import(Worlds.class)
class LanguageLearntTest {

    @Autowired
    ListedSchool world;

    @Autowired
    RecordPage pages;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "Ngoại ngữ 1 (Tiếng Pháp), Ngoại ngữ 1 (Tiếng Pháp)",
        "Tiếng Nhật, Ngoại ngữ 1 (Tiếng Nhật)",
        "Ngoại ngữ 1, Ngoại ngữ 1 (Tiếng Anh)"
    })
    void theRowIsNamedAfterTheLanguage(String listed, String onTheForm) {
        assertThat(nameOfLanguage(world.school(), listed)).isEqualTo(onTheForm);
    }

    @Test
    void aNewListNamesAnotherLanguage() {
        School school = world.school();
        nameOfLanguage(school, "Tiếng Nhật");

        world.apply(school, duties(school, "Tiếng Pháp"));

        assertThat(language(school)).isEqualTo("Ngoại ngữ 1 (Tiếng Pháp)");
    }

    private String nameOfLanguage(School school, String listed) {
        List<NamedFile> files = new ArrayList<>(world.staffed(school, "1A"));
        files.add(world.list(school, school.child(1, "Giàng A Páo " + school.number())));
        world.apply(school, files);
        world.apply(school, duties(school, listed));
        world.open(school, 2026);
        return language(school);
    }

    private NamedFile duties(School school, String subject) {
        String teacher = jdbc.sql("select moet_code from staff where school_id = ?")
                .param(school.unit().id())
                .query(String.class)
                .single();
        return TestWorkbook.assignments()
                .of(school.title())
                .row(1, "1A", subject, teacher, "", "Giảng dạy")
                .file();
    }

    private String language(School school) {
        String record = jdbc.sql("select id from year_record where school_id = ?")
                .param(school.unit().id())
                .query(String.class)
                .single();
        return session.as(school.principal(), () -> pages.of(record)).content().subjects().stream()
                .filter(part -> part.code().equals("NN1"))
                .map(RecordSnapshot.Part::name)
                .findFirst()
                .orElseThrow();
    }
}
