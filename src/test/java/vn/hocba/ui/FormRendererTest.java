package vn.hocba.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hocba.shared.Texts;

class FormRendererTest {

    private static final String EVERYTHING =
            """
            {"type": "default", "id": "all", "components": [
              {"type": "text", "text": "Hãy ghi rõ."},
              {"type": "textfield", "key": "decision", "label": "Số quyết định", "validate": {"pattern": "\\\\d+/QĐ-SGDĐT"}},
              {"type": "textarea", "key": "reason", "label": "Lý do", "validate": {"required": true, "minLength": 10}},
              {"type": "number", "key": "mark", "label": "Điểm", "validate": {"min": 0, "max": 10}},
              {"type": "datetime", "subtype": "date", "key": "day", "dateLabel": "Ngày", "validate": {"required": true}},
              {"type": "select", "key": "subject", "label": "Môn", "values": [{"value": "T", "label": "Toán"}]},
              {"type": "radio", "key": "kind", "label": "Loại", "values": [{"value": "MARK", "label": "Điểm"}],
               "validate": {"required": true}},
              {"type": "checkbox", "key": "sure", "label": "Tôi chịu trách nhiệm", "validate": {"required": true}}
            ]}""";

    @BeforeEach
    void aScreen() {
        MockVaadin.setup();
        UI.getCurrent().setLocale(Texts.VIETNAMESE);
    }

    @AfterEach
    void end() {
        MockVaadin.tearDown();
    }

    static List<String> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".form"))
                    .map(name -> name.substring(0, name.length() - ".form".length()))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormOfTheProjectCanBeShownAndItsIdIsItsFileName(String name) {
        assertThat(new FormRenderer(name).getChildren()).isNotEmpty();
        assertThat(FormDefinition.load(name).id()).isEqualTo(name);
    }

    private static FormRenderer everything() {
        FormRenderer form = new FormRenderer(FormDefinition.parse(EVERYTHING), Map.of());
        UI.getCurrent().add(form);
        return form;
    }

    @Test
    void whatWasEnteredComesBackTypedAndComposed() {
        FormRenderer form = everything();
        _get(form, TextArea.class).setValue("  Điểm KTĐK\nnhập nhầm cột ");
        _get(form, BigDecimalField.class).setValue(BigDecimal.TEN);
        _get(form, DatePicker.class).setValue(LocalDate.of(2027, 5, 21));
        form.set("kind", "MARK");
        _get(form, Checkbox.class).setValue(true);
        FormRenderer.Entered entered = form.submit().orElseThrow();
        assertThat(entered.text("reason")).isEqualTo("Điểm KTĐK\nnhập nhầm cột");
        assertThat(entered.values().get("mark")).isEqualTo(BigDecimal.TEN);
        assertThat(entered.values().get("day")).isEqualTo(LocalDate.of(2027, 5, 21));
        assertThat(entered.text("kind")).isEqualTo("MARK");
        assertThat(entered.values().get("sure")).isEqualTo(true);
        assertThat(entered.text("decision")).isNull();
    }

    @Test
    void everythingThatIsNotRightSaysSoAtItsField() {
        FormRenderer form = everything();
        _get(form, TextField.class).setValue("mười hai");
        _get(form, TextArea.class).setValue("ngắn");
        _get(form, BigDecimalField.class).setValue(new BigDecimal("7.5"));
        assertThat(form.submit()).isEmpty();
        assertThat(_get(form, TextField.class).getErrorMessage()).isEqualTo("Chưa đúng dạng yêu cầu.");
        assertThat(_get(form, TextArea.class).getErrorMessage()).isEqualTo("Ghi ít nhất 10 ký tự.");
        assertThat(_get(form, BigDecimalField.class).getErrorMessage()).isEqualTo("Hãy nhập một số nguyên.");
        assertThat(_get(form, DatePicker.class).isInvalid()).isTrue();
        assertThat(_get(form, RadioButtonGroup.class).isInvalid()).isTrue();
        assertThat(_get(form, Checkbox.class).isInvalid()).isTrue();
        assertThat(_get(form, Select.class).isInvalid()).isFalse();
    }

    @Test
    void wordsThatThePrintedFormLacksAreRefusedAtTheirField() {
        FormRenderer form = everything();
        _get(form, TextArea.class).setValue("Học sinh đổi tên theo giấy khai sinh 😀");

        assertThat(form.submit()).isEmpty();
        assertThat(_get(form, TextArea.class).getErrorMessage()).contains("«😀»");
    }

    @Test
    void aNumberOutOfItsRangeIsRefused() {
        FormRenderer form = everything();
        _get(form, BigDecimalField.class).setValue(new BigDecimal("11"));
        assertThat(form.submit()).isEmpty();
        assertThat(_get(form, BigDecimalField.class).getErrorMessage()).isEqualTo("Không lớn hơn 10.");
    }

    @Test
    void optionsKnownOnlyAtRunTimeAreGivenByTheScreen() {
        FormRenderer form = new FormRenderer("return", Map.of("targets", Map.of("comments", "Nhận xét môn học")));
        form.set("target", "comments");
        form.set("reason", "Mức đạt được không khớp nhận xét.");
        assertThat(form.submit().orElseThrow().text("target")).isEqualTo("comments");
    }

    @Test
    void aFixedValueIsNotShownAndAChangedOneIsTold() {
        FormRenderer form = new FormRenderer("return", Map.of("targets", Map.of("comments", "Nhận xét môn học")));
        List<Object> told = new ArrayList<>();
        form.onChange("target", told::add);
        form.fix("target", "comments");
        assertThat(told).containsExactly("comments");
        assertThat(_find(form, RadioButtonGroup.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"components\": [{\"type\": \"iframe\", \"key\": \"f\"}]}",
                "{\"components\": [{\"type\": \"textfield\", \"key\": \"f\", \"label\": \"=name\"}]}",
                "{\"components\": [{\"type\": \"textfield\", \"key\": \"f\", \"conditional\": {\"hide\": \"x\"}}]}",
                "{\"components\": [{\"type\": \"textfield\", \"key\": \"f\", \"validate\": {\"validationType\": \"email\"}}]}",
                "{\"components\": [{\"type\": \"datetime\", \"subtype\": \"time\", \"key\": \"f\"}]}",
                "{\"components\": [{\"type\": \"textfield\"}]}"
            })
    void whatWeDoNotUnderstandIsAnErrorAndNotLeftOut(String json) {
        assertThatThrownBy(() -> FormDefinition.parse(json)).isInstanceOf(IllegalArgumentException.class);
    }
}
