package vn.hocba.dossier;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.RecordState;
import vn.hocba.shared.LookUpCodes;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.Refused;
import vn.hocba.shared.VietnameseText;

/** Finds records by the pupil's name, written with or without tones, or by a code: in the own school and of pupils transferred to it or from it, for teachers in the own classes. */
@Service
@ReadModel(of = {"school", "record"})
public class FindPupils {

    /** More hits than this are of no use to anybody; the person should type more. */
    public static final int MOST = 50;

    private static final int SHORTEST = 2;

    private static final String COLUMNS =
            "select r.id as record_id, p.full_name as pupil_name, p.moet_code as pupil_code, p.birth_date,"
                    + " c.name as class_name, r.school_year, r.state, c.grade, r.ordinal";
    private static final String JOINS = " join pupil p on p.id = r.pupil_id join school_class c on c.id = r.class_id"
            + " join school_record l on l.id = r.school_record_id";
    private static final String RECORDS = " from year_record r" + JOINS;
    private static final String MATCHES =
            " and (p.search_name like :name escape '!' or p.moet_code = :code or l.lookup_code = :lookup)";

    private final Access access;
    private final JdbcClient jdbc;

    FindPupils(Access access, JdbcClient jdbc) {
        this.access = access;
        this.jdbc = jdbc;
    }

    /** A year record that was found. */
    public record Hit(
            String recordId,
            String pupilName,
            String pupilCode,
            LocalDate birthDate,
            String className,
            int schoolYear,
            RecordState state) {}

    /**
     * The records that match, latest school year first; at most {@value #MOST}.
     *
     * @param wanted a part of the name, the pupil's sector code, or the look-up code as people paste it
     * @throws Refused when there is too little to look for, or two different look-up codes
     */
    @Transactional(readOnly = true)
    public List<Hit> matching(String wanted) {
        CurrentUser user = access.holding(Right.FIND_PUPILS);
        String text = wanted == null ? "" : VietnameseText.clean(wanted);
        if (text.length() < SHORTEST) {
            throw Refused.invalid("office.search.too-short", SHORTEST);
        }
        boolean wholeSchool = Right.FIND_EVERY_PUPIL.isOf(user);
        String found = wholeSchool
                ? COLUMNS + RECORDS + " where r.school_id = :school" + MATCHES + " union " + COLUMNS
                        + " from record_holder h join year_record r on r.id = h.year_record_id" + JOINS
                        + " where h.school_id = :school" + MATCHES
                : COLUMNS + RECORDS + " where r.school_id = :school" + MATCHES
                        + " and (c.homeroom_staff_id = :staff or exists (select 1 from record_part s"
                        + " where s.year_record_id = r.id and s.staff_id = :staff))";
        return jdbc.sql("select * from (" + found + ") f order by school_year desc, grade, class_name, ordinal limit "
                        + MOST)
                .param("school", user.unitId())
                .param("staff", user.staffId() == null ? "" : user.staffId())
                .param("name", "%" + literal(VietnameseText.searchKey(text)) + "%")
                .param("code", text.replace(" ", ""))
                .param("lookup", LookUpCodes.in(text).isEmpty() ? "" : LookUpCodes.one(text))
                .query(Hit.class)
                .list();
    }

    /** What is typed stands for itself: «%» and «_» find nothing else. */
    private static String literal(String key) {
        return key.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
