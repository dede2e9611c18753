package vn.hocba.assessment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.hocba.shared.Refused;

/**
 * How pupils of a level are assessed, as one regulation of the Ministry has it for the years in which it holds. A record is judged by the regulation of
 * its year for ever.
 */
public interface Regulation {

    /** Stable, kept with each record: letters, digits and hyphens, such as «TT27-2020». */
    String code();

    /** What it is called, such as «Thông tư số 27/2020/TT-BGDĐT». */
    String title();

    /** All parts that a record of this grade can have, in the order of the form: the subjects' rows, then the class's. */
    List<Part> parts(int grade);

    /** Whether a pupil of this grade has the part only where the school teaches it. */
    default boolean isOptional(int grade, Part part) {
        return false;
    }

    /** One of the parts of a grade; empty where the grade has no such part. */
    default Optional<Part> part(int grade, String code) {
        return parts(grade).stream().filter(part -> part.code().equals(code)).findFirst();
    }

    /**
     * What a typed or imported text says in a cell.
     *
     * @param text as it was written
     * @return as it is kept; empty for nothing
     * @throws Refused invalid, when it may not stand there
     */
    String read(int grade, Part part, Cell cell, String text);

    /** The cells of a part that are closed as it stands: of an exempt pupil the mark. */
    Set<String> closed(Contents contents, Part part);

    /** What a part lacks before whoever fills it may hand it on, in Vietnamese; empty when it is complete. */
    List<String> gaps(Contents contents, Part part);

    /** What follows from all that was entered, with the reasons. */
    Outcome outcome(Contents contents);

    /** The parts that alone keep the pupil from completing the year: they are assessed again in summer. */
    Set<String> failed(Contents contents);

    /** The words of a result on the form, such as «Hoàn thành tốt». */
    String term(String result);

    /** The signatures that a record takes, in the order in which they are given. */
    List<Signature> signatures(Contents contents);

    /** The signatures that no longer hold once a cell of this part has changed. */
    List<Signature> voidedBy(Contents contents, Part part);
}
