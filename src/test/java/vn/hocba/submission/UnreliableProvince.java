package vn.hocba.submission;

import java.util.List;
import vn.hocba.shared.Refused;

/** The province in the same process, which tests can make unreachable. */
class UnreliableProvince implements ProvinceGateway {

    enum Mood {
        ANSWERS,
        CANNOT_BE_REACHED,
        ANSWERS_BUT_THE_ANSWER_IS_LOST,
        REFUSES_THE_PACKAGE
    }

    private final EmbeddedProvince province;

    Mood mood = Mood.ANSWERS;

    UnreliableProvince(EmbeddedProvince province) {
        this.province = province;
    }

    @Override
    public List<Answer> send(byte[] signedPackage) {
        return switch (mood) {
            case ANSWERS -> province.send(signedPackage);
            case CANNOT_BE_REACHED -> throw new IllegalStateException("connection refused");
            case ANSWERS_BUT_THE_ANSWER_IS_LOST -> {
                province.send(signedPackage);
                throw new IllegalStateException("connection reset");
            }
            case REFUSES_THE_PACKAGE -> throw new Refused("registry.twice-in-package");
        };
    }
}
