package vn.hocba.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.hocba.assessment.Part;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.PacketStore;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.ClassId;
import vn.hocba.shared.FreeWords;
import vn.hocba.shared.Refused;
import vn.hocba.shared.UnitId;
import vn.hocba.shared.VietnameseText;
import vn.hocba.signing.VoidSignatures;
import vn.hocba.workflow.BatchJob;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.RecordProcesses;
import vn.hocba.workflow.Step;

/** Sends records back to a named step, with a reason; signatures made so far become void (domain §10.2, zone A). */
@Service
public class ReturnRecords {

    /** A reason shorter than this tells nobody what to change. */
    public static final int SHORTEST_REASON = 10;

    /** What fits into a work item. */
    public static final int LONGEST_REASON = 1000;

    private final Access access;
    private final SchoolDirectory directory;
    private final Batches batches;
    private final ObjectMapper json;

    ReturnRecords(Access access, SchoolDirectory directory, Batches batches, ObjectMapper json) {
        this.access = access;
        this.directory = directory;
        this.batches = batches;
        this.json = json;
    }

    /**
     * What is sent back, and where to.
     *
     * @param from the step where the records wait for the person who returns them
     * @param target COMMENTS or HOMEROOM, before {@code from}
     * @param subjects codes of the subjects to do again; at least one when the target is COMMENTS, else empty
     * @param reason {@value #SHORTEST_REASON} to {@value #LONGEST_REASON} characters, shown first to the person who gets it back
     */
    public record Instruction(Step from, Step target, Set<String> subjects, String reason) {

        public Instruction {
            subjects = Set.copyOf(subjects);
            reason = reason == null ? "" : VietnameseText.clean(reason);
        }
    }

    /**
     * Starts returning.
     *
     * @return the batch's id
     * @throws Refused when the reason is missing, or the target does not fit
     */
    public String start(String classId, List<String> recordIds, Instruction instruction) {
        ClassInfo info = directory.classById(classId);
        demandMayReturn(access, directory, info, instruction.from());
        if (instruction.reason().length() < SHORTEST_REASON
                || instruction.reason().length() > LONGEST_REASON) {
            throw Refused.invalid("steps.return.reason", SHORTEST_REASON, LONGEST_REASON);
        }
        FreeWords.objection(instruction.reason()).ifPresent(why -> {
            throw why;
        });
        boolean fits = instruction.target() == Step.COMMENTS
                ? !instruction.subjects().isEmpty()
                : instruction.target() == Step.HOMEROOM
                        && instruction.from() != Step.HOMEROOM
                        && instruction.subjects().isEmpty();
        if (!fits) {
            throw Refused.invalid("steps.return.target");
        }
        return batches.start(
                new Batches.Order(
                        Job.KIND, new UnitId(info.schoolId()), new ClassId(classId), write(instruction), recordIds),
                null);
    }

    private String write(Instruction instruction) {
        try {
            return json.writeValueAsString(instruction);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an instruction is plain data", e);
        }
    }

    private static CurrentUser demandMayReturn(Access access, SchoolDirectory directory, ClassInfo info, Step from) {
        Right right =
                switch (from) {
                    case HOMEROOM -> Right.SIGN_HOMEROOM;
                    case PRINCIPAL -> Right.SIGN_FOR_SCHOOL;
                    case SEAL, SUBMIT -> Right.SEAL;
                    case COMMENTS -> throw Refused.invalid("steps.return.target");
                };
        CurrentUser user = access.at(info.schoolId(), right, info.grade(), info.name());
        if (from == Step.HOMEROOM && !directory.classById(info.id()).isLedBy(user.staffId())) {
            throw Refused.notAllowed("record.not-your-class");
        }
        return user;
    }

    /** Returns one record. */
    @Service
    static class Job implements BatchJob {

        static final String KIND = "return";

        private final Access access;
        private final SchoolDirectory directory;
        private final YearRecords records;
        private final PacketStore packets;
        private final VoidSignatures signatures;
        private final RecordProcesses processes;
        private final AuditLog audit;
        private final ObjectMapper json;

        Job(
                Access access,
                SchoolDirectory directory,
                YearRecords records,
                PacketStore packets,
                VoidSignatures signatures,
                RecordProcesses processes,
                AuditLog audit,
                ObjectMapper json) {
            this.access = access;
            this.directory = directory;
            this.records = records;
            this.packets = packets;
            this.signatures = signatures;
            this.processes = processes;
            this.audit = audit;
            this.json = json;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public String perform(BatchRun run, String recordId) {
            Instruction instruction = read(run.parameter());
            YearRecord record = records.lock(recordId);
            demandMayReturn(access, directory, directory.classById(record.classId()), instruction.from());
            record.demand(instruction.from().state());
            if (instruction.target() == Step.COMMENTS) {
                Set<String> taught = record.subjects().stream()
                        .map(subject -> subject.code())
                        .collect(Collectors.toSet());
                if (!taught.containsAll(instruction.subjects())) {
                    throw Refused.invalid("steps.return.target");
                }
                instruction.subjects().forEach(subject -> records.setFinished(record, subject, false));
            }
            packets.voidCurrent(recordId);
            signatures.of(
                    record,
                    instruction.target() == Step.COMMENTS ? instruction.subjects() : List.of(Part.CLASS),
                    instruction.reason());
            audit.append(recordId, "record.returned", instruction.target().name() + ": " + instruction.reason());
            processes.sendBack(record, instruction.from(), instruction.target(), instruction.reason());
            return null;
        }

        private Instruction read(String parameter) {
            try {
                return json.readValue(parameter, Instruction.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the batch's parameter is not an instruction", e);
            }
        }
    }
}
