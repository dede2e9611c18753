package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.Validator;
import com.vaadin.flow.data.binder.ValueContext;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.hocba.shared.FreeWords;
import vn.hocba.shared.Refused;

/** Shows a form of {@code forms/*.form} with our fields and checks what was entered on the server. */
public class FormRenderer extends Div {

    private static final long serialVersionUID = 1L;

    /**
     * What was entered, checked.
     *
     * @param values by key: String, BigDecimal, LocalDate, Boolean, a set of String for lists or a list of {@link FormFile}; nothing for fields left empty
     */
    public record Entered(Map<String, Object> values) {

        public Entered {
            values = Map.copyOf(values);
        }

        /** The words or the chosen option of a field; null when left empty. */
        public String text(String key) {
            return (String) values.get(key);
        }
    }

    private record Shown(FormDefinition.Field field, HasValueAndElement<?, ?> input) {}

    private final transient Map<String, Shown> inputs = new LinkedHashMap<>();

    /** @param name of the file without its ending: {@code return} */
    public FormRenderer(String name) {
        this(FormDefinition.load(name), Map.of());
    }

    /** @param options what can be chosen where the form names a {@code valuesKey}: label by value, by that key */
    public FormRenderer(String name, Map<String, Map<String, String>> options) {
        this(FormDefinition.load(name), options);
    }

    FormRenderer(FormDefinition form, Map<String, Map<String, String>> options) {
        addClassName("form");
        for (FormDefinition.Field field : form.fields()) {
            Component shown = show(field, options);
            add(shown);
            if (shown instanceof HasValueAndElement<?, ?> input) {
                inputs.put(field.key(), new Shown(field, input));
            }
        }
    }

    /** Puts a value into a field: String, BigDecimal, LocalDate or Boolean, as its type wants it. */
    @SuppressWarnings("unchecked")
    public void set(String key, Object value) {
        ((HasValueAndElement<?, Object>) inputs.get(key).input()).setValue(value);
    }

    /** Puts a value that is not up to the person into a field, which is not shown then. */
    public void fix(String key, Object value) {
        set(key, value);
        ((Component) inputs.get(key).input()).setVisible(false);
    }

    /** Tells what is chosen or typed in a field, whenever it changes; null when it was emptied. */
    public void onChange(String key, Consumer<Object> listener) {
        inputs.get(key).input().addValueChangeListener(change -> listener.accept(change.getValue()));
    }

    /** What was entered, or nothing when something is not right: then the fields say why and the first of them has the focus. */
    public Optional<Entered> submit() {
        Map<String, Object> values = new LinkedHashMap<>();
        Component firstWrong = null;
        for (Shown shown : inputs.values()) {
            Object value = valueOf(shown.input());
            String objection = objectionTo(shown, value);
            HasValidationProperties validation = (HasValidationProperties) shown.input();
            validation.setErrorMessage(objection);
            validation.setInvalid(objection != null);
            if (objection != null && firstWrong == null) {
                firstWrong = (Component) shown.input();
            }
            if (value != null) {
                values.put(shown.field().key(), value);
            }
        }
        if (firstWrong == null) {
            return Optional.of(new Entered(values));
        }
        if (firstWrong instanceof Focusable<?> focusable) {
            focusable.focus();
        }
        Notice.hint(text("ui.form.problems"));
        return Optional.empty();
    }

    private static Component show(FormDefinition.Field field, Map<String, Map<String, String>> options) {
        String label = field.label(Wording.locale());
        if (field.type() == FormDefinition.Type.TEXT) {
            return new Paragraph(label);
        }
        Component input =
                switch (field.type()) {
                    case TEXTFIELD -> new TextField();
                    case TEXTAREA -> new TextArea();
                    case NUMBER -> number();
                    case DATE -> date();
                    case SELECT -> select(optionsOf(field, options));
                    case RADIO -> radio(optionsOf(field, options));
                    case CHECKLIST -> checklist(optionsOf(field, options));
                    case CHECKBOX -> new Checkbox();
                    case FILEPICKER -> new FilesField();
                    case TEXT -> throw new IllegalStateException("shown above");
                };
        ((HasLabel) input).setLabel(label);
        ((HasHelper) input).setHelperText(field.description(Wording.locale()));
        ((HasValidationProperties) input).setManualValidation(true);
        HasValueAndElement<?, ?> valued = (HasValueAndElement<?, ?>) input;
        valued.setRequiredIndicatorVisible(field.rules().required());
        if (input instanceof CheckboxGroup<?> || input instanceof FilesField) {
            // A group may not say aria-required (WAI-ARIA 1.2); the label's mark and the refusal say it.
            input.getElement().executeJs("requestAnimationFrame(() => this.removeAttribute('aria-required'))");
        }
        if (input instanceof Select<?> && field.rules().required()) {
            // Nor may the button that opens a list.
            input.getElement()
                    .executeJs("requestAnimationFrame(() => "
                            + "this.querySelector('[slot=value]')?.removeAttribute('aria-required'))");
        }
        valued.setReadOnly(field.readOnly());
        // What was objected to is being changed: the next attempt will judge it again.
        valued.addValueChangeListener(change -> ((HasValidationProperties) input).setInvalid(false));
        return input;
    }

    private static BigDecimalField number() {
        BigDecimalField field = new BigDecimalField();
        field.setLocale(Wording.locale());
        return field;
    }

    private static DatePicker date() {
        return DateField.make();
    }

    private static Select<String> select(Map<String, String> options) {
        Select<String> select = new Select<>();
        select.setItems(options.keySet());
        select.setItemLabelGenerator(options::get);
        return select;
    }

    private static CheckboxGroup<String> checklist(Map<String, String> options) {
        CheckboxGroup<String> group = new CheckboxGroup<>();
        group.setItems(options.keySet());
        group.setItemLabelGenerator(options::get);
        return group;
    }

    private static RadioButtonGroup<String> radio(Map<String, String> options) {
        RadioButtonGroup<String> group = new RadioButtonGroup<>();
        group.setItems(options.keySet());
        group.setItemLabelGenerator(options::get);
        return group;
    }

    private static Map<String, String> optionsOf(FormDefinition.Field field, Map<String, Map<String, String>> options) {
        return field.optionsKey() == null ? field.options() : options.getOrDefault(field.optionsKey(), Map.of());
    }

    private static Object valueOf(HasValueAndElement<?, ?> input) {
        Object value = input.getValue();
        if (value instanceof String words) {
            if (FreeWords.objection(words).isPresent()) {
                return words;
            }
            String clean = input instanceof TextArea ? FreeWords.lines(words) : FreeWords.line(words);
            return clean.isEmpty() ? null : clean;
        }
        return value instanceof Collection<?> many && many.isEmpty() ? null : value;
    }

    private static String objectionTo(Shown shown, Object value) {
        FormDefinition.Rules rules = shown.field().rules();
        if (value == null && isUnreadable(shown.input())) {
            return text(shown.input() instanceof DatePicker ? "ui.form.not-a-date" : "ui.form.not-a-number");
        }
        if (value == null || Boolean.FALSE.equals(value)) {
            return rules.required() ? text("ui.form.required") : null;
        }
        if (value instanceof String words) {
            return objectionTo(words, rules);
        }
        if (value instanceof BigDecimal number) {
            return objectionTo(number, shown.field());
        }
        return null;
    }

    private static String objectionTo(String words, FormDefinition.Rules rules) {
        Optional<Refused> objection = FreeWords.objection(words);
        if (objection.isPresent()) {
            return objection.get().text(Wording.locale());
        }
        if (rules.minLength() != null && words.length() < rules.minLength()) {
            return text("ui.form.too-short", rules.minLength());
        }
        if (rules.maxLength() != null && words.length() > rules.maxLength()) {
            return text("ui.form.too-long", rules.maxLength(), words.length());
        }
        if (rules.pattern() != null && !rules.pattern().matcher(words).matches()) {
            return text("ui.form.pattern");
        }
        return null;
    }

    private static String objectionTo(BigDecimal number, FormDefinition.Field field) {
        FormDefinition.Rules rules = field.rules();
        if (number.stripTrailingZeros().scale() > field.decimals()) {
            return field.decimals() == 0 ? text("ui.form.not-whole") : text("ui.form.decimals", field.decimals());
        }
        if (rules.min() != null && number.compareTo(rules.min()) < 0) {
            return text("ui.form.too-small", rules.min());
        }
        if (rules.max() != null && number.compareTo(rules.max()) > 0) {
            return text("ui.form.too-large", rules.max());
        }
        return null;
    }

    /** Something was typed that is neither a number nor a date: the value is empty, the browser's text is not. */
    private static boolean isUnreadable(HasValueAndElement<?, ?> input) {
        if (input instanceof DatePicker date) {
            return DateField.isUnreadable(date);
        }
        return input instanceof BigDecimalField number && isError(number.getDefaultValidator(), number);
    }

    private static boolean isError(Validator<?> validator, Component field) {
        return validator.apply(null, new ValueContext(new Binder<>(), field)).isError();
    }
}
