package vn.hocba.assessment;

import vn.hocba.shared.PolicyTable;

/** What is taught by the tables that come with the application. */
public final class ProjectCurriculum {

    private ProjectCurriculum() {}

    public static Curriculum read() {
        return new Curriculum(
                PolicyTable.read(Curriculum.SUBJECTS),
                PolicyTable.read(Curriculum.SUBJECT_NAMES),
                PolicyTable.read(Curriculum.TRAITS),
                PolicyTable.read(Curriculum.COMMENTS));
    }
}
