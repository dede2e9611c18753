package vn.hocba.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Texts under keys as one text: a JSON object with its keys in order and without empty values, so that equal contents are equal text. */
public final class KeyedTexts {

    /** Of no texts at all. */
    public static final String NONE = "{}";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter WRITER = JSON.writer();
    private static final ObjectReader READER = JSON.readerFor(new TypeReference<TreeMap<String, String>>() {});

    private KeyedTexts() {}

    /** As it is stored; what is null or empty is left out. */
    public static String write(Map<String, String> texts) {
        SortedMap<String, String> said = new TreeMap<>();
        texts.forEach((key, text) -> {
            if (text != null && !text.isEmpty()) {
                said.put(key, text);
            }
        });
        try {
            return said.isEmpty() ? NONE : WRITER.writeValueAsString(said);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts cannot be written", e);
        }
    }

    /** @throws IllegalStateException when it is not what {@link #write} makes */
    public static SortedMap<String, String> read(String stored) {
        try {
            return NONE.equals(stored)
                    ? Collections.emptySortedMap()
                    : Collections.unmodifiableSortedMap(READER.<TreeMap<String, String>>readValue(stored));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored texts are not readable", e);
        }
    }
}
