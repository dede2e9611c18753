package vn.hocba.transfer;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.record.PacketStore;
import vn.hocba.record.PacketStore.CurrentPacket;
import vn.hocba.record.RecordHolders;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.registry.Withdrawals;

/** The years of a pupil that were issued and are in effect. */
@Component
class IssuedYears {

    private final YearRecords records;
    private final RecordHolders holders;
    private final PacketStore packets;
    private final Withdrawals withdrawals;

    IssuedYears(YearRecords records, RecordHolders holders, PacketStore packets, Withdrawals withdrawals) {
        this.records = records;
        this.holders = holders;
        this.packets = packets;
        this.withdrawals = withdrawals;
    }

    /** Their packets, in the order of the years. */
    List<byte[]> of(YearRecord record) {
        List<String> years = holders.years(record).stream()
                .filter(id ->
                        isIssued(records.get(id)) && withdrawals.inForce(id).isPresent())
                .toList();
        if (years.isEmpty()) {
            return List.of();
        }
        Map<String, byte[]> byId = packets.currentOf(years).stream()
                .collect(Collectors.toMap(CurrentPacket::yearRecordId, CurrentPacket::packet));
        return years.stream().map(byId::get).toList();
    }

    private static boolean isIssued(YearRecord record) {
        return record.state() == RecordState.ACCEPTED || record.state() == RecordState.FROZEN;
    }
}
