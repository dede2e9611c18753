package vn.hocba.school;

import java.util.List;

/**
 * A row of «Danh sách học sinh» that can be used, and where it puts the pupil.
 *
 * @param known what is known of the pupil already
 * @param wanted what the row says of the pupil as a person
 * @param entered what it says of how the pupil came to the school
 */
record PupilLine(
        ImportPlan.Place place,
        String code,
        Known known,
        EnrolmentStatus status,
        SchoolClass schoolClass,
        List<Wanted<Pupil, ?>> wanted,
        List<Wanted<Enrolment, ?>> entered) {

    /** What is known of the pupil of a row. */
    enum Known {
        NOT,
        OURS,
        /** May be taken, without a look at what is stored. */
        NOBODYS,
        /** Another school's now, was ours in this year: the row speaks of our class list only. */
        FORMER,
        OTHERS
    }

    String name() {
        return wanted(Column.NAME).after();
    }

    Wanted<Pupil, ?> wanted(Column column) {
        return wanted.stream()
                .filter(value -> value.field().equals(column.label()))
                .findFirst()
                .orElseThrow();
    }
}
