package vn.hocba.school;

import java.time.LocalDate;
import java.util.List;

/**
 * What was decided about a unit.
 *
 * @param otherUnitId under which it comes, which succeeds it, or which takes its classes; null for {@link Kind#RENAME}
 * @param name the new one; null but for {@link Kind#RENAME}
 * @param commune as forms name it from then on, of the unit and those below; null: as before
 * @param place the địa danh by which documents are dated from then on; null: as before
 * @param classIds of the classes that go to the other unit; empty but for {@link Kind#SPLIT}
 * @param startsOn the first day on which it holds
 * @param askedBy name and title
 */
public record UnitChange(
        String id,
        Kind kind,
        String unitId,
        String otherUnitId,
        String name,
        String commune,
        String place,
        List<String> classIds,
        LocalDate startsOn,
        String decisionNo,
        LocalDate decidedOn,
        State state,
        String askedBy) {

    public UnitChange {
        classIds = List.copyOf(classIds);
    }

    /** What becomes of the unit. */
    public enum Kind {
        /** It is called otherwise. */
        RENAME,
        /** It comes under another unit. */
        MOVE
    }

    /** How far it is. */
    public enum State {
        /** Its day has not come: it can be taken back. */
        PLANNED,
        /** It holds, and what moves in numbers is still moving. */
        RUNNING,
        /** It holds, and all that moves has moved. */
        DONE,
        /** It was taken back before its day. */
        CANCELLED
    }
}
