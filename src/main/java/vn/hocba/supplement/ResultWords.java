package vn.hocba.supplement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;
import vn.hocba.document.RecordFields;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;

/** Reads what somebody says a result should have been, in the words in which the fields show one: «Hoàn thành tốt, điểm 10». */
final class ResultWords {

    private final Regulation regulation;
    private final int grade;
    private final Part part;

    ResultWords(Regulation regulation, int grade, Part part) {
        this.regulation = regulation;
        this.grade = grade;
        this.part = part;
    }

    /**
     * The cells of a subject's row, by code; what is not said stays as it was.
     *
     * @throws Refused when something of it can stand in no cell
     */
    Map<String, String> ofPart(String words) {
        Map<String, String> said = new LinkedHashMap<>();
        for (String piece : words.split("[,;]")) {
            String text = piece.strip()
                    .replaceFirst("(?i)^" + Texts.vi("packet.mark", "").strip() + "\\s+", "");
            Cell cell = part.cells().stream()
                    .filter(one ->
                            !said.containsKey(one.code()) && fits(one, text).isPresent())
                    .findFirst()
                    .orElseThrow(() -> Refused.invalid("supplement.result-form", part.name()));
            said.put(
                    cell.code(),
                    regulation.read(grade, part, cell, fits(cell, text).orElseThrow()));
        }
        return said;
    }

    /**
     * One cell of the class's part.
     *
     * @throws Refused when it may not stand there
     */
    Map<String, String> ofCell(String code, String words) {
        Optional<Cell> cell =
                part.cells().stream().filter(one -> one.code().equals(code)).findFirst();
        return cell.isEmpty() ? Map.of() : Map.of(code, regulation.read(grade, part, cell.get(), words));
    }

    private static Optional<String> fits(Cell cell, String text) {
        return switch (cell.kind()) {
            case SYMBOL ->
                cell.symbols().stream()
                        .filter(symbol -> symbol.equalsIgnoreCase(text)
                                || RecordFields.level(symbol)
                                        .filter(text::equalsIgnoreCase)
                                        .isPresent())
                        .findFirst();
            case NUMBER -> text.matches("\\d+([.,]\\d+)?") ? Optional.of(text) : Optional.empty();
            case TEXT, CHOICE -> Optional.empty();
        };
    }
}
