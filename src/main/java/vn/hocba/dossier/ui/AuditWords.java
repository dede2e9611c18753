package vn.hocba.dossier.ui;

import static vn.hocba.ui.Wording.text;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Curriculum;
import vn.hocba.assessment.Part;
import vn.hocba.audit.AuditLog;
import vn.hocba.request.RequestType;
import vn.hocba.workflow.Step;

/** A line of the audit log in words. */
@Component
class AuditWords {

    private static final Set<String> READS = Set.of(
            "request.file-read", "record.read", "record.printed", "record.downloaded", "record.signatures-checked");

    private static final String REQUEST = "request.";

    private final Curriculum curriculum;

    AuditWords(Curriculum curriculum) {
        this.curriculum = curriculum;
    }

    /** Whether somebody only looked. */
    boolean isRead(AuditLog.Entry entry) {
        return READS.contains(entry.action());
    }

    String of(AuditLog.Entry entry) {
        String detail = entry.detail() == null ? "" : entry.detail();
        try {
            if (entry.action().startsWith(REQUEST) && !isRead(entry)) {
                return request(entry.action().substring(REQUEST.length()), detail);
            }
            return switch (entry.action()) {
                case "request.file-read" -> text("request.audit.file-read", detail);
                case "subject.finished", "subject.reopened" -> text(key(entry), subject(detail));
                case "record.work-moved" ->
                    text(key(entry), detail.equals(Part.CLASS) ? Step.HOMEROOM.term() : subject(detail));
                case "subject.signed" -> signed(entry, detail);
                case "record.returned" -> returned(entry, detail);
                default -> text(key(entry), detail);
            };
        } catch (MissingResourceException unknown) {
            // Other modules write actions of their own; one without words yet still has to show.
            return text("office.audit.other", entry.action());
        }
    }

    /** {@code KIND.asked}, {@code KIND.cancelled}, {@code KIND.ended.STATE} or {@code KIND.STEP.DECISION}. */
    private static String request(String action, String detail) {
        String[] parts = action.split("\\.");
        String kind = text(RequestType.key(parts[0]));
        if (parts.length == 2) {
            return text("request.audit." + parts[1], kind, detail);
        }
        return parts[1].equals("ended")
                ? text("request.audit.ended", kind, text("request.state." + parts[2]))
                : text(
                        "request.audit.decided",
                        kind,
                        text(parts[0].toLowerCase(Locale.ROOT) + ".decision." + parts[2]),
                        detail);
    }

    private static String key(AuditLog.Entry entry) {
        return "office.audit." + entry.action();
    }

    private String subject(String code) {
        return curriculum.subject(code).name();
    }

    private String signed(AuditLog.Entry entry, String detail) {
        int colon = detail.indexOf(": ");
        return text(key(entry), subject(detail.substring(0, colon)), detail.substring(colon + 2));
    }

    private static String returned(AuditLog.Entry entry, String detail) {
        int colon = detail.indexOf(": ");
        return text(key(entry), Step.valueOf(detail.substring(0, colon)).term(), detail.substring(colon + 2));
    }
}
