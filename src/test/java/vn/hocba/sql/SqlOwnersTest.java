package vn.hocba.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import vn.hocba.OurClasses;
import vn.hocba.sql.TableNames.Named;
import vn.hocba.sql.TableNames.Use;

/** Each table is of one module: it alone writes and locks its rows, and others read them only in classes that say so (docs/decisions/0030). */
class SqlOwnersTest {

    private static final String ROOT = "vn.hocba.";

    /** The tables of each module. */
    private static final Map<String, Set<String>> TABLES = Map.ofEntries(
            Map.entry("shared", Set.of("school_change")),
            Map.entry("identity", Set.of("account", "role_grant", "unit_succession")),
            Map.entry("audit", Set.of("audit_event")),
            Map.entry(
                    "school",
                    Set.of(
                            "org_unit",
                            "unit_term",
                            "unit_change",
                            "unit_class",
                            "staff",
                            "school_class",
                            "pupil",
                            "enrolment",
                            "pupil_study",
                            "teaching_assignment",
                            "co_teacher",
                            "duty_term",
                            "imported_mark",
                            "imported_list",
                            "school_size")),
            Map.entry(
                    "calendar",
                    Set.of("calendar_version", "calendar_day", "extra_window", "extra_window_decision", "day_off")),
            Map.entry(
                    "record",
                    Set.of(
                            "school_record",
                            "year_record",
                            "record_followed",
                            "record_part",
                            "cell_change",
                            "refused_entry",
                            "record_version",
                            "record_holder",
                            "record_leave",
                            "grade_decision",
                            "record_arrival",
                            "comment_bank")),
            Map.entry(
                    "signing",
                    Set.of(
                            "certificate",
                            "certificate_claim",
                            "certificate_mapping",
                            "sandbox_key",
                            "record_signature",
                            "signing_session",
                            "signing_draft")),
            Map.entry(
                    "workflow",
                    Set.of(
                            "work_item",
                            "work_to_follow",
                            "batch",
                            "batch_item",
                            "school_progress",
                            "homeroom_progress")),
            Map.entry(
                    "registry",
                    Set.of(
                            "registered_record",
                            "registered_count",
                            "receipt",
                            "receipt_counter",
                            "receipt_list",
                            "receipt_list_item",
                            "receipt_list_piece",
                            "intake_count",
                            "province_policy",
                            "record_supplement")),
            Map.entry("submission", Set.of("submission_package", "submission_item")),
            Map.entry("request", Set.of("record_request", "request_decision", "request_file")),
            Map.entry("supplement", Set.of("supplement_draft")),
            Map.entry("transfer", Set.of("arrival_case", "hand_over_draft")),
            Map.entry(
                    "cutoff",
                    Set.of(
                            "cut_off",
                            "cut_off_year",
                            "cut_off_exception",
                            "cut_off_left_out",
                            "cut_off_set_aside",
                            "freeze_untold")),
            Map.entry("report", Set.of("ministry_report", "ministry_report_part", "ministry_report_item")),
            Map.entry("oversight", Set.of("count_check")));

    /** Where a statement is put together from a table's name that somebody else gives: that name is looked at where it is given. */
    private static final Set<String> NAMES_GIVEN = Set.of("vn.hocba.shared.CountTable");

    private static final Map<String, String> OWNERS = TABLES.entrySet().stream()
            .flatMap(module -> module.getValue().stream().map(table -> Map.entry(table, module.getKey())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final JavaClasses CLASSES = OurClasses.all();

    @Test
    void everyTableOfTheMigrationsHasAnOwner() throws IOException {
        Set<String> tables = new TreeSet<>();
        Pattern change = Pattern.compile("^\\s*(create|drop)\\s+table\\s+(\\w+)", Pattern.MULTILINE);
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/db"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Matcher found = change.matcher(Files.readString(file).toLowerCase(Locale.ROOT));
                while (found.find()) {
                    if (found.group(1).equals("create")) {
                        tables.add(found.group(2));
                    } else {
                        tables.remove(found.group(2));
                    }
                }
            }
        }

        assertThat(OWNERS.keySet()).containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void everyEntityLiesInTheModuleOfItsTable() {
        assertThat(entities()).isNotEmpty().allSatisfy((entity, table) -> assertThat(module(entity))
                .as(entity.getName())
                .isEqualTo(OWNERS.get(table)));
    }

    @Test
    void onlyReadModelsNameTablesOfOthersAndNobodyWritesOrLocksThem() throws ClassNotFoundException {
        List<String> wrong = new ArrayList<>();
        Map<String, Set<String>> marked = new TreeMap<>();
        Map<String, Set<String>> read = new TreeMap<>();
        TableNames names = new TableNames(names());
        int statements = 0;
        for (JavaClass type : CLASSES) {
            String outermost = outermost(type);
            Constants constants = Constants.of(compiled(type));
            marked.computeIfAbsent(outermost, none -> new TreeSet<>()).addAll(constants.readModelOf());
            for (String text : constants.texts()) {
                TableNames.Found found = names.in(text);
                statements += found.named().isEmpty() ? 0 : 1;
                if (found.open() && !NAMES_GIVEN.contains(outermost)) {
                    wrong.add(type.getName() + " gets the name of a table from elsewhere: " + text);
                }
                for (Named named : found.named()) {
                    String owner = OWNERS.get(named.table());
                    if (owner.equals(module(type))) {
                        continue;
                    }
                    if (named.use() == Use.WRITE || named.locked()) {
                        wrong.add(type.getName() + " writes or locks " + named.table() + " of " + owner + ": " + text);
                    } else {
                        read.computeIfAbsent(outermost, none -> new TreeSet<>()).add(owner);
                    }
                }
            }
        }
        for (String type : marked.keySet()) {
            Set<String> foreign = read.getOrDefault(type, Set.of());
            if (!foreign.equals(marked.get(type))) {
                wrong.add(type + " reads tables of " + foreign + ", and is marked as a read model of "
                        + marked.get(type));
            }
            for (String owner : foreign) {
                if (!mayUse(type.substring(ROOT.length()).split("\\.")[0], owner)) {
                    wrong.add(type + " reads tables of " + owner + ", which its module may not use");
                }
            }
        }

        assertThat(statements).isGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    private static boolean mayUse(String module, String other) throws ClassNotFoundException {
        return List.of(Class.forName(ROOT + module + ".package-info")
                        .getAnnotation(ApplicationModule.class)
                        .allowedDependencies())
                .contains(other);
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        OWNERS.keySet().forEach(table -> names.put(table, table));
        entities().forEach((entity, table) -> names.put(entity.getSimpleName(), table));
        return names;
    }

    private static Map<JavaClass, String> entities() {
        Map<JavaClass, String> entities = new HashMap<>();
        for (JavaClass type : CLASSES) {
            if (type.isAnnotatedWith(Entity.class)) {
                entities.put(
                        type,
                        type.tryGetAnnotationOfType(Table.class)
                                .map(Table::name)
                                .orElse(type.getSimpleName()
                                        .replaceAll("(?<!^)([A-Z])", "_$1")
                                        .toLowerCase(Locale.ROOT)));
            }
        }
        return entities;
    }

    private static String module(JavaClass type) {
        String name = type.getName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.")[0] : "";
    }

    private static String outermost(JavaClass type) {
        return type.getName().split("\\$")[0];
    }

    private static byte[] compiled(JavaClass type) {
        try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
