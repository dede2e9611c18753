package vn.hocba.retraction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.cutoff.BeforeFreeze;
import vn.hocba.record.PacketStore;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.registry.Withdrawals;
import vn.hocba.registry.Withdrawals.Ground;
import vn.hocba.request.Request;
import vn.hocba.request.Requests;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Texts;
import vn.hocba.workflow.RecordProcesses;

/** What the model {@code processes/retraction.bpmn} calls; and at the freeze, what the school has not decided by then is over. */
@Component("retractions")
@Transactional(propagation = Propagation.MANDATORY)
public class RetractionSteps implements BeforeFreeze {

    private final Requests requests;
    private final YearRecords records;
    private final PacketStore packets;
    private final Withdrawals withdrawals;
    private final RecordProcesses processes;
    private final SchoolDirectory directory;
    private final Clock clock;

    RetractionSteps(
            Requests requests,
            YearRecords records,
            PacketStore packets,
            Withdrawals withdrawals,
            RecordProcesses processes,
            SchoolDirectory directory,
            Clock clock) {
        this.requests = requests;
        this.records = records;
        this.packets = packets;
        this.withdrawals = withdrawals;
        this.processes = processes;
        this.directory = directory;
        this.clock = clock;
    }

    /** It is decided: the version in force has no effect any more. A frozen record stays as it is; only the province's database says that it was retracted. */
    public void takeBack(String requestId) {
        Request request = requests.get(requestId);
        YearRecord record = records.lock(request.yearRecordId());
        Map<String, String> details = requests.details(request);
        withdrawals.takeBack(record.id(), ground(request, details));
        if (record.state() == RecordState.ACCEPTED) {
            packets.withdraw(record.id());
            processes.withdraw(record);
        }
    }

    private Ground ground(Request request, Map<String, String> details) {
        String number = details.get(RetractionKind.NUMBER);
        if (number == null) {
            return new Ground(
                    LocalDate.now(clock), directory.unit(request.schoolId()).name(), null, request.reason());
        }
        String province = directory.provinceOf(request.schoolId()).orElseThrow().name();
        return new Ground(
                LocalDate.parse(details.get(RetractionKind.DAY)), province, number, details.get(RetractionKind.GROUND));
    }

    @Override
    public Set<String> beforeFreeze(List<YearRecord> frozen, Map<String, Integer> accepted) {
        requests.openOf(frozen.stream().map(YearRecord::id).toList()).stream()
                .filter(request ->
                        request.kind().equals(RetractionKind.KIND) && RetractionKind.DECIDE.equals(request.step()))
                .forEach(request -> requests.cancel(request, Texts.vi("retraction.cut-off")));
        return Set.of();
    }
}
