package vn.hocba.dossier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Refused;
import vn.hocba.signing.DssJudge;
import vn.hocba.signing.PacketVerification;
import vn.hocba.signing.PacketVerification.Expected;
import vn.hocba.signing.PacketVerification.Report;
import vn.hocba.signing.PacketVerification.Stage;
import vn.hocba.signing.RecordSignatures;
import vn.hocba.signing.RecordSignatures.Stored;
import vn.hocba.signing.SlotKind;

/** Checks the signatures of a record's packet in force: quickly for the record's page, in full by the second opinion. */
@Service
public class CheckSignatures {

    private final RecordAccess access;
    private final RecordContents contents;
    private final RecordSignatures signatures;
    private final PacketVerification verification;
    private final DssJudge judge;
    private final SchoolDirectory directory;
    private final AuditLog audit;

    CheckSignatures(
            RecordAccess access,
            RecordContents contents,
            RecordSignatures signatures,
            PacketVerification verification,
            DssJudge judge,
            SchoolDirectory directory,
            AuditLog audit) {
        this.access = access;
        this.contents = contents;
        this.signatures = signatures;
        this.verification = verification;
        this.judge = judge;
        this.directory = directory;
        this.audit = audit;
    }

    /**
     * The eight checks of the packet, against the people whose signatures the record bears.
     *
     * @throws vn.hocba.shared.Refused when nothing was signed yet, or the record is not the current user's concern
     */
    @Transactional
    public Report quick(String recordId) {
        Reader reader = access.demandWhole(recordId);
        List<Stored> borne = signatures.of(recordId, contents.versionNo(reader));
        return verification.verify(packet(reader), stage(borne), expected(reader.record(), borne));
    }

    /**
     * EU DSS validates every signature, in the order of the packet; takes about a tenth of a second. That it was asked is logged.
     *
     * @throws vn.hocba.shared.Refused when nothing was signed yet, or the record is not the current user's concern
     */
    @Transactional
    public List<DssJudge.Verdict> full(String recordId) {
        Reader reader = access.demandWhole(recordId);
        audit.appendRead(recordId, "record.signatures-checked", null);
        return judge.judge(packet(reader));
    }

    private byte[] packet(Reader reader) {
        return contents.packet(reader).orElseThrow(() -> Refused.notFound("record.no-packet"));
    }

    private static Stage stage(List<Stored> borne) {
        Set<SlotKind> filled = borne.stream().map(s -> s.slot().kind()).collect(Collectors.toSet());
        if (filled.contains(SlotKind.KY_PHAT_HANH)) {
            return Stage.RELEASED;
        }
        if (filled.contains(SlotKind.CBQL)) {
            return Stage.PRINCIPAL_SIGNED;
        }
        return filled.contains(SlotKind.GVCN) ? Stage.HOMEROOM_SIGNED : Stage.DRAFT;
    }

    /** Who signed had the right to at that time, which was checked then; today other people may hold these posts. */
    private Expected expected(YearRecord record, List<Stored> borne) {
        return new Expected(
                teachers(borne),
                personalIds(borne, SlotKind.GVCN),
                personalIds(borne, SlotKind.CBQL),
                directory.unit(record.schoolId()).taxCode());
    }

    private Map<String, String> teachers(List<Stored> borne) {
        Map<String, String> teachers = new HashMap<>();
        for (Stored signature : borne) {
            String personalId = signature.slot().kind() == SlotKind.GVBM
                    ? directory.staff(signature.signerId()).personalId()
                    : null;
            if (personalId != null) {
                teachers.put(signature.slot().rowId(), personalId);
            }
        }
        return teachers;
    }

    private Set<String> personalIds(List<Stored> borne, SlotKind slot) {
        return borne.stream()
                .filter(signature -> signature.slot().kind() == slot)
                .map(signature -> directory.staff(signature.signerId()).personalId())
                .filter(id -> id != null)
                .collect(Collectors.toUnmodifiableSet());
    }
}
