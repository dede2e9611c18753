package vn.hocba.pupils;

import org.springframework.stereotype.Component;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Texts;

/** What is written down of a pupil who changes class or comes back. */
@Component
class Papers {

    private final SchoolDirectory directory;
    private final Session session;
    private final AuditLog audit;

    Papers(SchoolDirectory directory, Session session, AuditLog audit) {
        this.directory = directory;
        this.session = session;
        this.audit = audit;
    }

    /** «Chuyển từ lớp 3A sang lớp 3B. …» */
    String moved(String fromClassId, String toClassId, String note) {
        return with(Texts.vi("pupils.class.moved", name(fromClassId), name(toClassId)), note);
    }

    /** «Trở lại học ở lớp 3A. …» */
    String back(String classId, String note) {
        return with(Texts.vi("pupils.back.words", name(classId)), note);
    }

    /** The current user, with title. */
    String by() {
        CurrentUser user = session.user();
        return user.displayName() + " (" + user.title() + ")";
    }

    void log(YearRecord record, String action, String words) {
        audit.append(record.id(), action, words);
    }

    private String name(String classId) {
        return directory.classById(classId).name();
    }

    private static String with(String words, String note) {
        return note == null || note.isEmpty() ? words : words + " " + note;
    }
}
