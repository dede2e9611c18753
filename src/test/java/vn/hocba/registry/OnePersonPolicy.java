package vn.hocba.registry;

import java.util.ArrayList;
import java.util.List;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.PolicyTable;

/** The project's policy, and a Sở that has one person for everything. */
public final class OnePersonPolicy {

    /** Code of that Sở. */
    public static final String CODE = "ONE-PERSON";

    private OnePersonPolicy() {}

    public static TwoPeople with(SchoolDirectory directory) {
        List<PolicyTable.Row> rows = new ArrayList<>(PolicyTable.read(TwoPeople.FILE));
        StringBuilder own = new StringBuilder("act;two-people;first-year;last-year;province\n");
        for (TwoPeople.Act act : TwoPeople.Act.values()) {
            own.append(act).append(";false;;;").append(CODE).append('\n');
        }
        rows.addAll(PolicyTable.parse("own", own.toString()));
        return new TwoPeople(rows, directory);
    }
}
