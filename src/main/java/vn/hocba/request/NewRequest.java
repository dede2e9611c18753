package vn.hocba.request;

import java.util.List;
import vn.hocba.shared.SchoolId;
import vn.hocba.shared.UnitId;

/**
 * What is asked for.
 *
 * @param way the word for the first gateway of the kind's model; empty where it has none
 * @param schoolId where it is asked
 * @param otherUnitId null where no other unit takes part
 */
public record NewRequest<D>(
        RequestType<D> type,
        String way,
        Subject about,
        SchoolId schoolId,
        UnitId otherUnitId,
        D details,
        String reason,
        List<Evidence> evidence) {

    /** The same, asked at another school. */
    NewRequest<D> at(SchoolId other) {
        return new NewRequest<>(type, way, about, other, otherUnitId, details, reason, evidence);
    }

    /**
     * Whose record it is about.
     *
     * @param yearRecordId null where the record is not in this database
     */
    public record Subject(String yearRecordId, String pupilName, String className, int schoolYear) {}
}
