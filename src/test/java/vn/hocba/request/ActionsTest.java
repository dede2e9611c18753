package vn.hocba.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.fixture.RecordLife.REASON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;

/** What holds of every action and every kind of request. */
@ReleasedRecordsTest
class ActionsTest {

    private static final Pattern STEP = Pattern.compile("requestSteps\\.(?:waits|reached)\\([^)]*'([A-Z_]+)'\\)");

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    List<Action> actions;

    @Autowired
    List<RequestKind<?>> kinds;

    @Test
    void aRequestIsMovedByActionsOfItsOwnKindOnly() {
        School school = world.school();
        String record = life.accepted(school);
        Map<String, Object> typed = Map.of("reason", REASON, "note", REASON);
        String request = life.askCorrection(school, record, "TOAN");
        for (RequestAction<?> action : onRequests()) {
            if (!action.type().name().equals("CORRECTION")) {
                for (CurrentUser who : List.of(school.principal(), school.homeroom(), school.clerk())) {
                    assertThatThrownBy(() -> life.take(who, action.name(), request, typed))
                            .as(action.name())
                            .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.kind())
                                    .isEqualTo(Refused.Kind.NOT_FOUND));
                }
            }
        }

        assertThat(life.request(request)).isEqualTo("OPEN");
        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        life.approveCorrection(school, request);
        assertThat(life.state(record)).isEqualTo("COMMENTING");
    }

    @Test
    void wordsThatThePrintedFormLacksAreRefusedWhateverIsAskedForOrDecided() {
        School school = world.school();
        String record = life.accepted(school);
        String request = life.askCorrection(school, record, "TOAN");

        for (String action : List.of("correction.approve", "correction.refuse")) {
            assertThatThrownBy(() -> life.take(
                            school.principal(),
                            action,
                            request,
                            Map.of("reason", REASON + " 😀", "note", "😀 " + REASON)))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.key()).isEqualTo("ui.words.not-printable"));
        }
        assertThat(life.request(request)).isEqualTo("OPEN");
    }

    @Test
    void atEveryStepOfAModelThereIsAnActionAndNoActionWaitsForAStepThatTheModelDoesNotHave() throws IOException {
        for (RequestKind<?> kind : kinds) {
            Set<String> steps = new TreeSet<>();
            for (RequestAction<?> action : onRequests()) {
                if (action.type().equals(kind.type())) {
                    steps.addAll(action.steps());
                }
            }
            assertThat(steps)
                    .as(kind.type().name())
                    .isEqualTo(stepsOf(kind.type().process()));
        }
    }

    @Test
    void everyActionKindAndStepHasItsWords() throws IOException {
        for (Locale locale : List.of(Texts.VIETNAMESE, Locale.ENGLISH)) {
            for (Action action : actions) {
                for (String word : List.of(".label", ".explain", ".done")) {
                    assertThat(Texts.of(locale, action.name() + word)).isNotBlank();
                }
            }
            for (RequestKind<?> kind : kinds) {
                assertThat(Texts.of(locale, RequestType.key(kind.type().name())))
                        .isNotBlank();
                for (String step : stepsOf(kind.type().process())) {
                    assertThat(Texts.of(locale, kind.type().action("step." + step)))
                            .isNotBlank();
                }
            }
        }
    }

    /** As they lie in databases: every value in words. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CORRECTION | {\"parts\":\"HOMEROOM,TOAN\"}",
                "PROMOTION  | {}",
                "RETRACTION | {}",
                "RETRACTION | {\"number\":\"12/QĐ-SGDĐT\",\"day\":\"2026-11-20\",\"ground\":\"Cấp trùng\"}",
                "TRANSFER   | {\"way\":\"WITHIN\",\"from\":\"a\",\"to\":\"b\",\"class\":\"c\",\"day\":\"2026-11-20\",\"tried\":\"2026-11-21\"}",
                "TRANSFER   | {\"way\":\"OUT\",\"from\":\"a\",\"school\":\"Phố Xa\",\"province\":\"tỉnh, thành phố khác\",\"number\":\"\"}",
                "TRANSFER   | {\"way\":\"IN\",\"to\":\"b\",\"school\":\"Phố Xa\",\"province\":\"\",\"signer\":\"Lò A\",\"grade\":\"4\",\"number\":\"CT-1\",\"received\":\"2026-11-20\"}",
                "SUPPLEMENT | {\"ground\":\"CIVIL_STATUS\",\"field\":\"HO_TEN\",\"fieldName\":\"Họ tên\",\"right\":\"Lò Thị Mài\",\"number\":\"15\",\"day\":\"2026-11-20\",\"decisionReason\":\"Đúng\",\"created\":\"2026-11-21\"}"
            })
    void whatEarlierReleasesKeptBesideARequestIsReadAndNothingOfItIsLost(String kind, String stored)
            throws IOException {
        Class<?> details = kinds.stream()
                .map(RequestKind::type)
                .filter(type -> type.name().equals(kind))
                .findFirst()
                .orElseThrow()
                .details();

        assertThat(words(DetailsJson.write(DetailsJson.read(stored, details)))).isEqualTo(words(stored));
    }

    private static Map<String, String> words(String json) throws IOException {
        Map<String, String> words = new LinkedHashMap<>();
        JsonNode node = new ObjectMapper().readTree(json);
        node.fieldNames()
                .forEachRemaining(name -> words.put(name, node.get(name).asText()));
        return words;
    }

    private static Set<String> stepsOf(String process) throws IOException {
        String model =
                new ClassPathResource("processes/" + process + ".bpmn").getContentAsString(StandardCharsets.UTF_8);
        Set<String> steps = new TreeSet<>();
        Matcher matcher = STEP.matcher(model);
        while (matcher.find()) {
            steps.add(matcher.group(1));
        }
        assertThat(steps).isNotEmpty();
        return steps;
    }

    private List<RequestAction<?>> onRequests() {
        return actions.stream()
                .filter(RequestAction.class::isInstance)
                .<RequestAction<?>>map(action -> (RequestAction<?>) action)
                .toList();
    }
}
