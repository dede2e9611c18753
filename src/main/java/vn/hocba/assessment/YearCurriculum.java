package vn.hocba.assessment;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.hocba.assessment.Curriculum.Alias;
import vn.hocba.assessment.Curriculum.Subject;
import vn.hocba.assessment.Curriculum.Trait;
import vn.hocba.shared.VietnameseText;

/** What is taught and assessed at one level in one school year under one Sở. */
public final class YearCurriculum {

    private final List<Subject> subjects;
    private final Map<String, Subject> subjectsByName = new HashMap<>();
    private final Map<String, String> formNames = new HashMap<>();
    private final List<Trait> traits;
    private final Function<String, Optional<CommentUse>> comments;

    YearCurriculum(
            Collection<Subject> subjectLines,
            Collection<Alias> aliases,
            Collection<Trait> traitLines,
            Function<String, Optional<CommentUse>> comments,
            int schoolYear,
            String provinceCode) {
        subjects = subjectLines.stream().collect(Collectors.groupingBy(Subject::code)).values().stream()
                .flatMap(lines -> Validity.mostExact(lines, Subject::validity, schoolYear, provinceCode).stream())
                .sorted(Comparator.comparingInt(Subject::ordinal))
                .toList();
        for (Subject subject : subjects) {
            name(subject, subject.name());
            name(subject, subject.formName());
            aliases.stream()
                    .filter(alias -> alias.code().equals(subject.code()))
                    .forEach(alias -> {
                        name(subject, alias.name());
                        if (!alias.formName().isEmpty()) {
                            formNames.put(VietnameseText.wordsKey(alias.name()), alias.formName());
                        }
                    });
        }
        this.comments = comments;
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

    /** Finds a subject by any of its names and usual short forms, whatever their case, marks and punctuation. */
    public Optional<Subject> subjectNamed(String name) {
        return Optional.ofNullable(subjectsByName.get(VietnameseText.wordsKey(name)));
    }

    /** How the form calls what workbooks call so, where that is not the subject's own name there, such as the foreign language that a class learns. */
    public Optional<String> formName(String name) {
        return Optional.ofNullable(formNames.get(VietnameseText.wordsKey(name)));
    }

    /**
     * What the form does with a comment; empty where it has none.
     *
     * @param cell {@link Curriculum#SUBJECT_COMMENT}, or a cell of the class's part
     */
    public Optional<CommentUse> comment(String cell) {
        return comments.apply(cell);
    }

    /** The names of the subjects, for somebody who wrote another one. */
    public String subjectNames() {
        return subjects.stream().map(subject -> "«" + subject.name() + "»").collect(Collectors.joining(", "));
    }

    /** Finds a quality or competence by the name that workbooks give it. */
    public Optional<Trait> traitNamed(String name) {
        String key = VietnameseText.wordsKey(name);
        return traits.stream()
                .filter(trait -> VietnameseText.wordsKey(trait.name()).equals(key))
                .findFirst();
    }

    private void name(Subject subject, String name) {
        Subject other = subjectsByName.putIfAbsent(VietnameseText.wordsKey(name), subject);
        if (other != null && !other.equals(subject)) {
            throw new IllegalStateException("policy: «" + name + "» is " + other.code() + " and " + subject.code());
        }
    }
}
