package vn.hocba.school;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;
import vn.hocba.school.ImportedMarks.Marks;

/** How imported marks are stored. */
@Component
class MarkJson {

    private final ObjectMapper json;

    MarkJson(ObjectMapper json) {
        this.json = json;
    }

    Marks read(String payload) {
        try {
            return json.readValue(payload, Marks.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("imported marks are not readable", e);
        }
    }

    String write(Marks marks) {
        try {
            return json.writeValueAsString(marks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("marks cannot be written", e);
        }
    }
}
