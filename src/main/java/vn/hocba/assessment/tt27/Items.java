package vn.hocba.assessment.tt27;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Part;

/** What counts of the contents of a record, as values. */
record Items(List<SubjectItem> subjects, List<TraitItem> traits) {

    /**
     * A subject; a pupil who is exempt from it or does not take it has no mark in it.
     *
     * @param level null while it is not entered, and where the pupil is exempt or does not take it
     * @param mark null while it is not entered, where there is no test, and where the pupil is exempt or does not take it
     */
    record SubjectItem(Part part, String level, Integer mark, boolean exempt) {

        static SubjectItem of(Part part, Map<String, String> cells) {
            String level = cells.get(Form.LEVEL);
            boolean exempt = Scale.EXEMPT.equals(level) || Scale.NOT_TAKEN.equals(level);
            String mark = exempt || !Form.isTested(part) ? null : cells.get(Form.MARK);
            return new SubjectItem(part, exempt ? null : level, mark == null ? null : Integer.valueOf(mark), exempt);
        }

        boolean lacksMark() {
            return !exempt && mark == null && Form.isTested(part);
        }
    }

    /** @param level null while it is not entered */
    record TraitItem(String name, String level) {}

    static Items of(Form form, Contents contents) {
        List<SubjectItem> subjects = new ArrayList<>();
        contents.parts().forEach((code, cells) -> {
            if (!code.equals(Part.CLASS)) {
                subjects.add(SubjectItem.of(form.part(contents.grade(), code), cells));
            }
        });
        Part ofClass = form.part(contents.grade(), Part.CLASS);
        List<TraitItem> traits = new ArrayList<>();
        for (Cell cell : ofClass.cells()) {
            if (Form.isTrait(ofClass, cell)) {
                traits.add(new TraitItem(
                        cell.name(), contents.value(Part.CLASS, cell.code()).orElse(null)));
            }
        }
        return new Items(List.copyOf(subjects), List.copyOf(traits));
    }

    List<SubjectItem> counted() {
        return subjects.stream().filter(subject -> !subject.exempt()).toList();
    }
}
