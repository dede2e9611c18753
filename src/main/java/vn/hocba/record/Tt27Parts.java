package vn.hocba.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.Signature;
import vn.hocba.school.Curriculum;
import vn.hocba.school.SchoolLevel;
import vn.hocba.shared.Texts;

/** What packets need of TT 27 until its module is here. */
@Component
public class Tt27Parts implements Regulation {

    private final Curriculum curriculum;

    public Tt27Parts(Curriculum curriculum) {
        this.curriculum = curriculum;
    }

    @Override
    public String code() {
        return Tt27View.CODE;
    }

    @Override
    public String title() {
        return "Thông tư số 27/2020/TT-BGDĐT";
    }

    @Override
    public List<Part> parts(int grade) {
        List<Part> parts = new ArrayList<>();
        curriculum
                .subjects(SchoolLevel.PRIMARY, grade)
                .forEach(subject -> parts.add(new Part(
                        subject.code(),
                        Part.Kind.SUBJECT,
                        subject.name(),
                        List.of(text("level"), text("mark"), text("comment")))));
        List<Cell> cells = new ArrayList<>();
        curriculum
                .traits(SchoolLevel.PRIMARY, grade)
                .forEach(trait -> cells.add(cell(
                        trait.code(),
                        trait.name(),
                        Texts.vi("record.tt27.group." + trait.group().name()))));
        for (String code : List.of("excused", "unexcused", "heightCm", "weightKg", "comment")) {
            cells.add(text(code));
        }
        parts.add(new Part(Part.CLASS, Part.Kind.CLASS, Texts.vi("record.tt27.class"), cells));
        return parts;
    }

    private static Cell text(String code) {
        return cell(code, Texts.vi("record.tt27." + code), "");
    }

    private static Cell cell(String code, String name, String group) {
        return new Cell(code, name, group, Cell.Kind.TEXT, List.of(), 0, 1000, 0, false, 0);
    }

    @Override
    public String read(int grade, Part part, Cell cell, String text) {
        return text;
    }

    @Override
    public Set<String> closed(Contents contents, Part part) {
        return Set.of();
    }

    @Override
    public List<String> gaps(Contents contents, Part part) {
        return List.of();
    }

    @Override
    public Outcome outcome(Contents contents) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> failed(Contents contents) {
        return Set.of();
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
