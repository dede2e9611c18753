package vn.hocba.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A form as Camunda Modeler writes it, as far as we show it. Whatever we do not understand is an error: a rule that is silently left out would let wrong input
 * through.
 *
 * @param fields in the order of the file
 */
record FormDefinition(String id, List<Field> fields) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> FORM_KEYS = Set.of(
            "type", "id", "schemaVersion", "components", "exporter", "executionPlatform", "executionPlatformVersion");
    private static final Set<String> FIELD_KEYS = Set.of(
            "type",
            "id",
            "key",
            "label",
            "description",
            "text",
            "subtype",
            "dateLabel",
            "decimalDigits",
            "values",
            "valuesKey",
            "properties",
            "validate",
            "layout",
            "disabled",
            "accept",
            "multiple",
            "readonly");
    private static final Set<String> RULE_KEYS =
            Set.of("required", "min", "max", "minLength", "maxLength", "pattern", "validationType");

    FormDefinition {
        fields = List.copyOf(fields);
    }

    enum Type {
        TEXT,
        TEXTFIELD,
        TEXTAREA,
        NUMBER,
        DATE,
        SELECT,
        RADIO,
        CHECKLIST,
        CHECKBOX,
        FILEPICKER
    }

    /**
     * @param options by value; empty where {@code optionsKey} names options given at run time
     * @param decimals most digits behind the comma of a number
     */
    record Field(
            Type type,
            String key,
            Map<String, String> words,
            Map<String, String> options,
            String optionsKey,
            int decimals,
            boolean readOnly,
            Rules rules) {

        String label(Locale locale) {
            return inLanguage("label", locale);
        }

        String description(Locale locale) {
            return inLanguage("description", locale);
        }

        private String inLanguage(String word, Locale locale) {
            String other = words.get(word + "_" + locale.getLanguage());
            return other == null ? words.getOrDefault(word, "") : other;
        }
    }

    /** What a value has to keep to; null where there is no such rule. */
    record Rules(
            boolean required, BigDecimal min, BigDecimal max, Integer minLength, Integer maxLength, Pattern pattern) {}

    /**
     * Reads {@code forms/name.form} from the classpath.
     *
     * @throws IllegalArgumentException when the form uses anything we do not show or check
     */
    static FormDefinition load(String name) {
        String path = "forms/" + name + ".form";
        try (InputStream in = FormDefinition.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new FileNotFoundException(path);
            }
            return read(JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** @throws IllegalArgumentException as {@link #load} */
    static FormDefinition parse(String json) {
        try {
            return read(JSON.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON", e);
        }
    }

    private static FormDefinition read(JsonNode form) {
        refuseUnknown(form, FORM_KEYS, "form");
        List<Field> fields = new ArrayList<>();
        form.path("components").forEach(component -> fields.add(field(component)));
        return new FormDefinition(form.path("id").asText(), fields);
    }

    private static Field field(JsonNode json) {
        String where = "field " + json.path("key").asText(json.path("id").asText());
        refuseUnknown(json, FIELD_KEYS, where);
        refuseExpressions(json, where);
        Type type = type(json, where);
        if (type != Type.TEXT && json.path("key").asText().isEmpty()) {
            throw new IllegalArgumentException(where + " has no key");
        }
        return new Field(
                type,
                json.path("key").asText(),
                words(json),
                options(json),
                json.path("valuesKey").asText(null),
                json.path("decimalDigits").asInt(0),
                json.path("disabled").asBoolean() || json.path("readonly").asBoolean(),
                rules(json.path("validate"), where));
    }

    private static Type type(JsonNode json, String where) {
        String type = json.path("type").asText();
        return switch (type) {
            case "text", "textfield", "textarea", "number", "select", "radio", "checklist", "checkbox", "filepicker" ->
                Type.valueOf(type.toUpperCase(Locale.ROOT));
            case "datetime" -> {
                if (!json.path("subtype").asText().equals("date")) {
                    throw new IllegalArgumentException(where + ": only dates, no times");
                }
                yield Type.DATE;
            }
            default -> throw new IllegalArgumentException(where + ": unknown type " + type);
        };
    }

    private static Map<String, String> words(JsonNode json) {
        Map<String, String> words = new LinkedHashMap<>();
        String label = json.path("type").asText().equals("text") ? "text" : "label";
        words.put(
                "label", json.path(json.has("dateLabel") ? "dateLabel" : label).asText());
        words.put("description", json.path("description").asText());
        json.path("properties")
                .properties()
                .forEach(entry -> words.put(entry.getKey(), entry.getValue().asText()));
        return words;
    }

    private static Map<String, String> options(JsonNode json) {
        Map<String, String> options = new LinkedHashMap<>();
        json.path("values")
                .forEach(option -> options.put(
                        option.path("value").asText(), option.path("label").asText()));
        return options;
    }

    private static Rules rules(JsonNode json, String where) {
        refuseUnknown(json, RULE_KEYS, where);
        if (!json.path("validationType").asText("custom").equals("custom")) {
            throw new IllegalArgumentException(where + ": unknown validation " + json.path("validationType"));
        }
        return new Rules(
                json.path("required").asBoolean(),
                decimal(json.path("min")),
                decimal(json.path("max")),
                json.has("minLength") ? json.path("minLength").asInt() : null,
                json.has("maxLength") ? json.path("maxLength").asInt() : null,
                json.has("pattern") ? Pattern.compile(json.path("pattern").asText()) : null);
    }

    private static BigDecimal decimal(JsonNode json) {
        return json.isMissingNode() ? null : new BigDecimal(json.asText());
    }

    private static void refuseUnknown(JsonNode json, Set<String> known, String where) {
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(where + ": unknown property " + name);
            }
        });
    }

    /** FEEL expressions start with an equals sign. */
    private static void refuseExpressions(JsonNode json, String where) {
        if (json.isTextual() && json.asText().startsWith("=")) {
            throw new IllegalArgumentException(where + ": expression " + json.asText());
        }
        json.forEach(child -> refuseExpressions(child, where));
    }
}
