package vn.hocba.school;

import java.util.List;
import java.util.stream.IntStream;

/** What {@link SchoolDirectory} reads of each row, and how a place in the tree is written. */
final class DirectoryRows {

    // Columns are named as the records' parts: Spring looks for that name first, and each miss costs it an exception
    // per row.
    static final String UNIT =
            "select id, code, kind, name, parent_id as parentId, path, level, tax_code as taxCode, place,"
                    + " commune, province as provinceName from org_unit ";
    static final String CLASS =
            "select id, school_id as schoolId, school_year as schoolYear, name, grade, homeroom_staff_id as homeroomStaffId from school_class ";
    static final String STAFF =
            "select id, school_id as schoolId, moet_code as moetCode, full_name as fullName, birth_date as birthDate,"
                    + " personal_id as personalId, position, title, email, working from staff ";
    static final String PUPIL =
            "select p.id, p.moet_code as moetCode, p.full_name as fullName, p.birth_date as birthDate, p.gender, p.ethnicity,"
                    + " p.nationality, p.personal_id as personalId, p.birth_place as birthPlace, p.home_town as homeTown, p.residence,"
                    + " p.father_name as fatherName, p.mother_name as motherName, p.guardian_name as guardianName,"
                    + " p.policy_group as policyGroup, p.travel_document as travelDocument,"
                    + " p.travel_document_no as travelDocumentNo from pupil p ";

    /** The closest of the schools at these places that is there. */
    static final String ACTING =
            "select id from org_unit where path in (:above) and kind = 'SCHOOL' and valid_to is null"
                    + " order by char_length(path) desc limit 1";

    private DirectoryRows() {}

    /** A path and those above it: «/SO/», «/SO/XA/», «/SO/XA/TH/». */
    static List<String> upwards(String path) {
        return IntStream.range(1, path.length())
                .filter(at -> path.charAt(at) == '/')
                .mapToObj(at -> path.substring(0, at + 1))
                .toList();
    }
}
