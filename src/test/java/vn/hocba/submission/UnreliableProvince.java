package vn.hocba.submission;

import java.util.List;
import vn.hocba.shared.Delivery;
import vn.hocba.shared.Texts;
import vn.hocba.shared.Unreachable;

/** The province in the same process, which tests can make unreachable. */
class UnreliableProvince implements ProvinceGateway {

    enum Mood {
        ANSWERS,
        CANNOT_BE_REACHED,
        ANSWERS_BUT_THE_ANSWER_IS_LOST,
        TURNS_DOWN_THE_PACKAGE,
        ANSWERS_WITHOUT_RECEIPTS,
        BREAKS
    }

    private final EmbeddedProvince province;

    Mood mood = Mood.ANSWERS;
    /** What goes wrong with {@link Mood#BREAKS}. */
    RuntimeException failure;

    UnreliableProvince(EmbeddedProvince province) {
        this.province = province;
    }

    @Override
    public Delivery<List<Answer>> send(byte[] signedPackage) {
        return switch (mood) {
            case ANSWERS -> province.send(signedPackage);
            case CANNOT_BE_REACHED -> throw new Unreachable("submission.database-silent");
            case ANSWERS_BUT_THE_ANSWER_IS_LOST -> {
                province.send(signedPackage);
                throw new Unreachable("submission.database-silent");
            }
            case TURNS_DOWN_THE_PACKAGE -> new Delivery.TurnedDown<>(Texts.vi("registry.twice-in-package"));
            case ANSWERS_WITHOUT_RECEIPTS ->
                new Delivery.Answered<>(((Delivery.Answered<List<Answer>>) province.send(signedPackage))
                        .answer().stream()
                                .map(answer -> new Answer(answer.yearRecordId(), false, null, false, List.of("?")))
                                .toList());
            case BREAKS -> throw failure;
        };
    }
}
