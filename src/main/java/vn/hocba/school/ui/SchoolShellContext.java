package vn.hocba.school.ui;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDuties;
import vn.hocba.shared.SchoolYear;
import vn.hocba.ui.ShellContext;

/** Tells the shell where a person works. */
@Component
class SchoolShellContext implements ShellContext {

    private final SchoolDirectory directory;
    private final SchoolDuties duties;

    SchoolShellContext(SchoolDirectory directory, SchoolDuties duties) {
        this.directory = directory;
        this.duties = duties;
    }

    @Override
    public String unitName(CurrentUser user) {
        return directory.unit(user.unitId()).name();
    }

    @Override
    public Optional<SchoolYear> schoolYear(CurrentUser user) {
        return duties.latestYear(user.unitPath());
    }

    @Override
    public String duties(CurrentUser user) {
        String words = user.staffId() == null ? "" : duties.of(user.staffId());
        return words.isEmpty() ? user.title() : words;
    }
}
