package vn.hocba.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hocba.assessment.Outcome.Basis;
import vn.hocba.assessment.Signature.Signer;
import vn.hocba.shared.Refused;

/** A second regulation, unlike the first: three subjects, marks of up to 100 in two terms, and every teacher signs the own row. */
public final class ToyRegulation implements Regulation {

    public static final String CODE = "TOY-1";
    public static final String PASSED = "PASSED";
    public static final String FAILED = "FAILED";

    private static final List<String> CONDUCT = List.of("A", "B", "F");
    private static final Map<String, String> TERMS = Map.of(PASSED, "Đạt", FAILED, "Chưa đạt");
    private static final BigDecimal ENOUGH = BigDecimal.valueOf(100);

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String title() {
        return "Quy chế thử nghiệm số 1";
    }

    @Override
    public List<Part> parts(int grade) {
        List<Part> parts = new ArrayList<>();
        parts.add(subject("VAN", "Ngữ văn"));
        parts.add(subject("SO", "Số học"));
        parts.add(subject("NHAC", "Âm nhạc"));
        parts.add(new Part(
                Part.CLASS,
                Part.Kind.CLASS,
                "Nhận định của chủ nhiệm",
                List.of(
                        conduct("conduct1", "Nền nếp", 1),
                        conduct("conduct2", "Nền nếp", 2),
                        new Cell("words", "Lời phê chung", "", Cell.Kind.TEXT, List.of(), 0, 300, 0, true, 0))));
        return parts;
    }

    private static Part subject(String code, String name) {
        return new Part(
                code,
                Part.Kind.SUBJECT,
                name,
                List.of(
                        number("test1", "Bài thi", 1),
                        number("project1", "Dự án", 1),
                        number("test2", "Bài thi", 2),
                        new Cell("words", "Lời phê", "", Cell.Kind.TEXT, List.of(), 0, 300, 0, false, 0)));
    }

    private static Cell number(String code, String name, int term) {
        return new Cell(code, name, "", Cell.Kind.NUMBER, List.of(), 0, 100, 1, true, term);
    }

    private static Cell conduct(String code, String name, int term) {
        return new Cell(code, name, "Rèn luyện", Cell.Kind.SYMBOL, CONDUCT, 0, 0, 0, true, term);
    }

    @Override
    public String read(int grade, Part part, Cell cell, String text) {
        String said = text.strip();
        boolean fits =
                switch (cell.kind()) {
                    case NUMBER -> said.matches("100|[0-9]{1,2}([.][0-9])?");
                    case SYMBOL -> cell.symbols().contains(said);
                    case TEXT, CHOICE -> said.length() <= cell.largest();
                };
        if (!fits && !said.isEmpty()) {
            throw Refused.invalid("record.unknown");
        }
        return said;
    }

    @Override
    public Set<String> closed(Contents contents, Part part) {
        return Set.of();
    }

    @Override
    public List<String> gaps(Contents contents, Part part) {
        return part.cells().stream()
                .filter(cell -> cell.required()
                        && contents.value(part.code(), cell.code()).isEmpty())
                .map(cell -> "thiếu " + cell.name() + " môn " + part.name())
                .toList();
    }

    @Override
    public Outcome outcome(Contents contents) {
        List<String> missing = parts(contents.grade()).stream()
                .filter(part -> contents.parts().containsKey(part.code()))
                .flatMap(part -> gaps(contents, part).stream())
                .toList();
        if (!missing.isEmpty()) {
            return new Outcome(Basis.INCOMPLETE, null, List.of(), missing, false, "", null);
        }
        Set<String> failed = failed(contents);
        return failed.isEmpty()
                ? new Outcome(Basis.COMPLETE, PASSED, List.of(), List.of(), true, "", "toy:1")
                : new Outcome(Basis.COMPLETE, FAILED, List.copyOf(failed), List.of(), false, "", "toy:1");
    }

    @Override
    public Set<String> failed(Contents contents) {
        Set<String> failed = new LinkedHashSet<>();
        for (Part part : subjects(contents)) {
            BigDecimal sum = new BigDecimal(contents.value(part.code(), "test1").orElse("0"))
                    .add(new BigDecimal(contents.value(part.code(), "test2").orElse("0")));
            if (sum.compareTo(ENOUGH) < 0) {
                failed.add(part.code());
            }
        }
        return failed;
    }

    @Override
    public String term(String result) {
        return TERMS.get(result);
    }

    @Override
    public List<Signature> signatures(Contents contents) {
        List<Signature> signatures = new ArrayList<>();
        subjects(contents).forEach(part -> signatures.add(new Signature(Signer.SUBJECT_TEACHER, part.code())));
        signatures.addAll(ofTheWhole());
        return signatures;
    }

    @Override
    public List<Signature> voidedBy(Contents contents, Part part) {
        List<Signature> voided = new ArrayList<>();
        if (part.kind() == Part.Kind.SUBJECT) {
            voided.add(new Signature(Signer.SUBJECT_TEACHER, part.code()));
        }
        voided.addAll(ofTheWhole());
        return voided;
    }

    private List<Part> subjects(Contents contents) {
        return parts(contents.grade()).stream()
                .filter(part ->
                        part.kind() == Part.Kind.SUBJECT && contents.parts().containsKey(part.code()))
                .toList();
    }

    private static List<Signature> ofTheWhole() {
        return List.of(
                new Signature(Signer.HOMEROOM_TEACHER, null),
                new Signature(Signer.PRINCIPAL, null),
                new Signature(Signer.SEAL, null));
    }
}
