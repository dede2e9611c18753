package vn.hocba.assessment;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was entered for a pupil of primary level: the best of everything, until it is said otherwise. */
public final class PrimaryPupil {

    private final Regulation regulation;
    private final int grade;
    private final Map<String, Map<String, String>> parts = new LinkedHashMap<>();

    private PrimaryPupil(Regulation regulation, int grade) {
        this.regulation = regulation;
        this.grade = grade;
    }

    /** Optional subjects are not taught. */
    public static PrimaryPupil of(Regulation regulation, int grade) {
        PrimaryPupil pupil = new PrimaryPupil(regulation, grade);
        regulation.parts(grade).stream()
                .filter(part -> !regulation.isOptional(grade, part))
                .forEach(part -> pupil.taught(part.code()));
        return pupil;
    }

    /** Adds a subject with the best of everything. */
    public PrimaryPupil taught(String code) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Cell cell : regulation.demandPart(grade, code).cells()) {
            if (cell.required()) {
                cells.put(
                        cell.code(),
                        switch (cell.kind()) {
                            case SYMBOL -> cell.symbols().get(0);
                            case NUMBER -> Integer.toString(cell.code().equals("mark") ? cell.largest() : 0);
                            case TEXT, CHOICE -> "Em học tốt.";
                        });
            }
        }
        parts.put(code, cells);
        return this;
    }

    /** Takes a part out. */
    public PrimaryPupil without(String part) {
        parts.remove(part);
        return this;
    }

    /** Sets a cell; empty clears it. */
    public PrimaryPupil with(String part, String cell, String value) {
        if (value == null || value.isEmpty()) {
            parts.get(part).remove(cell);
        } else {
            parts.get(part).put(cell, value);
        }
        return this;
    }

    /** Sets a cell of every subject. */
    public PrimaryPupil everywhere(String cell, String value) {
        parts.keySet().stream().filter(part -> !part.equals(Part.CLASS)).forEach(part -> with(part, cell, value));
        return this;
    }

    public Contents contents() {
        return new Contents(grade, parts);
    }

    public Outcome outcome() {
        return regulation.outcome(contents());
    }
}
