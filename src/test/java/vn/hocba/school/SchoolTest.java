package vn.hocba.school;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.Accounts.NewAccount;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.school.ImportPreview.Problem;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.Units.NewUnit;
import vn.hocba.shared.SchoolLevel;

/** A school with an admin, rolled back after each test. */
@SpringBootTest
@ActiveProfiles("test")
@Transactional
abstract class SchoolTest {

    @Autowired
    SchoolImport schoolImport;

    @Autowired
    SchoolDirectory directory;

    @Autowired
    Units units;

    @Autowired
    Accounts accounts;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    Unit school(String code, SchoolLevel level) {
        units.putAsSystem(new NewUnit("T79", UnitKind.PROVINCE, "Sở thử", null, null, null, null));
        return units.putAsSystem(
                new NewUnit(code, UnitKind.SCHOOL, "Trường thử " + code, "T79", level, "0300000001", "Hà Nội"));
    }

    CurrentUser user(Unit unit, Role... roles) {
        return accounts.put(new NewAccount(
                "someone-" + unit.code(), null, "Người Thử", "Thử", Set.of(roles), null, unit.id(), unit.path()));
    }

    <T> T asAdmin(Unit unit, Supplier<T> action) {
        return session.as(user(unit, Role.SCHOOL_ADMIN), action);
    }

    ImportPreview preview(Unit unit, NamedFile... files) {
        return asAdmin(unit, () -> schoolImport.preview(unit.id(), List.of(files)));
    }

    /** Applies, and forgets what the session holds, so that the next import reads the database. */
    ImportResult apply(Unit unit, NamedFile... files) {
        ImportResult result = asAdmin(unit, () -> schoolImport.apply(unit.id(), List.of(files)));
        entities.flush();
        entities.clear();
        return result;
    }

    /** Applies what a preview said of these files. */
    ImportResult apply(Unit unit, ImportPreview seen, NamedFile... files) {
        ImportResult result = asAdmin(unit, () -> schoolImport.apply(unit.id(), List.of(files), seen));
        entities.flush();
        entities.clear();
        return result;
    }

    int count(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Integer.class).single();
    }

    static List<String> reasons(ImportPreview preview, Severity severity) {
        return preview.problems().stream()
                .filter(problem -> problem.severity() == severity)
                .map(Problem::reason)
                .map(Reason::key)
                .toList();
    }

    static NamedFile[] folder(String directory) {
        try (Stream<Path> paths = Files.list(Path.of(directory))) {
            return paths.filter(path -> path.toString().endsWith(".xlsx"))
                    .sorted()
                    .map(SchoolTest::file)
                    .toArray(NamedFile[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static NamedFile file(Path path) {
        try {
            return new NamedFile(path.getFileName().toString(), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
