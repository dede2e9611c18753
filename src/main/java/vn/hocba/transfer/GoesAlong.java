package vn.hocba.transfer;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.record.PacketStore;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Requests;
import vn.hocba.shared.Refused;

/**
 * Whether a record goes along as it is when its pupil changes school: within the year. A year that was issued stays the issuing school's, also what is made anew of
 * it, such as the assessment in the summer (CV 1396: who issued it, corrects it).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
public class GoesAlong {

    private final PacketStore packets;
    private final Requests requests;

    GoesAlong(PacketStore packets, Requests requests) {
        this.packets = packets;
        this.requests = requests;
    }

    boolean is(YearRecord record) {
        return record.state() == RecordState.LEFT || record.state().isOpenForEntry() && !isMadeAnew(record);
    }

    /** Whether a version is being made while another one is in force. */
    boolean isMadeAnew(YearRecord record) {
        return record.state().isInWork() && packets.inForce(record.id()).isPresent();
    }

    /** Why nothing more can be asked about a record that an open transfer takes along; empty where none does. */
    public Optional<Refused> refusal(YearRecord record) {
        return is(record)
                ? requests.openOf(record.id(), TransferRequest.TYPE).map(open -> Refused.notNow("transfer.goes-along"))
                : Optional.empty();
    }
}
