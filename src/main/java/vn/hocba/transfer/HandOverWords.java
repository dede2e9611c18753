package vn.hocba.transfer;

import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import vn.hocba.document.HandOver;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.Study;
import vn.hocba.school.SchoolDirectory.PupilInfo;
import vn.hocba.shared.FreeWords;
import vn.hocba.shared.Refused;
import vn.hocba.shared.VietnameseText;

/**
 * The words of a hand-over that are kept, signed again and printed here: whom it is about, where the pupil has studied and
 * how far the class has come. They are held to the rule of words that
 * people here type ({@link FreeWords}); what somebody has signed is not mended, so it is refused.
 */
final class HandOverWords {

    /** What nobody sees, or what changes how the rest is read. */
    private static final IntPredicate HIDDEN = letter -> switch (Character.getType(letter)) {
        case Character.CONTROL,
                Character.FORMAT,
                Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR,
                Character.PRIVATE_USE,
                Character.UNASSIGNED -> true;
        default -> false;
    };

    private HandOverWords() {}

    /** @throws Refused when one of them is in an old code page, or has a letter that nobody sees or that the form lacks */
    static void demand(HandOver file, RecordSnapshot latest, List<Study> studies) {
        Stream.of(
                        of(latest.pupil()),
                        Stream.of(latest.className()),
                        Stream.of(
                                file.sender().schoolName(),
                                file.sender().provinceName(),
                                file.sender().place()),
                        studies.stream()
                                .flatMap(study -> Stream.of(study.className(), study.schoolName(), study.registerNo())),
                        file.progress() == null
                                ? Stream.<String>empty()
                                : file.progress().lines())
                .flatMap(words -> words)
                .filter(Objects::nonNull)
                .filter(words -> FreeWords.objection(words).isPresent()
                        || words.codePoints().anyMatch(HIDDEN))
                .findFirst()
                .ifPresent(words -> {
                    throw Refused.invalid("transfer.file.words", VietnameseText.clean(words));
                });
    }

    private static Stream<String> of(PupilInfo pupil) {
        return Stream.of(
                pupil.moetCode(),
                pupil.fullName(),
                pupil.ethnicity(),
                pupil.nationality(),
                pupil.personalId(),
                pupil.birthPlace(),
                pupil.homeTown(),
                pupil.residence(),
                pupil.fatherName(),
                pupil.motherName(),
                pupil.guardianName(),
                pupil.policyGroup(),
                pupil.travelDocument(),
                pupil.travelDocumentNo());
    }
}
