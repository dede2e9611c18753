package vn.hocba.dossier;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hocba.document.PacketFormat;
import vn.hocba.dossier.Whereabouts.FormerName;
import vn.hocba.record.PacketStore;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.ReadModel;

/** Frozen records that call a pupil otherwise than the school's list does now, as after a change of civil status (hộ tịch). */
@Component
@ReadModel(of = "record")
class FormerNames {

    private final PacketStore packets;
    private final PacketFormat format;
    private final SchoolDirectory directory;
    private final JdbcClient jdbc;

    FormerNames(PacketStore packets, PacketFormat format, SchoolDirectory directory, JdbcClient jdbc) {
        this.packets = packets;
        this.format = format;
        this.directory = directory;
        this.jdbc = jdbc;
    }

    /** @param content of the record; other years are read only where it has a former name itself */
    Optional<FormerName> of(YearRecord record, RecordSnapshot content) {
        String now = directory.pupil(record.pupilId()).fullName();
        if (record.state() != RecordState.FROZEN || now.equals(content.pupil().fullName())) {
            return Optional.empty();
        }
        List<Integer> years = frozen(record.pupilId()).stream()
                .map(id -> format.read(packets.current(id)))
                .filter(other -> !now.equals(other.pupil().fullName()))
                .map(RecordSnapshot::schoolYear)
                .toList();
        return Optional.of(new FormerName(now, years));
    }

    private List<String> frozen(String pupilId) {
        return jdbc.sql("select id from year_record where pupil_id = ? and state = 'FROZEN' order by school_year")
                .param(pupilId)
                .query(String.class)
                .list();
    }
}
