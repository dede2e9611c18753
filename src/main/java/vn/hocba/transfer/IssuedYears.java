package vn.hocba.transfer;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.record.PacketStore;
import vn.hocba.record.PacketStore.CurrentPacket;
import vn.hocba.record.RecordHolders;
import vn.hocba.record.YearRecord;
import vn.hocba.registry.Withdrawals;

/** The years of a pupil that were issued and are in effect. */
@Component
class IssuedYears {

    private final RecordHolders holders;
    private final PacketStore packets;
    private final Withdrawals withdrawals;

    IssuedYears(RecordHolders holders, PacketStore packets, Withdrawals withdrawals) {
        this.holders = holders;
        this.packets = packets;
        this.withdrawals = withdrawals;
    }

    /** Their packets, in the order of the years; of a year of which a version is being made anew, the one in force. */
    List<byte[]> of(YearRecord record) {
        List<String> years = holders.issuedYears(record).stream()
                .filter(id -> withdrawals.inForce(id).isPresent())
                .toList();
        if (years.isEmpty()) {
            return List.of();
        }
        Map<String, byte[]> byId = packets.currentOf(years).stream()
                .collect(Collectors.toMap(CurrentPacket::yearRecordId, CurrentPacket::packet));
        return years.stream()
                .map(id -> packets.inForce(id).map(PacketStore.InForce::packet).orElseGet(() -> byId.get(id)))
                .toList();
    }
}
