package vn.hocba.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
                        Column.level("level", "Mức", List.of("T", "H", "C")),
                        Column.words("comment", "Nhận xét", 100, true)),
                List.of(
                        Row.open("p1", 1, "Lò Thị Mai", null, 7, Map.of()),
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
        sheet.save(edit("p1", "comment", "Tie\u0302\u0301n bo\u0323\u0302"));
        sheet.save(edit("p1", "level", "T"));
        assertThat(stored)
                .containsExactly(new CellEdit("p1", "comment", "Tiến bộ", 7), new CellEdit("p1", "level", "T", 8));
    }

    @Test
    void lockedRowsExemptCellsAndUnknownOnesNeverReachTheHandler() {
        assertThat(sheet.save(edit("p2", "level", "T"))).contains("\"accepted\":false", "đã ký");
        assertThat(sheet.save(edit("p3", "level", "T"))).contains("\"accepted\":false", "miễn");
        assertThat(sheet.save(edit("p1", "salary", "T"))).contains("\"accepted\":false");
        assertThat(sheet.save(edit("p9", "level", "T"))).contains("\"accepted\":false");
        assertThat(sheet.save(edit("p1", "comment", "a".repeat(8_001)))).contains("\"accepted\":false");
        assertThat(stored).isEmpty();
    }

    @Test
    void anEditOverAnotherValueThanTheOneSeenIsAConflictAndNotStored() {
        sheet.save(edit("p1", "comment", "Tiến bộ"));
        assertThat(Typing.over(sheet, "p1", "comment", "Ngoan", ""))
                .hasToString("{\"row\":\"p1\",\"column\":\"comment\",\"accepted\":false,\"value\":\"Tiến bộ\","
                        + "\"reason\":\"Ô này vừa được sửa ở nơi khác.\",\"conflict\":true}");
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
                List.of(Column.level("level", "Mức", List.of("T"))),
                List.of(Row.open("p1", 1, "Lò Thị Mai", null, 0, Map.of("level", "H"))),
                edits -> {
                    throw Refused.notNow("uitest.refused");
                });
        assertThat(refusing.save(edit("p1", "level", "T")))
                .contains("\"accepted\":false", "\"value\":\"H\"", "Học bạ này đã ký.");
    }

    @Test
    void somethingThatIsNoListOfEditsAndFarTooManyAreErrors() {
        assertThatThrownBy(() -> sheet.save("{}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sheet.save("[{\"row\":\"p1\"}]")).isInstanceOf(IllegalArgumentException.class);
        String many = "[" + "{\"row\":\"p1\",\"column\":\"level\",\"value\":\"T\"},".repeat(1_000)
                + "{\"row\":\"p1\",\"column\":\"level\",\"value\":\"T\"}]";
        assertThatThrownBy(() -> sheet.save(many)).isInstanceOf(Refused.class);
    }
}
