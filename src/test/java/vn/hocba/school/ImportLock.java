package vn.hocba.school;

/** The first and the last thing that an import does to its school, without what is between. Import it into a test's context. */
public class ImportLock {

    private final OrgUnitRepository units;
    private final SchoolSizes sizes;

    ImportLock(OrgUnitRepository units, SchoolSizes sizes) {
        this.units = units;
        this.sizes = sizes;
    }

    /** Nobody else imports to the school until the transaction ends. */
    public void begin(String schoolId) {
        units.lock(schoolId);
    }

    /** Its pupils are counted when the transaction ends. */
    public void end(String schoolId, int schoolYear) {
        sizes.changed(schoolId, schoolYear);
    }
}
