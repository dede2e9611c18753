package vn.hocba.transfer;

import java.time.LocalDate;
import java.util.List;

/**
 * Whole classes that go to another school.
 *
 * @param from id of the school that hands over
 * @param to id of the school that receives
 * @param classes ids of the classes there
 * @param pupils how many there were when it was asked
 * @param number of the decision by which the school closes or is merged
 * @param decided the day of it
 * @param day from which on the pupils are of the other school
 * @param classId into which the receiving principal puts all of them; null where each goes into the class that the list there says, else into that of the same name
 */
record ClassesDetails(
        String from,
        String to,
        List<String> classes,
        int pupils,
        String number,
        LocalDate decided,
        LocalDate day,
        String classId) {

    ClassesDetails {
        classes = List.copyOf(classes);
    }

    ClassesDetails into(String chosenClassId) {
        return new ClassesDetails(from, to, classes, pupils, number, decided, day, chosenClassId);
    }
}
