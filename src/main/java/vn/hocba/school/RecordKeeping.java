package vn.hocba.school;

import java.util.Collection;
import java.util.List;

/** Who keeps the records of pupils. The module that knows records gives one bean of it. */
public interface RecordKeeping {

    /**
     * A pupil who has a school record.
     *
     * @param schoolId id of the school that manages its latest year; null where the record came from elsewhere and no year of it was opened here
     */
    record Kept(String pupilId, String schoolId) {}

    /** Those of the pupils who have a school record, each once. */
    List<Kept> of(Collection<String> pupilIds);
}
