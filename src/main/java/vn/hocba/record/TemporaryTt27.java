package vn.hocba.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.Signature;
import vn.hocba.school.Curriculum;
import vn.hocba.shared.SchoolLevel;

/** TT 27/2020 by way of the classes that know it today. */
@Component
class TemporaryTt27 implements Regulation {

    private final Curriculum curriculum;
    private final EntryRules rules;
    private final Map<Integer, List<Part>> parts = new ConcurrentHashMap<>();

    TemporaryTt27(Curriculum curriculum, EntryRules rules) {
        this.curriculum = curriculum;
        this.rules = rules;
    }

    @Override
    public String code() {
        return "TT27-2020";
    }

    @Override
    public String title() {
        return "Thông tư số 27/2020/TT-BGDĐT";
    }

    @Override
    public List<Part> parts(int grade) {
        return parts.computeIfAbsent(grade, this::make);
    }

    private List<Part> make(int grade) {
        List<Part> all = new ArrayList<>();
        for (Curriculum.Subject subject : curriculum.subjects(SchoolLevel.PRIMARY, grade)) {
            List<Cell> cells = new ArrayList<>();
            cells.add(new Cell(
                    "level", "Mức đạt được", "", Cell.Kind.SYMBOL, List.of("T", "H", "C", "M"), 0, 0, 0, true, 0));
            if (subject.isTestedIn(grade)) {
                cells.add(new Cell("mark", "Điểm KTĐK", "", Cell.Kind.NUMBER, List.of(), 0, 10, 0, true, 0));
            }
            cells.add(new Cell("comment", "Nhận xét", "", Cell.Kind.TEXT, List.of(), 0, 1000, 0, true, 0));
            all.add(new Part(subject.code(), Part.Kind.SUBJECT, subject.name(), cells));
        }
        List<Cell> cells = new ArrayList<>();
        for (Curriculum.Trait trait : curriculum.traits(SchoolLevel.PRIMARY, grade)) {
            cells.add(new Cell(
                    trait.code(),
                    trait.name(),
                    trait.group().name(),
                    Cell.Kind.SYMBOL,
                    List.of("T", "Đ", "C"),
                    0,
                    0,
                    0,
                    true,
                    0));
        }
        cells.add(new Cell("excused", "Nghỉ có phép", "", Cell.Kind.NUMBER, List.of(), 0, 366, 0, true, 0));
        cells.add(new Cell("unexcused", "Nghỉ không phép", "", Cell.Kind.NUMBER, List.of(), 0, 366, 0, true, 0));
        cells.add(new Cell("comment", "Nhận xét", "", Cell.Kind.TEXT, List.of(), 0, 1000, 0, true, 0));
        cells.add(new Cell("reward", "Khen thưởng", "", Cell.Kind.CHOICE, List.of(), 0, 300, 0, false, 0));
        cells.add(new Cell("heightCm", "Chiều cao", "", Cell.Kind.NUMBER, List.of(), 0, 250, 0, false, 0));
        cells.add(new Cell("weightKg", "Cân nặng", "", Cell.Kind.NUMBER, List.of(), 0, 200, 0, false, 0));
        all.add(new Part(Part.CLASS, Part.Kind.CLASS, "Tổng hợp của chủ nhiệm", cells));
        return List.copyOf(all);
    }

    @Override
    public boolean isOptional(int grade, Part part) {
        return part.kind() == Part.Kind.SUBJECT
                && curriculum.subject(part.code()).optional().contain(grade);
    }

    @Override
    public String read(int grade, Part part, Cell cell, String text) {
        Object read =
                switch (cell.kind()) {
                    case SYMBOL -> part.kind() == Part.Kind.CLASS ? rules.traitLevel(text) : level(text);
                    case NUMBER ->
                        part.kind() == Part.Kind.CLASS
                                ? rules.number(cell.code(), text)
                                : rules.mark(text, part.code(), grade);
                    case TEXT, CHOICE -> rules.text(text, cell.largest());
                };
        return read == null ? "" : read.toString();
    }

    private String level(String text) {
        EntryRules.LevelEntry entry = rules.subjectLevel(text);
        return entry.exempt() ? EntryRules.EXEMPT_SYMBOL : entry.level();
    }

    @Override
    public Set<String> closed(Contents contents, Part part) {
        return contents.value(part.code(), "level")
                        .filter(EntryRules.EXEMPT_SYMBOL::equals)
                        .isPresent()
                ? Set.of("mark")
                : Set.of();
    }

    @Override
    public List<String> gaps(Contents contents, Part part) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome outcome(Contents contents) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> failed(Contents contents) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String term(String result) {
        return OverallResult.valueOf(result).term();
    }

    @Override
    public List<Signature> signatures(Contents contents) {
        return List.of(
                new Signature(Signature.Signer.HOMEROOM_TEACHER, null),
                new Signature(Signature.Signer.PRINCIPAL, null),
                new Signature(Signature.Signer.SEAL, null));
    }

    @Override
    public List<Signature> voidedBy(Contents contents, Part part) {
        return signatures(contents);
    }
}
