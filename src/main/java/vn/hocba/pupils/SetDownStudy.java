package vn.hocba.pupils;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Input;
import vn.hocba.school.StudyHistory;
import vn.hocba.shared.PupilId;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.Texts;

/** The office enters a year at another school, by the paper record or other papers that the family brought: a row of «Quá trình học tập». */
@Component
class SetDownStudy extends SetDownInRegister {

    private final StudyHistory studies;
    private final Papers papers;
    private final Clock clock;

    SetDownStudy(StudyHistory studies, Papers papers, Clock clock) {
        super("pupils.study", 10, "pupils-study");
        this.studies = studies;
        this.papers = papers;
        this.clock = clock;
    }

    @Override
    public String take(YearRecord record, Input input, CurrentUser who) {
        SchoolLevel level = SchoolLevel.of(record.grade()).orElseThrow();
        int year = year(input.text("year"), record.schoolYear());
        String school = input.text("school");
        PupilId pupil = new PupilId(record.pupilId());
        String words = Texts.vi("pupils.study.words", new SchoolYear(year).toString(), school);
        if (Boolean.TRUE.equals(input.values().get("remove"))) {
            if (!studies.remove(pupil, level, year, school)) {
                throw Refused.notFound("pupils.study.unknown");
            }
            papers.log(record, "record.study-removed", words);
            return null;
        }
        LocalDate day = input.date("day") == null ? null : input.dayUntilToday("day", clock, "pupils.future-day");
        studies.entered(
                pupil,
                level,
                new StudyHistory.Row(year, input.textOrNull("class"), school, input.textOrNull("number"), day));
        papers.log(record, "record.study-entered", words);
        return null;
    }

    /** Of a year such as «2024», in which it starts; not after the record's own. */
    private static int year(String text, int latest) {
        int year = Integer.parseInt(text.strip().substring(0, 4));
        if (year > latest) {
            throw Refused.invalid("pupils.study.future-year");
        }
        return year;
    }
}
