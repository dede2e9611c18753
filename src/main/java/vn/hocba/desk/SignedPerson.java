package vn.hocba.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.hocba.document.PacketFormat;
import vn.hocba.record.PacketStore;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.PupilInfo;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;

/**
 * Whom a packet names that waits for the next signature. An import may have put a birth date right since the first one signed: what everybody below has
 * signed does not change, and would go on to the Sở as it was.
 */
@Component
public class SignedPerson {

    private final PacketStore packets;
    private final PacketFormat format;
    private final SchoolDirectory directory;

    SignedPerson(PacketStore packets, PacketFormat format, SchoolDirectory directory) {
        this.packets = packets;
        this.format = format;
        this.directory = directory;
    }

    /**
     * The packet of a record, to be signed further.
     *
     * @throws Refused when it tells the pupil otherwise than the school's list does now, with what is different; an ID that was not known yet is no difference
     */
    public byte[] packetOf(YearRecord record) {
        byte[] packet = packets.current(record.id());
        List<String> different = different(format.read(packet).pupil(), directory.pupil(record.pupilId()));
        if (!different.isEmpty()) {
            throw Refused.notNow("steps.pupil-changed", String.join(", ", different));
        }
        return packet;
    }

    static List<String> different(PupilInfo signed, PupilInfo listed) {
        List<String> different = new ArrayList<>();
        compare("name", signed.fullName(), listed.fullName(), different);
        compare("birth-date", signed.birthDate(), listed.birthDate(), different);
        compare("gender", signed.gender(), listed.gender(), different);
        if (signed.personalId() != null) {
            compare("personal-id", signed.personalId(), listed.personalId(), different);
        }
        return different;
    }

    private static void compare(String what, Object signed, Object listed, List<String> different) {
        if (!Objects.equals(signed, listed)) {
            different.add(Texts.vi("steps.pupil-changed." + what));
        }
    }
}
