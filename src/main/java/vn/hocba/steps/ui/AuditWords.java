package vn.hocba.steps.ui;

import static vn.hocba.ui.Wording.text;

import java.util.MissingResourceException;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.audit.AuditLog;
import vn.hocba.school.Curriculum;
import vn.hocba.workflow.Step;

/** A line of the audit log in words. */
@Component
class AuditWords {

    private static final Set<String> READS =
            Set.of("record.read", "record.printed", "record.downloaded", "record.signatures-checked");

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
            return switch (entry.action()) {
                case "subject.finished", "subject.reopened" -> text(key(entry), subject(detail));
                case "record.returned" -> returned(entry, detail);
                default -> text(key(entry), detail);
            };
        } catch (MissingResourceException unknown) {
            // Other modules write actions of their own; one without words yet still has to show.
            return text("office.audit.other", entry.action());
        }
    }

    private static String key(AuditLog.Entry entry) {
        return "office.audit." + entry.action();
    }

    private String subject(String code) {
        return curriculum.subject(code).name();
    }

    private static String returned(AuditLog.Entry entry, String detail) {
        int colon = detail.indexOf(": ");
        return text(key(entry), Step.valueOf(detail.substring(0, colon)).term(), detail.substring(colon + 2));
    }
}
