package vn.hocba.assessment;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.hocba.assessment.Curriculum.Subject;
import vn.hocba.assessment.Curriculum.Trait;
import vn.hocba.shared.VietnameseText;

/** What is taught and assessed at one level in one school year under one Sở. */
public final class YearCurriculum {

    private final List<Subject> subjects;
    private final List<Trait> traits;

    YearCurriculum(
            Collection<Subject> subjectLines, Collection<Trait> traitLines, int schoolYear, String provinceCode) {
        subjects = subjectLines.stream().collect(Collectors.groupingBy(Subject::code)).values().stream()
                .flatMap(lines -> Validity.mostExact(lines, Subject::validity, schoolYear, provinceCode).stream())
                .sorted(Comparator.comparingInt(Subject::ordinal))
                .toList();
        traits = traitLines.stream().collect(Collectors.groupingBy(Trait::code)).values().stream()
                .flatMap(lines -> Validity.mostExact(lines, Trait::validity, schoolYear, provinceCode).stream())
                .sorted(Comparator.comparingInt(Trait::ordinal))
                .toList();
    }

    /** The subjects taught in a grade, optional ones too, in the order of the printed form. */
    public List<Subject> subjects(int grade) {
        return subjects.stream()
                .filter(subject -> subject.taught().contain(grade))
                .toList();
    }

    /** The qualities and competences assessed in a grade, in the order of the printed form. */
    public List<Trait> traits(int grade) {
        return traits.stream().filter(trait -> trait.grades().contain(grade)).toList();
    }

    /** The subject with this code, in whatever grades it is taught; empty where there is none. */
    public Optional<Subject> subject(String code) {
        return subjects.stream().filter(subject -> subject.code().equals(code)).findFirst();
    }

    /** The quality or competence with this code, in whatever grades it is assessed; empty where there is none. */
    public Optional<Trait> trait(String code) {
        return traits.stream().filter(trait -> trait.code().equals(code)).findFirst();
    }

    /** Finds a subject by the name that workbooks give it, whatever its case and marks. */
    public Optional<Subject> subjectNamed(String name) {
        return named(subjects, Subject::name, name);
    }

    /** Finds a quality or competence by the name that workbooks give it. */
    public Optional<Trait> traitNamed(String name) {
        return named(traits, Trait::name, name);
    }

    private static <T> Optional<T> named(List<T> all, Function<T, String> nameOf, String name) {
        String key = VietnameseText.searchKey(name);
        return all.stream()
                .filter(one -> VietnameseText.searchKey(nameOf.apply(one)).equals(key))
                .findFirst();
    }
}
