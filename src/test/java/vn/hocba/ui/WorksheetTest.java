package vn.hocba.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.ui.Worksheet.CellEdit;
import vn.hocba.ui.Worksheet.CellResult;
import vn.hocba.ui.Worksheet.Column;
import vn.hocba.ui.Worksheet.Row;

/** What the server makes of whatever a browser sends. */
class WorksheetTest {

    private final List<CellEdit> stored = new ArrayList<>();
    private Worksheet sheet;

    @BeforeEach
    void aWorksheet() {
        MockVaadin.setup();
        UI.getCurrent().setLocale(Texts.VIETNAMESE);
        sheet = new Worksheet(
                "Toán, lớp 4A",
                List.of(
                        SampleCells.level("level", "Mức", List.of("T", "H", "C")),
                        Column.words("comment", "Nhận xét", 100, true)),
                List.of(
                        SampleCells.open("p1", 1, "Lò Thị Mai", null, 7, Map.of()),
                        new Row("p2", 2, "Vừ A Páo", null, 1, Map.of(), Map.of(), Map.of(), "đã ký"),
                        new Row("p3", 4, "H'Mari Niê", null, 1, Map.of(), Map.of(), Map.of("level", "Miễn"), null)),
                this::save);
    }

    @AfterEach
    void end() {
        MockVaadin.tearDown();
    }

    private List<CellResult> save(List<CellEdit> edits) {
        stored.addAll(edits);
        return edits.stream()
                .map(edit -> CellResult.accepted(edit, edit.value(), edit.rowVersion() + 1))
                .toList();
    }

    private static String edit(String row, String column, String value) {
        return "[{\"row\":\"%s\",\"column\":\"%s\",\"value\":\"%s\"}]".formatted(row, column, value);
    }

    @Test
    void anEditReachesTheHandlerComposedAndWithTheVersionLastSeen() {
        sheet.save(edit("p1", "comment", "Tie\u0302\u0301n bo\u0323\u0302"), 0);
        sheet.save(edit("p1", "level", "T"), 0);
        assertThat(stored)
                .containsExactly(new CellEdit("p1", "comment", "Tiến bộ", 7), new CellEdit("p1", "level", "T", 8));
    }

    @Test
    void lockedRowsExemptCellsAndUnknownOnesNeverReachTheHandler() {
        assertThat(sheet.save(edit("p2", "level", "T"), 0)).contains("\"accepted\":false", "đã ký");
        assertThat(sheet.save(edit("p3", "level", "T"), 0)).contains("\"accepted\":false", "miễn");
        assertThat(sheet.save(edit("p1", "salary", "T"), 0)).contains("\"accepted\":false");
        assertThat(sheet.save(edit("p9", "level", "T"), 0)).contains("\"accepted\":false");
        assertThat(sheet.save(edit("p1", "comment", "a".repeat(8_001)), 0)).contains("\"accepted\":false");
        assertThat(stored).isEmpty();
    }

    @Test
    void anEditOverAnotherValueThanTheOneSeenIsAConflictAndNotStored() {
        sheet.save(edit("p1", "comment", "Tiến bộ"), 0);
        assertThat(Typing.over(sheet, "p1", "comment", "Ngoan", ""))
                .hasToString("{\"row\":\"p1\",\"column\":\"comment\",\"accepted\":false,\"value\":\"Tiến bộ\","
                        + "\"reason\":\"Ô này vừa được sửa ở nơi khác.\",\"conflict\":true,\"held\":false}");
        assertThat(Typing.over(sheet, "p1", "comment", "Ngoan", "Tiến bộ")
                        .get("accepted")
                        .asBoolean())
                .isTrue();
        assertThat(stored).extracting(CellEdit::value).containsExactly("Tiến bộ", "Ngoan");
    }

    @Test
    void aRefusalOfTheHandlerIsTheReasonOfEveryCell() {
        Worksheet refusing = new Worksheet(
                "Toán",
                List.of(SampleCells.level("level", "Mức", List.of("T"))),
                List.of(SampleCells.open("p1", 1, "Lò Thị Mai", null, 0, Map.of("level", "H"))),
                edits -> {
                    throw Refused.notNow("uitest.refused");
                });
        assertThat(refusing.save(edit("p1", "level", "T"), 0))
                .contains("\"accepted\":false", "\"value\":\"H\"", "Học bạ này đã ký.");
    }

    @Test
    void somethingThatIsNoListOfEditsAndFarTooManyAreErrors() {
        assertThatThrownBy(() -> sheet.save("{}", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sheet.save("[{\"row\":\"p1\"}]", 0)).isInstanceOf(IllegalArgumentException.class);
        String many = "[" + "{\"row\":\"p1\",\"column\":\"level\",\"value\":\"T\"},".repeat(1_000)
                + "{\"row\":\"p1\",\"column\":\"level\",\"value\":\"T\"}]";
        assertThatThrownBy(() -> sheet.save(many, 0)).isInstanceOf(Refused.class);
    }

    private static Worksheet storing(String first, UnaryOperator<String> form) {
        return new Worksheet(
                "Toán, lớp 4A",
                List.of(Column.words("comment", "Nhận xét", 100, true)),
                List.of(SampleCells.open("p1", 1, "Lò Thị Mai", null, 0, Map.of("comment", first))),
                edits -> edits.stream()
                        .map(edit -> CellResult.accepted(edit, form.apply(edit.value()), 1))
                        .toList());
    }

    private static boolean isTaken(JsonNode answer) {
        return answer.get("accepted").asBoolean();
    }

    @Test
    void whoTypesOnWhileTheAnswerIsUnderWayHasNoConflictWithHerself() {
        Worksheet trimming = storing("", String::strip);
        Typing.over(trimming, "p1", "comment", "Em học tốt ", "");
        assertThat(isTaken(Typing.over(trimming, "p1", "comment", "Em học tốt, ngoan ", "Em học tốt ")))
                .isTrue();
        trimming.update(SampleCells.open("p1", 1, "Lò Thị Mai", null, 2, Map.of("comment", "Của người khác")));
        assertThat(Typing.over(trimming, "p1", "comment", "Em học", "Em học tốt, ngoan ")
                        .get("conflict")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whatWasSeenIsComparedComposed() {
        assertThat(isTaken(Typing.over(
                        storing("Tiến bộ", String::strip),
                        "p1",
                        "comment",
                        "Ngoan",
                        "Tie\u0302\u0301n bo\u0323\u0302")))
                .isTrue();
    }

    @Test
    void aValueThatGaveWayToWhatFollowsFromTheOwnEditMayBeTypedOver() {
        Worksheet following = storing("Học sinh Xuất sắc", String::strip);
        following.show(List.of(CellResult.follows(
                SampleCells.open("p1", 1, "Lò Thị Mai", null, 1, Map.of("comment", "")), "comment")));
        assertThat(isTaken(Typing.over(following, "p1", "comment", "Khen", "Học sinh Xuất sắc")))
                .isTrue();
    }

    @Test
    void whatNobodyLookedAtIsLeftToTheBrowserToKeep() {
        assertThat(sheet.save(edit("p2", "level", "T"), 0)).contains("\"held\":true");
        assertThat(sheet.save(edit("p1", "comment", "a".repeat(8_001)), 0)).contains("\"held\":true");
        assertThat(sheet.save(edit("p1", "comment", "Ngoan"), 0)).contains("\"held\":false");
    }

    @Test
    void whatWasStoredIsToldUntilThePageHasHadTheAnswer() {
        AskedEdits asked = new AskedEdits();
        asked.took(List.of(Map.of("value", "một")), 0);
        asked.took(List.of(Map.of("value", "hai")), 1);
        assertThat(asked.taken()).extracting(edit -> edit.get("value")).containsExactly("một", "hai");
        asked.took(List.of(Map.of("value", "ba")), 0);
        assertThat(asked.taken()).extracting(edit -> edit.get("value")).containsExactly("ba");
    }
}
